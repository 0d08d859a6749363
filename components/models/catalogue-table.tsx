import { ArrowDown, ArrowUp } from 'lucide-react';
import { Fragment, memo, useCallback, useRef, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CatalogueRow as Row } from '@/lib/core/catalogue-rows';
import type { CatalogueSort } from '@/lib/core/catalogue-view';
import { MAX_PANES } from '@/lib/core/panes';
import { CatalogueRow } from './catalogue-row';
import { usePageRows } from './use-page-rows';
import { pickerWords } from './words';
import { catalogueHeads, catalogueWords } from './words-catalogue';

/** The columns after the name, each as wide as it is in the colgroup. */
const COLUMNS: [key: CatalogueSort['key'], className: string][] = [
  ['context', 'w-20 max-sm:hidden'],
  ['maxOutput', 'w-20 max-2xl:hidden'],
  ['input', 'w-22 max-sm:hidden'],
  ['output', 'w-22 max-sm:hidden'],
  ['month', 'w-28 sm:w-36'],
];

type Sorting = {
  sort: CatalogueSort | null;
  onSort: (key: CatalogueSort['key']) => void;
};

function Head({ column, className, sort, onSort }: Sorting & { column: CatalogueSort['key']; className: string }) {
  const sorted = sort?.key === column ? sort : null;
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp;
  const { head, label } = catalogueHeads[column];
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
      className={`p-0 text-end font-medium ${className}`}
    >
      <button
        type="button"
        aria-label={catalogueWords.sortBy(label)}
        data-tip={label}
        onClick={() => onSort(column)}
        className="hit inline-flex h-dense items-center gap-0.5 rounded-control px-2 whitespace-nowrap hover:bg-hover hover:text-fg"
      >
        {sorted ? <Arrow size={12} aria-hidden /> : null}
        {head}
      </button>
    </th>
  );
}

export type CatalogueTableProps = Sorting & {
  rows: readonly Row[];
  selected: readonly string[];
  /** Unix milliseconds. */
  now: number;
  onToggle: (id: string) => void;
};

/** Stands for rows that are not drawn. */
const Gap = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden style={{ height }} /> : null);

/** Every model that the query leaves; only the rows in view are drawn, and the one that has the focus. */
export const CatalogueTable = memo(function CatalogueTable(props: CatalogueTableProps) {
  const { rows, sort, onSort, selected, now, onToggle } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, focus] = useState<string | null>(null);
  const keyOf = useCallback((at: number): string => rows[at]?.model.id ?? String(at), [rows]);
  const kept = focused === null ? -1 : rows.findIndex(({ model }) => model.id === focused);
  const { items, height, measure } = usePageRows(body, rows.length, keyOf, kept);
  const full = selected.length >= MAX_PANES;
  return (
    <table
      aria-label={catalogueWords.table}
      aria-rowcount={rows.length + 1}
      className="w-full table-fixed border-collapse text-sm"
    >
      <thead className="sticky top-12 z-10 bg-canvas text-xs text-muted shadow-[inset_0_-1px_0_var(--line)]">
        <tr>
          <th scope="col" className="w-10">
            <VisuallyHidden>{catalogueWords.choose}</VisuallyHidden>
          </th>
          <th scope="col" className="text-start font-medium">
            {catalogueWords.model}
          </th>
          <th scope="col" className="w-36 text-start font-medium max-2xl:hidden">
            {pickerWords.marks}
          </th>
          {COLUMNS.map(([column, className]) => (
            <Head key={column} {...{ column, className, sort, onSort }} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map(({ index, start }, place) => {
          const row = rows[index];
          if (!row) return null;
          const { model, cost } = row;
          const chosen = selected.includes(model.id);
          return (
            <Fragment key={model.id}>
              <Gap height={start - (items[place - 1]?.end ?? 0)} />
              <CatalogueRow
                {...{ model, cost, index, now, onToggle, measure }}
                selected={chosen}
                blocked={full && !chosen}
                onFocus={focus}
              />
            </Fragment>
          );
        })}
        <Gap height={height - (items.at(-1)?.end ?? 0)} />
      </tbody>
    </table>
  );
});
