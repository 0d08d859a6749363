import { isJsonObject } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import { addUsd, parseUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { byokCostOf, costOf, type Receipt } from '@/lib/core/receipt';
import { consumptionOf } from './consumption';
import { PLAIN_SEARCH, type SearchWish, withSearches } from './search-fee';
import { type PartName, type Parts, PARTS, priceOf } from './price-of';

const PROMPT: PartName[] = ['input', 'cacheRead', 'cacheWrite'];
const COMPLETION: PartName[] = ['output', 'reasoning', 'media'];
const FEES: PartName[] = ['request', 'search'];

const NO_PARTS = Object.fromEntries(PARTS.map((name) => [name, ZERO_USD])) as Parts;

/** Some parts in their proportion, so that they make up the amount to the last digit; all of it the first if all are 0. */
function stretched(parts: Parts, names: readonly PartName[], amount: Usd): Partial<Parts> {
  const sum = addUsd(...names.map((name) => parts[name]));
  const shares = names.map((name): [PartName, Usd] => [name, (sum === 0n ? 0n : (parts[name] * amount) / sum) as Usd]);
  const rest = (amount - addUsd(...shares.map(([, share]) => share))) as Usd;
  const [largest] = names.toSorted((one, other) =>
    parts[one] < parts[other] ? 1 : parts[one] > parts[other] ? -1 : 0,
  );
  return Object.fromEntries(
    shares.map(([name, share]) => [name, name === largest ? addUsd(share, rest) : share]),
  ) as Partial<Parts>;
}

/** JSON numbers carry 16 digits, so sums of them may miss the total by less than this share of it. */
const isDust = (rest: Usd, total: Usd): boolean => (rest < 0n ? -rest : rest) * 10n ** 12n < total;

function told(receipt: Receipt, key: string): Usd | null {
  const details = receipt.usage?.['cost_details'];
  const value = isJsonObject(details) ? details[key] : undefined;
  return typeof value === 'number' || typeof value === 'string' ? parseUsd(value) : null;
}

/** @returns null when there is nothing to divide it by */
function divide(total: Usd, receipt: Receipt, model: Model | undefined, wish: SearchWish | null): Parts | null {
  if (total === 0n) return NO_PARTS;
  const counted = consumptionOf(receipt);
  const used = counted && withSearches(counted, wish);
  const listed = (used && model && priceOf(model, used, receipt.timings.startedAt, wish ?? PLAIN_SEARCH)) ?? null;
  const [prompt, completion] = [
    told(receipt, 'upstream_inference_prompt_cost'),
    told(receipt, 'upstream_inference_completions_cost'),
  ];
  const parts = listed ?? NO_PARTS;
  if (prompt !== null && completion !== null) {
    const fees = (total - prompt - completion) as Usd;
    if (fees > 0n && !isDust(fees, total))
      return {
        ...NO_PARTS,
        ...stretched(parts, PROMPT, prompt),
        ...stretched(parts, COMPLETION, completion),
        ...stretched(parts, FEES.toReversed(), fees),
      };
    // A discount of the whole, or dust: the proportions still hold.
    const both = { ...NO_PARTS, ...stretched(parts, PROMPT, prompt), ...stretched(parts, COMPLETION, completion) };
    return { ...NO_PARTS, ...stretched(both, [...PROMPT, ...COMPLETION], total) };
  }
  if (listed === null || used === null) return null;
  const rest = (total - addUsd(...[...PROMPT, ...COMPLETION].map((name) => listed[name]))) as Usd;
  if (used.searches > 0 && rest > 0n) return { ...listed, ...stretched(listed, FEES.toReversed(), rest) };
  return { ...NO_PARTS, ...stretched(listed, PARTS, total) };
}

/**
 * What a billed answer's cost is made of; the parts make up the cost to the last digit. The proportions come from the
 * catalogue's prices and from what the usage tells of prompt and completion (§3.4), the sums from the bill, because the
 * provider that served may have had another price.
 * @param model the row that served; undefined where it is not known
 * @param wish how it was to search
 * @returns null when there is no bill, or nothing to divide it by
 */
export function splitOf(receipt: Receipt, model: Model | undefined, wish: SearchWish | null = null): Parts | null {
  const { usd: total } = costOf(receipt);
  if (total === null || total < 0n) return null;
  const byok = byokCostOf(receipt);
  const parts = divide(byok?.upstream ?? total, receipt, model, wish);
  return parts && byok ? { ...parts, fee: byok.fee } : parts;
}
