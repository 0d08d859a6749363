import type { Model } from '@/lib/core/model';
import type { Usd } from '@/lib/core/money';
import { compareUsd } from './amounts';
import type { Consumption } from './consumption';
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
 */
export const whatIf = (models: readonly Model[], used: Consumption, calls: number): WhatIf[] =>
  models
    .map((model): WhatIf => ({ model, cost: costOfCalls(model, used, calls) }))
    .toSorted((one, other) => compareUsd(eachOf(one), eachOf(other), 1));
