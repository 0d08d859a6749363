'use client';
import { RefreshCw } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { ageWords, pickerWords } from './words';

export type ListFootProps = {
  /** Null while there is no list. */
  count: number | null;
  /** Unix milliseconds, as `fetchedAt`. */
  now: number;
  fetchedAt: number | undefined;
  onRetry: (() => void) | undefined;
};

const Refresh = memo(function Refresh({ onRetry }: { onRetry: () => void }) {
  return (
    <IconButton label={pickerWords.refresh} size="dense" onClick={onRetry}>
      <RefreshCw size={14} aria-hidden />
    </IconButton>
  );
});

/** How many, how old, and what the mark means. */
export function ListFoot({ count, now, fetchedAt, onRetry }: ListFootProps) {
  return (
    <div className="flex h-8 shrink-0 items-center gap-3 border-t border-line pr-1 pl-3 text-xs text-muted">
      {count === null ? null : <span className="shrink-0 text-fg">{pickerWords.count(count)}</span>}
      <span className="min-w-0 grow truncate">
        <span className="max-sm:hidden">{count === null ? null : pickerWords.hint}</span>
      </span>
      {count === null ? null : <span className="shrink-0">{pickerWords.tierLegend}</span>}
      {count === null || fetchedAt === undefined ? null : (
        <span className="shrink-0 max-md:hidden">{pickerWords.age(ageWords(now - fetchedAt))}</span>
      )}
      {onRetry ? <Refresh onRetry={onRetry} /> : null}
    </div>
  );
}
