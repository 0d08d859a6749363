import type { JsonObject } from '@/lib/core/json';
import { makerOf, type Model, type Pricing } from '@/lib/core/model';
import { addUsd, mostUsd, parseUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { NOTHING_USED } from './consumption';
import { priceOf, totalOf } from './price-of';
import { type PriceKey, pricesAt } from './prices';
import { PLAIN_SEARCH, type SearchWish } from './search-fee';

type PriceOf = (key: PriceKey) => Usd | null;

/** When a maker's models write to the prompt cache, and how that is charged (§11.1). */
interface CacheWrites {
  /** What the request marks, and nothing else. */
  marked: boolean;
  /** Tokens: no shorter prompt is kept. */
  least: number;
  /** The price of a write is that of keeping it, beside the price of the input. */
  onTop?: boolean;
}

const WRITES: ReadonlyMap<string, CacheWrites> = new Map([
  ['anthropic', { marked: true, least: 1024 }],
  ['google', { marked: true, least: 1024, onTop: true }],
  ['openai', { marked: false, least: 1024 }],
  ['qwen', { marked: true, least: 0 }],
]);

/** Models of which nobody tells may write by themselves, where the row has a price for it. */
const BY_THEMSELVES: CacheWrites = { marked: false, least: 0 };

const marks = new WeakMap<JsonObject, { some: boolean; anHour: boolean }>();

/** What a request marks for the prompt cache. Each is looked through once, however many tiers and offers there are. */
function marksIn(body: JsonObject): { some: boolean; anHour: boolean } {
  const known = marks.get(body);
  if (known) return known;
  // In JSON; the quotes of a text that spells them are escaped.
  const sent = JSON.stringify(body);
  const found = { some: sent.includes('"cache_control":{'), anHour: sent.includes('"ttl":"1h"') };
  marks.set(body, found);
  return found;
}

const dearest = (prices: (Usd | null)[]): Usd => mostUsd([ZERO_USD, ...prices.filter((price) => price !== null)]);

/** The most that a token of the prompt costs: plain, read from the cache, or written to it where that may be. */
function dearestInput({ id }: Model, price: PriceOf, body: JsonObject, prompt: number): Usd {
  const plain = [price('prompt'), price('inputCacheRead')];
  const { marked, least, onTop } = WRITES.get(makerOf(id)) ?? BY_THEMSELVES;
  const [written, anHour] = [price('inputCacheWrite'), price('inputCacheWrite1h')];
  if (prompt < least || (written ?? anHour) === null) return dearest(plain);
  const { some, anHour: forAnHour } = marksIn(body);
  if (marked && !some) return dearest(plain);
  const hour = forAnHour ? anHour : null;
  return dearest([...plain, onTop && written !== null ? addUsd(dearest(plain), written) : written, hour]);
}

/** Whether a model may answer a request with it: images come unasked as well, sound must be asked for (§12.4, §12.5). */
export function maySend(
  { outputModalities: gives }: Model,
  { modalities }: JsonObject,
  kind: 'image' | 'audio',
): boolean {
  const asked = Array.isArray(modalities) ? modalities.includes(kind) : kind === 'image';
  return asked && (gives.length === 0 || gives.includes(kind));
}

/** The most that a token of the answer costs: of text, of reasoning, of an image or of sound where they may come. */
const dearestOutput = (model: Model, price: PriceOf, body: JsonObject): Usd =>
  dearest([
    price('completion'),
    price('internalReasoning'),
    maySend(model, body, 'image') ? price('imageOutput') : null,
    maySend(model, body, 'audio') ? price('audioOutput') : null,
  ]);

/** What a run uses up at most. */
export interface Most {
  prompt: number;
  completion: number;
  searches: number;
}

/**
 * The most that so much may cost on a row: every token at the dearest price that it may have.
 * @param body as it is sent
 * @param at Unix milliseconds
 * @returns null where a price that is needed is not known
 */
export function costAtMost(
  model: Model,
  { prompt, completion, searches }: Most,
  body: JsonObject,
  at: number,
  wish: SearchWish = PLAIN_SEARCH,
): Usd | null {
  const parts = priceOf(model, { ...NOTHING_USED, prompt, completion, searches }, at, wish);
  if (!parts) return null;
  const price = pricesAt(model.pricing, prompt, at);
  const more = (most: Usd, plain: Usd | null): Usd => (most - (plain ?? ZERO_USD)) as Usd;
  return addUsd(
    totalOf(parts),
    timesUsd(more(dearestInput(model, price, body, prompt), price('prompt')), prompt),
    timesUsd(more(dearestOutput(model, price, body), price('completion')), completion),
  );
}

/** By the token; all others are by the piece. */
const TOKEN_KEYS = [
  'prompt',
  'completion',
  'inputCacheRead',
  'inputCacheWrite',
  'inputCacheWrite1h',
  'internalReasoning',
  'imageOutput',
  'audioOutput',
] as const;

/** Whether tokens cost nothing, however many they are and whenever. */
export const hasFreeTokens = ({ overrides = [], ...base }: Pricing): boolean =>
  base.prompt !== undefined &&
  base.completion !== undefined &&
  [base, ...overrides].every((rates) =>
    TOKEN_KEYS.every((key) => rates[key] === undefined || parseUsd(rates[key]) === 0n),
  );

/** Lengths of a prompt at the ends of the tiers between two lengths, both among them. */
export const tierEnds = ({ overrides = [] }: Pricing, few: number, many: number): number[] => [
  few,
  ...overrides
    .flatMap(({ minPromptTokens: above }) => (above === undefined ? [] : [above, above + 1]))
    .filter((tokens) => tokens > few && tokens < many),
  many,
];
