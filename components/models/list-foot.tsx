'use client';
import { RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { PLAIN_VIEW, writeView } from '@/lib/core/catalogue-view';
import { ageWords, favouriteWords, pickerWords } from './words';
import { catalogueWords } from './words-catalogue';

export type ListFootProps = {
  /** Null while there is no list. */
  count: number | null;
  /** Unix milliseconds, as `fetchedAt`. */
  now: number;
  fetchedAt: number | undefined;
  skipped: number;
  /** Said in place of the hint. */
  refusal: string | null;
  onRetry: (() => void) | undefined;
  /** What is asked for: the page of all models goes on with it. */
  query: string;
};

const Refresh = memo(function Refresh({ onRetry }: { onRetry: () => void }) {
  return (
    <IconButton label={pickerWords.refresh} size="dense" onClick={onRetry}>
      <RefreshCw size={14} aria-hidden />
    </IconButton>
  );
});

/** How many, how old, what could not be read, and what the mark means. */
export function ListFoot({ count, now, fetchedAt, skipped, refusal, onRetry, query }: ListFootProps) {
  const known = count !== null;
  return (
    <div className="flex min-h-8 shrink-0 flex-wrap sm:h-8 items-center gap-x-3 border-t border-line py-0.5 pr-1 pl-3 text-xs text-muted">
      {known ? <span className="shrink-0 text-fg">{pickerWords.count(count)}</span> : null}
      <span className="min-w-0 grow basis-0 truncate max-sm:order-last max-sm:basis-full">
        {refusal === null ? (
          <span className="max-sm:hidden">
            {known ? pickerWords.hint : null}
            <span className="max-[1199px]:hidden"> · {favouriteWords.shortcut}</span>
          </span>
        ) : (
          <span className="text-warning">{refusal}</span>
        )}
      </span>
      {skipped > 0 ? <span className="shrink-0 text-warning">{pickerWords.skipped(skipped)}</span> : null}
      {known ? <span className="shrink-0 max-md:hidden">{pickerWords.tierLegend}</span> : null}
      <Link
        href={`/models${writeView({ ...PLAIN_VIEW, query })}`}
        prefetch={false}
        className="shrink-0 rounded-control text-accent underline-offset-2 hover:underline"
      >
        {catalogueWords.open}
      </Link>
      {known && fetchedAt !== undefined ? (
        <span className="shrink-0 max-sm:ml-auto">{pickerWords.age(ageWords(now - fetchedAt))}</span>
      ) : null}
      {onRetry ? <Refresh onRetry={onRetry} /> : null}
    </div>
  );
}
