import type { HourlyUsd, WorkloadCost } from '@/lib/core/ledger/workload';
import { formatCost } from '@/lib/core/money';
import { catalogueWords } from './words-catalogue';

const w = catalogueWords;

const hourly = ({ low, high }: HourlyUsd): string =>
  low === high ? formatCost(high) : w.range(formatCost(low), formatCost(high));

/** A month's cost in figures, or the word for why there are none. */
export function monthText(cost: WorkloadCost): string {
  if (cost.kind !== 'cost') return w.costs[cost.kind];
  if (cost.free) return w.free;
  // Where nothing is asked for, nothing becomes free.
  return cost.month.high === 0n ? w.nothing : hourly(cost.month);
}

/** What stands below a month: the cost of a call, or that it goes by the hour; nothing where that says no more. */
export function callText(cost: WorkloadCost): string | null {
  if (cost.kind !== 'cost' || cost.each.high === 0n) return null;
  return cost.each.low === cost.each.high ? w.each(formatCost(cost.each.high)) : w.byHour;
}

/** What explains a month that is no plain number. */
export function monthTip(cost: WorkloadCost): string | undefined {
  if (cost.kind !== 'cost') return w.costTips[cost.kind];
  if (cost.each.low !== cost.each.high) return `${w.hourly}: ${w.each(hourly(cost.each))}`;
  return cost.month.high === 0n && !cost.free ? w.nothingTip : undefined;
}
