'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { type BoardColumn, type BoardRow, type Mark, sumRow } from '@/lib/core/ledger/board';
import { ZERO_USD } from '@/lib/core/money';
import { cellText, columnsOf, isShare, shareText } from './cells';
import { CostBar, hueOf } from './cost-bar';
import { words } from './words';

const w = words.board;

export interface Sorting {
  column: BoardColumn;
  direction: 1 | -1;
}

/** In which cell the word of a mark stands. */
const PLACE_OF: Record<Mark, BoardColumn> = { cheapest: 'cost', fastest: 'speed', shortest: 'output' };

interface CostTableProps {
  rows: readonly BoardRow[];
  /** Places of rows by id, for their hues. */
  places: ReadonlyMap<string, number>;
  marks: ReadonlyMap<string, readonly Mark[]>;
  counting: boolean;
  sorting: Sorting | null;
  onSort: (column: BoardColumn) => void;
}

function Head({ column, sorting, onSort }: { column: BoardColumn } & Pick<CostTableProps, 'sorting' | 'onSort'>) {
  const here = sorting?.column === column;
  const Arrow = here && sorting.direction === -1 ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={here ? (sorting.direction === 1 ? 'ascending' : 'descending') : undefined}
      className={cn('p-0 font-medium', column === 'name' ? 'text-start' : 'text-end')}
    >
      <button
        type="button"
        data-tip={isShare(column) ? words.shareTip[column] : undefined}
        aria-label={w.sortBy(words.columns[column])}
        onClick={() => onSort(column)}
        className="hit inline-flex h-dense items-center gap-0.5 rounded-control px-1.5 text-muted whitespace-nowrap hover:bg-hover hover:text-fg"
      >
        {words.columns[column]}
        {here && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  );
}

function Cell({ row, column, mark }: { row: BoardRow; column: BoardColumn; mark: Mark | undefined }) {
  const share = isShare(column) ? shareText(row, column) : null;
  return (
    <>
      <span className={mark ? 'font-semibold' : undefined}>{cellText(row, column)}</span>
      {mark && <span className="block font-medium text-success">{words.marks[mark]}</span>}
      {share && <span className="block text-muted">{share}</span>}
    </>
  );
}

function Name({ name, place }: { name: string; place: number }) {
  return (
    <th scope="row" aria-label={name} className="max-w-52 min-w-28 px-1.5 py-2 text-start font-medium">
      <span className="flex items-start gap-1.5">
        <span aria-hidden className={cn('mt-1 size-2 shrink-0 rounded-full', hueOf(place))} />
        <span className="min-w-0 break-words">{name}</span>
      </span>
    </th>
  );
}

/** The rows of the board with a bar in the cell of the cost, and their sum below. */
export function CostTable({ rows, places, marks, counting, sorting, onSort }: CostTableProps) {
  const columns = columnsOf(counting);
  const most = rows.reduce((top, { cost }) => (cost.usd !== null && cost.usd > top ? cost.usd : top), ZERO_USD);
  const sum = rows.length > 1 ? sumRow(w.sum, rows) : null;
  return (
    // The table is wider than a phone: who has no mouse scrolls it by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={w.scroll} tabIndex={0} className="relative overflow-x-auto rounded-panel border border-line">
      <table aria-label={w.table} className="w-full border-collapse text-xs">
        <thead className="border-b border-line bg-sunken">
          <tr>
            {columns.map((column) => (
              <Head key={column} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-line align-top last:border-b-0">
              {columns.map((column) => {
                if (column === 'name') return <Name key={column} name={row.name} place={places.get(row.id) ?? 0} />;
                const mark = marks.get(row.id)?.find((one) => PLACE_OF[one] === column);
                return (
                  <td
                    key={column}
                    className={cn('px-1.5 py-2 text-end whitespace-nowrap', column === 'cost' && 'min-w-28')}
                  >
                    <Cell row={row} column={column} mark={mark} />
                    {column === 'cost' && <CostBar row={row} most={most} place={places.get(row.id) ?? 0} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {sum && (
          <tfoot className="border-t border-line bg-sunken">
            <tr className="align-top">
              {columns.map((column) =>
                column === 'name' ? (
                  <th key={column} scope="row" className="px-1.5 py-2 text-start font-medium">
                    {sum.name}
                  </th>
                ) : (
                  <td
                    key={column}
                    className={cn('px-1.5 py-2 text-end whitespace-nowrap', column === 'cost' && 'font-medium')}
                  >
                    <Cell row={sum} column={column} mark={undefined} />
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
