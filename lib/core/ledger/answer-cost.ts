import { type Answer, hasContent } from '@/lib/core/message';
import { findModel, isRouter, type Model, type ModelIndex, servedByFallback } from '@/lib/core/model';
import { ZERO_USD } from '@/lib/core/money';
import { type Amount, amountOf, costOf, type Receipt, UNKNOWN } from '@/lib/core/receipt';
import { type Consumption, consumptionOf, IMAGE_TOKENS, NOTHING_USED } from './consumption';
import { type Parts, priceOf, totalOf } from './price-of';
import type { CountTokens } from './prompt-tokens';
import { PLAIN_SEARCH, type SearchWish, searchWish, withSearches } from './search-fee';
import { splitOf } from './split';

/**
 * The row whose prices an answer was billed at (§3.5): of what was asked for, variants included, unless another model
 * served. Undefined where it is not known.
 */
export function servedRow({ requestedModel, servedModel }: Receipt, index: ModelIndex): Model | undefined {
  const asked = findModel(index, requestedModel);
  if (servedModel === null) return isRouter(requestedModel) ? undefined : asked;
  const served = findModel(index, servedModel);
  const another = isRouter(requestedModel) || servedByFallback(requestedModel, servedModel, index) === true;
  if (another) return served;
  return asked?.aliasTarget ? (served ?? findModel(index, asked.aliasTarget) ?? asked) : (asked ?? served);
}

export interface AnswerCost {
  amount: Amount;
  /** What the amount is made of; null where that cannot be told. */
  parts: Parts | null;
}

const NOTHING_KNOWN: AnswerCost = { amount: UNKNOWN, parts: null };

type Asked = Pick<Answer, 'receipt' | 'sent'>;

const wishOf = ({ receipt, sent }: Asked): SearchWish | null =>
  searchWish(sent?.settings ?? {}, receipt.requestedModel);

/** What an answer has used up as far as it was told; null where it was not. */
export function usedBy(answer: Asked): Consumption | null {
  const told = consumptionOf(answer.receipt);
  return told && withSearches(told, wishOf(answer));
}

/** What came so far, counted by its text and its images. */
export function consumedSoFar(
  { parts, ...asked }: Asked & Pick<Answer, 'parts'>,
  prompt: number,
  count: CountTokens,
): Consumption {
  let [text, reasoning, images] = [0, 0, 0];
  for (const part of parts) {
    if (part.type === 'text') text += count(part.text);
    if (part.type === 'reasoning') reasoning += count(part.text);
    if (part.type === 'tool-call') text += count(part.name + part.arguments);
    if (part.type === 'image') images += IMAGE_TOKENS;
  }
  const used = { ...NOTHING_USED, prompt, completion: text + reasoning + images, reasoning, images };
  return withSearches(used, wishOf(asked));
}

/**
 * Whether nothing was made for it: the upstream refused before, or an error stood where the first token was to come (a
 * failed try without tokens costs nothing, §5.7, §7.3), or the visitor wrote it.
 */
export const wasNeverMade = ({ state, failure, receipt, edited }: Answer): boolean =>
  edited === true || (state === 'failed' && failure?.stage === 'before' && receipt.usage === null);

function guess(answer: Answer, model: Model, prompt: () => number, count: CountTokens): AnswerCost {
  const { receipt, state } = answer;
  const told = usedBy(answer);
  const used = told ?? consumedSoFar(answer, prompt(), count);
  const wish = wishOf(answer);
  const parts = priceOf(model, used, receipt.timings.startedAt, wish ?? PLAIN_SEARCH);
  if (!parts) return NOTHING_KNOWN;
  const usd = totalOf(parts);
  const source = told || state === 'running' ? 'estimated' : 'partial';
  // Tokens may be free where a search is not.
  return { amount: { usd, source: usd === 0n && wish === null ? 'free' : source }, parts };
}

/**
 * What an answer costs, by the best that is known: billed, else estimated while it runs, else partial until it is
 * settled, for ever where it is never booked.
 * @param index every row that is known
 * @param prompt estimates the tokens of what was sent
 */
export function costOfAnswer(answer: Answer, index: ModelIndex, prompt: () => number, count: CountTokens): AnswerCost {
  const { receipt, state } = answer;
  const model = servedRow(receipt, index);
  const told = toldBy(answer);
  if (told.usd !== null) return { amount: told, parts: splitOf(receipt, model, wishOf(answer)) };
  if (wasNeverMade(answer)) return { amount: { usd: ZERO_USD, source: 'free' }, parts: null };
  // What was stopped before its first token may cost its prompt, or nothing.
  const begun = consumptionOf(receipt) !== null || hasContent(answer);
  return model && (begun || state === 'running') ? guess(answer, model, prompt, count) : NOTHING_KNOWN;
}

/** What its receipt says of the cost. A file may say anything: what it says is no bill. */
function toldBy({ receipt, imported }: Answer): Amount {
  const told = costOf(receipt);
  if (!imported) return told;
  const { usd } = told.usd === null ? amountOf(receipt.settled?.cost, 'recorded') : told;
  return usd === null ? UNKNOWN : { usd, source: receipt.settled?.source ?? 'recorded' };
}

/**
 * Whether an answer has ended without its cost, and somebody can be asked for it: not for what others were answered, nor
 * for what was never made.
 */
export const unsettled = (answer: Answer): boolean =>
  answer.imported !== true &&
  answer.state !== 'running' &&
  answer.receipt.generationId !== null &&
  !wasNeverMade(answer) &&
  costOf(answer.receipt).usd === null;
