import type { Model } from '@/lib/core/model';
import { addUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { NOTHING_USED } from './consumption';
import { priceOf, totalOf } from './price-of';
import { highOf, likelyOf, lowOf, type PromptTokens } from './prompt-tokens';
import { PLAIN_SEARCH, type SearchWish } from './search-fee';

/** What a run may cost, in exact dollars: `low` ≤ `likely` ≤ `high`. */
export interface Estimate {
  low: Usd;
  likely: Usd;
  high: Usd;
  /** Nothing bounds the output or the searches, so that it may be more than `high`. */
  open: boolean;
}

export interface RunPlan {
  prompt: PromptTokens;
  /** Tokens of an answer as it is to be expected. */
  usualOutput: number;
  /** Max tokens as sent; null when the model decides. */
  maxTokens: number | null;
  search: SearchWish | null;
  /** Unix milliseconds. */
  at: number;
}

/** The most that a row may write after a prompt; null where nothing tells. */
function mostOutput(model: Model, maxTokens: number | null, prompt: number): number | null {
  const room = model.contextLength === null ? null : Math.max(0, model.contextLength - prompt);
  const bounds = [maxTokens, model.maxCompletionTokens, room].filter((bound) => bound !== null);
  return bounds.length === 0 ? null : Math.min(...bounds);
}

function estimateOn(model: Model, { prompt, usualOutput, maxTokens, search, at }: RunPlan): Estimate | null {
  const [few, usual, many] = [lowOf(prompt), likelyOf(prompt), highOf(prompt)];
  const most = mostOutput(model, maxTokens, many);
  const cost = (tokens: number, cached: number, completion: number, searches: number): Usd | null => {
    const used = { ...NOTHING_USED, prompt: tokens, cached, completion, searches };
    const parts = priceOf(model, used, at, search ?? PLAIN_SEARCH);
    return parts && totalOf(parts);
  };
  const least = search?.least ?? 0;
  const unbounded = search !== null && search.most === null;
  const searches = search ? (search.most ?? Math.max(1, least)) : 0;
  const costs = [
    // What was sent before may be in the prompt cache.
    cost(few, Math.min(few, prompt.known), 0, least),
    cost(usual, 0, most === null ? usualOutput : Math.min(usualOutput, most), search ? Math.max(1, least) : 0),
    cost(many, 0, most ?? usualOutput, searches),
  ].filter((one) => one !== null);
  // A tier for long prompts may be the cheaper one.
  const [low, likely, high] = costs.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  if (low === undefined || likely === undefined || high === undefined) return null;
  return { low, likely, high, open: most === null || unbounded };
}

/**
 * What a run may cost: the likely cost is that of the model asked first, the range takes in the fallbacks. Null where
 * the first model's price is not known, or is that of a model picked later.
 */
export function estimateRun(models: readonly (Model | undefined)[], plan: RunPlan): Estimate | null {
  const [first, ...others] = models.map((model) => (model ? estimateOn(model, plan) : null));
  if (!first) return null;
  return others.reduce<Estimate>(
    (range, other) => ({
      low: other && other.low < range.low ? other.low : range.low,
      likely: range.likely,
      high: other && other.high > range.high ? other.high : range.high,
      open: range.open || other === null || other.open,
    }),
    first,
  );
}

export interface EstimateSum extends Estimate {
  /** Of some runs nothing is known. */
  atLeast: boolean;
}

export function sumEstimates(estimates: readonly (Estimate | null)[]): EstimateSum {
  const known = estimates.filter((estimate) => estimate !== null);
  const sum = (pick: (estimate: Estimate) => Usd): Usd => addUsd(ZERO_USD, ...known.map(pick));
  return {
    low: sum(({ low }) => low),
    likely: sum(({ likely }) => likely),
    high: sum(({ high }) => high),
    open: known.some(({ open }) => open),
    atLeast: known.length < estimates.length,
  };
}
