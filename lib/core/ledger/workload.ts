import type { Model, Pricing } from '@/lib/core/model';
import { addUsd, parseUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { type Consumption, NOTHING_USED } from './consumption';
import { priceOf, totalOf } from './price-of';
import { searchWish } from './search-fee';

/** Calls that are all alike. */
export interface Workload {
  /** Tokens a call; reasoning counts as output. */
  input: number;
  output: number;
  /** Percent of the input that is read from the prompt cache, 0 to 100. */
  cached: number;
  /** Calls a month. */
  calls: number;
}

export const USUAL_WORKLOAD: Workload = { input: 2000, output: 500, cached: 0, calls: 10_000 };

/** What of a workload may be asked for; all begin at zero and are whole. */
export const WORKLOAD_LIMITS: Workload = { input: 100_000_000, output: 10_000_000, cached: 100, calls: 1_000_000_000 };

/** An amount that may depend on the hour: `low` ≤ `even` ≤ `high`, where `even` spreads the calls over the week. */
export interface HourlyUsd {
  low: Usd;
  even: Usd;
  high: Usd;
}

/** What a workload costs on a model, or why nobody can say: it does not fit, its price varies, or is not known. */
export type WorkloadCost =
  | { kind: 'cost'; each: HourlyUsd; month: HourlyUsd }
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

const least = (amounts: readonly Usd[]): Usd => amounts.reduce((low, one) => (one < low ? one : low));
const most = (amounts: readonly Usd[]): Usd => amounts.reduce((high, one) => (one > high ? one : high));

const fits = ({ contextLength, maxCompletionTokens }: Model, { input, output }: Workload): boolean =>
  (contextLength === null || input + output <= contextLength) &&
  (maxCompletionTokens === null || output <= maxCompletionTokens);

const varies = ({ pricing }: Model): boolean =>
  [pricing.prompt, pricing.completion, pricing.request].some((price) => (parseUsd(price) ?? ZERO_USD) < 0n);

/**
 * Prices a workload on a row of the catalogue (§8.3): tier by the size of a prompt, cached tokens at the price of the
 * cache, discount, the fee of a model that always searches, and every window of the day and the week.
 */
export function workloadCost(model: Model, workload: Workload): WorkloadCost {
  if (!fits(model, workload)) return { kind: 'too-long' };
  const { input, output, cached, calls } = workload;
  const wish = searchWish({}, model.id);
  const used: Consumption = {
    ...NOTHING_USED,
    prompt: input,
    cached: Math.round((input * cached) / 100),
    completion: output,
    searches: wish?.least ?? 0,
  };
  const changes = changesOf(model.pricing);
  const end = changes.at(-1) ?? DAY;
  const costs: Usd[] = [];
  let minutes = ZERO_USD;
  for (const [place, from] of changes.slice(0, -1).entries()) {
    const parts = priceOf(model, used, from * 60_000, wish ?? undefined);
    if (!parts) return { kind: varies(model) ? 'varies' : 'unknown' };
    const cost = totalOf(parts);
    costs.push(cost);
    minutes = addUsd(minutes, timesUsd(cost, (changes[place + 1] ?? end) - from));
  }
  const each = { low: least(costs), even: (minutes / BigInt(end)) as Usd, high: most(costs) };
  const month = {
    low: timesUsd(each.low, calls),
    even: (timesUsd(minutes, calls) / BigInt(end)) as Usd,
    high: timesUsd(each.high, calls),
  };
  return { kind: 'cost', each, month };
}
