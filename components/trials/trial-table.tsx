import { cn } from '@/components/ui/cn';
import { cellOf, columnsOf, type TrialColumn, type TrialGroup } from './trial-text';
import { words as w } from './words';

const tipOf = (column: TrialColumn): string | undefined =>
  column in w.tips ? w.tips[column as keyof typeof w.tips] : undefined;

/** How far the trials lie apart, a row for each value. */
export function TrialTable({ rows }: { rows: readonly TrialGroup[] }) {
  const columns = columnsOf(rows);
  return (
    // The table is wider than a phone: who has no mouse scrolls it by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={w.scroll} tabIndex={0} className="relative overflow-x-auto rounded-panel border border-line">
      <table aria-label={w.table} className="w-full border-collapse text-xs">
        <thead className="border-b border-line bg-sunken text-muted">
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                data-tip={tipOf(column)}
                className={cn(
                  'px-2 py-1.5 font-medium whitespace-nowrap',
                  column === 'value' ? 'text-start' : 'text-end',
                )}
              >
                {w.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.name}
              className={cn(
                'border-b border-line align-top last:border-b-0',
                rows.length > 1 && row.name === w.all && 'bg-sunken font-medium',
              )}
            >
              {columns.map((column) => {
                const { main, below } = cellOf(row, column);
                return column === 'value' ? (
                  <th key={column} scope="row" className="px-2 py-1.5 text-start font-medium">
                    {main}
                  </th>
                ) : (
                  <td key={column} className="px-2 py-1.5 text-end whitespace-nowrap">
                    {main}
                    {below ? <span className="block font-normal text-muted">{below}</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
