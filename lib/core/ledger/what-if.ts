import type { Model } from '@/lib/core/model';
import type { Usd } from '@/lib/core/money';
import { compareUsd } from './amounts';
import type { Consumption } from './consumption';
import type { SearchWish } from './search-fee';
import { costOfCalls, type WorkloadCost } from './workload';

export interface WhatIf {
  model: Model;
  cost: WorkloadCost;
}

/** What counts where one number must stand for a call: calls spread evenly over the hours. */
export const eachOf = ({ cost }: WhatIf): Usd | null => (cost.kind === 'cost' ? cost.each.even : null);

/**
 * The same tokens priced on other models as a workload is, cheapest first. Tokenizers differ, so it is a comparison and
 * no forecast.
 * @param calls a month
 * @param asked how the answer searched, where it was asked to
 */
export const whatIf = (
  models: readonly Model[],
  used: Consumption,
  calls: number,
  asked: SearchWish | null = null,
): WhatIf[] =>
  models
    .map((model): WhatIf => ({ model, cost: costOfCalls(model, used, calls, asked) }))
    .toSorted((one, other) => compareUsd(eachOf(one), eachOf(other), 1));
