import { parseUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import type { PriceKey, PriceOverride, Pricing } from '@/lib/simulator/catalogue/model-row';

/** HHMM in UTC, as overrides write times of day. */
const clockTime = (now: number): number => {
  const date = new Date(now);
  return date.getUTCHours() * 100 + date.getUTCMinutes();
};

const weekday = (now: number): string =>
  new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }).format(now).toLowerCase();

function applies(
  { min_prompt_tokens: more, utc_start: start, utc_end: end, utc_days: days }: PriceOverride,
  promptTokens: number,
  now: number,
): boolean {
  if (more !== undefined && promptTokens <= more) return false;
  if (days && !days.includes(weekday(now))) return false;
  if (start === undefined || end === undefined) return true;
  const time = clockTime(now);
  return start <= end ? time >= start && time < end : time >= start || time < end;
}

/**
 * The prices in force for a prompt of this length at this time: a later matching override wins key by key (§8.3).
 * @returns for each key an exact price, or null where the row has none.
 */
export function pricesFor(pricing: Pricing, promptTokens: number, now: number): (key: PriceKey) => Usd | null {
  const matching = (pricing.overrides ?? []).filter((override) => applies(override, promptTokens, now));
  return (key) => {
    const written = matching.findLast((override) => override[key] !== undefined)?.[key] ?? pricing[key];
    const price = parseUsd(written);
    if (price === null) return null;
    // A negative price means "of the model picked" and is never computed with.
    if (price < 0n) return ZERO_USD;
    const { discount } = pricing;
    return discount ? (((price * BigInt(Math.round((1 - discount) * 1e6))) / 1_000_000n) as Usd) : price;
  };
}
