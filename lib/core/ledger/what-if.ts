import type { Model } from '@/lib/core/model';
import { timesUsd, type Usd } from '@/lib/core/money';
import { compareUsd } from './amounts';
import type { Consumption } from './consumption';
import { priceOf, totalOf } from './price-of';

export interface WhatIf {
  model: Model;
  /** Null where a price is not known, or is that of a model picked later. */
  each: Usd | null;
  month: Usd | null;
}

/**
 * The same tokens priced on other models, cheapest first. Tokenizers differ, so it is a comparison and no forecast.
 * @param at Unix milliseconds, for prices that follow the hour
 * @param calls a month
 */
export function whatIf(models: readonly Model[], used: Consumption, at: number, calls: number): WhatIf[] {
  return models
    .map((model): WhatIf => {
      const parts = priceOf(model, used, at);
      const each = parts && totalOf(parts);
      return { model, each, month: each === null ? null : timesUsd(each, calls) };
    })
    .toSorted((one, other) => compareUsd(one.each, other.each, 1));
}
