import { cn } from '@/components/ui/cn';
import { eachOf, type WhatIf } from '@/lib/core/ledger/what-if';
import type { WorkloadCost } from '@/lib/core/ledger/workload';
import { shortName } from '@/lib/core/model';
import { formatCost, type Usd, usdToNumber } from '@/lib/core/money';
import { words } from './words';

const w = words.whatIf;

/** Of a call, or of a month of them: no calls make nothing free. */
function costText(cost: WorkloadCost, of: 'each' | 'month'): string {
  if (cost.kind !== 'cost') return w.costs[cost.kind];
  if (cost.free) return w.free;
  const { low, high } = cost[of];
  if (high === 0n) return words.board.unknown;
  return low === high ? formatCost(high) : w.range(formatCost(low), formatCost(high));
}

function costTip(cost: WorkloadCost): string | undefined {
  if (cost.kind === 'too-long') return w.tooLong;
  return cost.kind === 'cost' && cost.each.low !== cost.each.high ? w.hourly : undefined;
}

/** `0.40×`, `0.016×`: two digits that say something; empty where nothing can be compared. */
export function against(each: Usd | null, own: Usd | null): string {
  if (each === null || own === null || own === 0n) return words.board.unknown;
  const ratio = usdToNumber(each) / usdToNumber(own);
  if (ratio >= 10) return `${Math.round(ratio).toLocaleString('en-US')}×`;
  return `${ratio >= 0.1 || ratio === 0 ? ratio.toFixed(2) : Number(ratio.toPrecision(2))}×`;
}

function Row({ row, own, first }: { row: WhatIf; own: WhatIf | undefined; first: boolean }) {
  const { cost } = row;
  return (
    <tr
      data-tip={costTip(cost)}
      className={cn('border-b border-line last:border-b-0', first && 'bg-sunken font-medium')}
    >
      <th scope="row" className="px-2 py-1.5 text-start font-medium">
        <span className="block break-words">{shortName(row.model)}</span>
        <span className="block text-xs font-normal break-all text-muted">{first ? w.served : row.model.id}</span>
      </th>
      <td className="px-2 py-1.5 text-end">{costText(cost, 'each')}</td>
      <td className="px-2 py-1.5 text-end">{costText(cost, 'month')}</td>
      <td className="px-2 py-1.5 text-end max-sm:hidden">{against(eachOf(row), own ? eachOf(own) : null)}</td>
    </tr>
  );
}

/** Models with what the same tokens cost there; the answer's own model stands first. */
export function WhatIfTable({ own, rows }: { own: WhatIf | undefined; rows: readonly WhatIf[] }) {
  return (
    <table aria-label={w.table} className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="px-2 py-1 text-start font-medium">
            {w.model}
          </th>
          <th scope="col" className="px-2 py-1 text-end font-medium">
            {w.each}
          </th>
          <th scope="col" className="px-2 py-1 text-end font-medium">
            {w.month}
          </th>
          <th scope="col" className="px-2 py-1 text-end font-medium max-sm:hidden">
            {w.against}
          </th>
        </tr>
      </thead>
      <tbody>
        {own && <Row row={own} own={own} first />}
        {rows
          .filter(({ model }) => model.id !== own?.model.id)
          .map((row) => (
            <Row key={row.model.id} row={row} own={own} first={false} />
          ))}
      </tbody>
    </table>
  );
}
