import type { Model } from '@/lib/core/model';
import { addUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import type { Consumption } from './consumption';
import { pricesAt } from './prices';
import { PLAIN_SEARCH, searchFee, type SearchWish } from './search-fee';

/** What a cost is made of; no part holds what another holds. */
export const PARTS = [
  'input',
  'cacheRead',
  'cacheWrite',
  'output',
  'reasoning',
  'media',
  'request',
  'search',
  /** What OpenRouter takes where the provider bills an account of its own. */
  'fee',
] as const;
export type PartName = (typeof PARTS)[number];
export type Parts = Record<PartName, Usd>;

export const totalOf = (parts: Parts): Usd => addUsd(...PARTS.map((name) => parts[name]));

/** @returns null when a price that is needed is missing or negative */
function charge(price: Usd | null, count: number): Usd | null {
  if (count === 0) return ZERO_USD;
  return price === null || price < 0n ? null : timesUsd(price, count);
}

/**
 * Prices what an answer used up on a row of the catalogue (§13): tier by prompt size and time, cached tokens at the
 * price of the cache where there is one, reasoning inside the output and counted once.
 * @param at Unix milliseconds
 * @param wish how it searches, where that is known
 * @returns null when a price that is needed is missing, or depends on the model picked
 */
export function priceOf(model: Model, used: Consumption, at: number, wish: SearchWish = PLAIN_SEARCH): Parts | null {
  const price = pricesAt(model.pricing, used.prompt, at);
  const [input, output] = [price('prompt'), price('completion')];
  const request = price('request');
  const parts: Record<PartName, Usd | null> = {
    input: charge(input, used.prompt - used.cached - used.written),
    cacheRead: charge(price('inputCacheRead') ?? input, used.cached),
    cacheWrite: charge(price('inputCacheWrite') ?? input, used.written),
    output: charge(output, used.completion - used.reasoning - used.images - used.audio),
    reasoning: charge(price('internalReasoning') ?? output, used.reasoning),
    media: both(
      charge(price('imageOutput') ?? output, used.images),
      charge(price('audioOutput') ?? output, used.audio),
    ),
    request: request === null ? ZERO_USD : charge(request, 1),
    search: charge(searchFee(price('webSearch'), wish), used.searches),
    fee: ZERO_USD,
  };
  return PARTS.every((name) => parts[name] !== null) ? (parts as Parts) : null;
}

const both = (one: Usd | null, other: Usd | null): Usd | null =>
  one === null || other === null ? null : addUsd(one, other);
