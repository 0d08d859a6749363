import type { Model, Pricing } from '@/lib/core/model';
import { addUsd, leastUsd, mostUsd, parseUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { type Consumption, NOTHING_USED } from './consumption';
import { priceOf, totalOf } from './price-of';
import { pricesAt } from './prices';
import { type SearchWish, searchWish, withSearches } from './search-fee';

/** Calls that are all alike. */
export interface Workload {
  /** Tokens a call; reasoning counts as output. */
  input: number;
  output: number;
  /** Percent of the input that is read from the prompt cache, 0 to 100; the only one that need not be whole. */
  cached: number;
  /** Searches a call; a model that always searches does so once at least. */
  searches: number;
  /** Calls a month. */
  calls: number;
}

export const USUAL_WORKLOAD: Workload = { input: 2000, output: 500, cached: 0, searches: 0, calls: 10_000 };

/** What of a workload may be asked for; all begin at zero. */
export const WORKLOAD_LIMITS: Workload = {
  input: 100_000_000,
  output: 10_000_000,
  cached: 100,
  searches: 1000,
  calls: 1_000_000_000,
};

/** Decimals of a share in percent that tell one token of the longest input from the next. */
export const CACHED_DECIMALS = 6;

/** An amount that may depend on the hour: `low` ≤ `even` ≤ `high`, where `even` spreads the calls over the week. */
export interface HourlyUsd {
  low: Usd;
  even: Usd;
  high: Usd;
}

/**
 * What calls cost on a model, or why nobody can say: they do not fit, its price varies, or is not known. *Free* is what
 * has no price: where nothing is asked for, nothing is paid either.
 */
export type WorkloadCost =
  | { kind: 'cost'; each: HourlyUsd; month: HourlyUsd; free: boolean }
  | { kind: 'too-long' | 'varies' | 'unknown' };

const DAY = 1440;

/** The first minute of the day whose time is not before HHMM; the list may write times that no clock shows. */
function minuteOf(hhmm: number): number {
  const [hour, minute] = [Math.floor(Math.ceil(hhmm) / 100), Math.ceil(hhmm) % 100];
  return minute < 60 ? hour * 60 + minute : (hour + 1) * 60;
}

/** Minutes at which a price may change, and the end: of a week where it depends on the day, else of any day. */
function changesOf({ overrides = [] }: Pricing): number[] {
  const days = overrides.some(({ utcDays }) => utcDays) ? 7 : 1;
  const times = overrides.flatMap(({ utcStart, utcEnd }) =>
    utcStart === undefined || utcEnd === undefined ? [] : [utcStart, utcEnd],
  );
  const inside = times.map(minuteOf).filter((minute) => minute > 0 && minute < DAY);
  const minutes = Array.from({ length: days }, (_, day) => [0, ...inside].map((minute) => day * DAY + minute)).flat();
  return [...new Set([...minutes, days * DAY])].sort((one, other) => one - other);
}

const fits = ({ contextLength, maxCompletionTokens }: Model, { prompt, completion }: Consumption): boolean =>
  (contextLength === null || prompt + completion <= contextLength) &&
  (maxCompletionTokens === null || completion <= maxCompletionTokens);

const varies = ({ pricing }: Model): boolean =>
  [pricing.prompt, pricing.completion, pricing.request].some((price) => (parseUsd(price) ?? ZERO_USD) < 0n);

const asksNothing = ({ pricing }: Model, { prompt }: Consumption, at: number): boolean => {
  const price = pricesAt(pricing, prompt, at);
  return [price('prompt'), price('completion'), price('request') ?? ZERO_USD].every((one) => one === 0n);
};

/**
 * Prices calls that all use up the same on a row of the catalogue (§8.3), whether or not they fit: tier by the size of a
 * prompt, cached tokens at the price of the cache, discount, the fee of a model that always searches, and every window of
 * the day and the week.
 * @param calls a month
 * @param asked how they search, where they ask for it
 */
export function priceOfCalls(
  model: Model,
  used: Consumption,
  calls: number,
  asked: SearchWish | null = null,
): WorkloadCost {
  const wish = asked ?? searchWish({}, model.id);
  const searching = withSearches(used, searchWish({}, model.id));
  const changes = changesOf(model.pricing);
  const end = changes.at(-1) ?? DAY;
  const costs: Usd[] = [];
  let minutes = ZERO_USD;
  for (const [place, from] of changes.slice(0, -1).entries()) {
    const parts = priceOf(model, searching, from * 60_000, wish ?? undefined);
    if (!parts) return { kind: varies(model) ? 'varies' : 'unknown' };
    const cost = totalOf(parts);
    costs.push(cost);
    minutes = addUsd(minutes, timesUsd(cost, (changes[place + 1] ?? end) - from));
  }
  const each = { low: leastUsd(costs), even: (minutes / BigInt(end)) as Usd, high: mostUsd(costs) };
  const month = {
    low: timesUsd(each.low, calls),
    even: (timesUsd(minutes, calls) / BigInt(end)) as Usd,
    high: timesUsd(each.high, calls),
  };
  const free = each.high === 0n && changes.every((minute) => asksNothing(model, used, minute * 60_000));
  return { kind: 'cost', each, month, free };
}

/** The same where the calls fit into what the model reads and writes. */
export const costOfCalls = (
  model: Model,
  used: Consumption,
  calls: number,
  asked: SearchWish | null = null,
): WorkloadCost => (fits(model, used) ? priceOfCalls(model, used, calls, asked) : { kind: 'too-long' });

/** What a workload costs on a row of the catalogue. */
export function workloadCost(model: Model, { input, output, cached, searches, calls }: Workload): WorkloadCost {
  const read = Math.round((input * cached) / 100);
  return costOfCalls(model, { ...NOTHING_USED, prompt: input, cached: read, completion: output, searches }, calls);
}

/** A share in percent with no more decimals than lead back to the count. */
function shareOf(part: number, whole: number): number {
  const exact = whole === 0 ? 0 : (part / whole) * 100;
  let share = 0;
  for (let decimals = 0; decimals <= CACHED_DECIMALS; decimals += 1) {
    share = Number(exact.toFixed(decimals));
    if (Math.round((whole * share) / 100) === part) return share;
  }
  return share;
}

/** Calls like one that was made. What is written to the cache, images and sound count as plain tokens in a workload. */
export const workloadOf = ({ prompt, cached, completion, searches }: Consumption, calls: number): Workload => ({
  input: Math.min(prompt, WORKLOAD_LIMITS.input),
  output: Math.min(completion, WORKLOAD_LIMITS.output),
  cached: shareOf(cached, prompt),
  searches: Math.min(searches, WORKLOAD_LIMITS.searches),
  calls,
});
