import type { Pricing, PricingOverride } from '@/lib/core/model';
import { parseUsd, type Usd } from '@/lib/core/money';

export type PriceKey = Exclude<keyof Pricing, 'discount' | 'overrides'>;

/** HHMM in UTC, as overrides write times of day. */
function clockTime(at: number): number {
  const date = new Date(at);
  return date.getUTCHours() * 100 + date.getUTCMinutes();
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function applies(
  { minPromptTokens, utcStart, utcEnd, utcDays }: PricingOverride,
  promptTokens: number,
  at: number,
): boolean {
  if (minPromptTokens !== undefined && promptTokens <= minPromptTokens) return false;
  if (utcDays && !utcDays.includes(DAYS[new Date(at).getUTCDay()] ?? '')) return false;
  if (utcStart === undefined || utcEnd === undefined) return true;
  const time = clockTime(at);
  return utcStart <= utcEnd ? time >= utcStart && time < utcEnd : time >= utcStart || time < utcEnd;
}

/** Both in units of 10^-30, so their product is in units of 10^-60. */
const ONE = 10n ** 30n;

/** Less a share of it. A share that is none (below 0 or above 1) is no reason for another price. */
function reduced(price: Usd, discount: number | undefined): Usd {
  const share = parseUsd(discount);
  return share === null || share <= 0n || share > ONE ? price : (((price * (ONE - share)) / ONE) as Usd);
}

/**
 * The prices in force for a prompt of this length at this time: a later matching override wins key by key (§8.3).
 * @param at Unix milliseconds
 * @returns for each key its exact price; negative where it depends on the model picked, null where the row has none
 */
export function pricesAt(pricing: Pricing, promptTokens: number, at: number): (key: PriceKey) => Usd | null {
  const matching = (pricing.overrides ?? []).filter((override) => applies(override, promptTokens, at));
  const written = <Key extends Exclude<keyof Pricing, 'overrides'>>(key: Key): Pricing[Key] =>
    matching.findLast((override) => override[key] !== undefined)?.[key] ?? pricing[key];
  return (key) => {
    const price = parseUsd(written(key));
    return price === null || price < 0n ? price : reduced(price, written('discount'));
  };
}
