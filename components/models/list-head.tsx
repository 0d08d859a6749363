import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ModelSort, SortKey } from '@/lib/core/model-sort';
import { pickerWords, sortWords } from './words';

/** The columns after the name, each as wide as in a row. */
const columns: [key: SortKey, className: string][] = [
  ['parameters', 'w-11 max-[1199px]:hidden'],
  ['context', 'w-20 max-sm:hidden'],
  ['maxOutput', 'w-18 max-[1199px]:hidden'],
  ['created', 'w-14 max-[1199px]:hidden'],
  ['input', 'sm:w-22'],
  ['output', 'sm:mr-2 sm:w-16'],
];

export type ListHeadProps = {
  sort: ModelSort | null;
  onSort: (key: SortKey) => void;
};

/** Names the columns, each a button that sorts by it. */
export const ListHead = memo(function ListHead({ sort, onSort }: ListHeadProps) {
  return (
    <fieldset
      aria-label={sortWords.group}
      className="flex min-w-0 shrink-0 items-center overflow-hidden border-b border-line px-3 text-xs text-muted [scrollbar-gutter:stable]"
    >
      <span aria-hidden className="grow py-1.5">
        {pickerWords.name}
      </span>
      <span aria-hidden className="w-35 max-[1199px]:hidden">
        {pickerWords.marks}
      </span>
      {columns.map(([key, className]) => {
        const sorted = sort?.key === key ? sort : null;
        const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
        const { head, label } = sortWords.heads[key];
        return (
          <button
            key={key}
            type="button"
            data-tip={label}
            aria-pressed={sorted !== null}
            className={`inline-flex h-7 items-center justify-end gap-0.5 rounded-control hover:text-fg aria-pressed:text-fg max-sm:pl-2 ${className}`}
            // A press must not take the focus from the query, where typing goes on.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onSort(key)}
          >
            {sorted ? <Arrow size={12} aria-hidden className="shrink-0" /> : null}
            <span aria-hidden>{head}</span>
            <VisuallyHidden>{sorted ? `${label}, ${sortWords.order(sorted)}` : label}</VisuallyHidden>
          </button>
        );
      })}
    </fieldset>
  );
});
