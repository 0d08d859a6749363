import type { JsonObject } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import { addUsd, leastUsd, mostUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { type Consumption, IMAGE_TOKENS, NOTHING_USED } from './consumption';
import { costAtMost, hasFreeTokens, maySend, tierEnds } from './dearest';
import { mayAddFees, mayAskAgain } from './extra-fees';
import { type Candidate, offersOf } from './offers';
import { priceOf, totalOf } from './price-of';
import { pricesAt } from './prices';
import { highOf, likelyOf, lowOf, type PromptTokens } from './prompt-tokens';
import { PLAIN_SEARCH, searchFee, searchWish, tokensFound } from './search-fee';

/** What a run may cost, in exact dollars: `low` ≤ `likely` ≤ `high`. */
export interface Estimate {
  low: Usd;
  likely: Usd;
  high: Usd;
  /** Something is not bounded or not priced (the output, searches, a provider, a fee): it may be more than `high`. */
  open: boolean;
}

export interface RunPlan {
  prompt: PromptTokens;
  /** Tokens of an answer as it is to be expected. */
  usualOutput: number;
  /** Max tokens as sent; null when the model decides. */
  maxTokens: number | null;
  /** As it is sent; its messages may be missing. */
  body: JsonObject;
  /** Unix milliseconds. */
  at: number;
}

/** The most that a row may write after a prompt; null where nothing tells. */
function mostOutput(model: Model, maxTokens: number | null, prompt: number): number | null {
  const room = model.contextLength === null ? null : Math.max(0, model.contextLength - prompt);
  const bounds = [maxTokens, model.maxCompletionTokens, room].filter((bound) => bound !== null);
  return bounds.length === 0 ? null : Math.min(...bounds);
}

function estimateOn(model: Model, id: string, { prompt, usualOutput, maxTokens, body, at }: RunPlan): Estimate | null {
  const wish = searchWish(body, id);
  const least = wish?.least ?? 0;
  const searches = wish ? (wish.most ?? Math.max(1, least)) : 0;
  const usualSearches = Math.min(searches, Math.max(1, least));
  const found = (times: number): number => (wish ? tokensFound(wish, times) : 0);
  const [few, many] = [lowOf(prompt), highOf(prompt) + found(searches)];
  // After the shortest prompt there is the most room.
  const most = mostOutput(model, maxTokens, few);
  const cost = (used: Partial<Consumption>): Usd | null => {
    const parts = priceOf(model, { ...NOTHING_USED, ...used }, at, wish ?? PLAIN_SEARCH);
    return parts && totalOf(parts);
  };
  // A tier for long prompts may be the cheaper one.
  const lengths = tierEnds(model.pricing, few, many);
  const room = most ?? Infinity;
  // Who asks a model that draws wants to see something.
  const draws = maySend(model, body, 'image') && model.pricing.imageOutput !== undefined;
  const images = draws ? Math.min(IMAGE_TOKENS, room) : 0;
  const likely = cost({
    prompt: likelyOf(prompt) + found(usualSearches),
    completion: images + Math.min(usualOutput, room - images),
    images,
    searches: usualSearches,
  });
  const atLeast = lengths.flatMap((tokens) =>
    // All of it may be in the prompt cache: whoever asks again sends what another conversation has sent before.
    [{}, { cached: tokens }, { written: tokens }].map((kept) => cost({ prompt: tokens, ...kept, searches: least })),
  );
  const atMost = lengths.map((tokens) =>
    costAtMost(model, { prompt: tokens, completion: most ?? usualOutput, searches }, body, at, wish ?? PLAIN_SEARCH),
  );
  const [lows, highs] = [atLeast, atMost].map((costs) => costs.filter((one) => one !== null));
  if (!lows?.length || likely === null || !highs?.length) return null;
  const [low, high] = [leastUsd(lows), mostUsd(highs)];
  const fee = wish && searchFee(pricesAt(model.pricing, many, at)('webSearch'), wish);
  const endless = wish !== null && wish.most === null && fee !== 0n;
  // Nobody tells how long the results of a search are.
  const unbounded = !hasFreeTokens(model.pricing) && (most === null || found(searches) > 0 || mayAskAgain(body));
  return { low, likely, high, open: endless || unbounded || mayAddFees(body, id) };
}

/** The range takes in another one, which is null where it is not known; the likely cost stays. */
function withRange(range: Estimate, other: Estimate | null): Estimate {
  return {
    low: other ? leastUsd([range.low, other.low]) : range.low,
    likely: range.likely,
    high: other ? mostUsd([range.high, other.high]) : range.high,
    open: range.open || other === null || other.open,
  };
}

function estimateOf(candidate: Candidate, plan: RunPlan): Estimate | null {
  const { id, model } = candidate;
  if (!model) return null;
  const { rows, known } = offersOf(candidate, model, plan.body);
  const [first, ...others] = rows.map((row) => estimateOn(row, id, plan));
  if (!first) return null;
  const range = others.reduce<Estimate>(withRange, first);
  // A provider of unknown price may be cheaper as well: no cap may refuse for a price that is not its own.
  return known || hasFreeTokens(model.pricing) ? range : { ...range, low: ZERO_USD, open: true };
}

/**
 * What a run may cost: the likely cost is that of the model asked first, the range takes in the fallbacks. Null where
 * the first model's price is not known, or is that of a model picked later.
 */
export function estimateRun(candidates: readonly Candidate[], plan: RunPlan): Estimate | null {
  const [first, ...others] = candidates.map((candidate) => estimateOf(candidate, plan));
  return first ? others.reduce<Estimate>(withRange, first) : null;
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
