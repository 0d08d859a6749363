import type { Answer } from '@/lib/core/message';
import { findModel, isRouter, type Model, type ModelIndex, servedByFallback } from '@/lib/core/model';
import { ZERO_USD } from '@/lib/core/money';
import { type Amount, costOf, type Receipt, UNKNOWN } from '@/lib/core/receipt';
import { type Consumption, consumptionOf, NOTHING_USED } from './consumption';
import { type Parts, priceOf, totalOf } from './price-of';
import type { CountTokens } from './prompt-tokens';
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

/** What came so far, counted by its text. */
export function consumedSoFar({ parts }: Pick<Answer, 'parts'>, prompt: number, count: CountTokens): Consumption {
  let [text, reasoning] = [0, 0];
  for (const part of parts) {
    if (part.type === 'text') text += count(part.text);
    if (part.type === 'reasoning') reasoning += count(part.text);
    if (part.type === 'tool-call') text += count(part.name + part.arguments);
  }
  return { ...NOTHING_USED, prompt, completion: text + reasoning, reasoning };
}

/**
 * Whether nothing was made for it: the upstream refused before, or an error stood where the first token was to come (a
 * failed try without tokens costs nothing, §5.7, §7.3), or the visitor wrote it.
 */
export const wasNeverMade = ({ state, failure, receipt, edited }: Answer): boolean =>
  edited === true || (state === 'failed' && failure?.stage === 'before' && receipt.usage === null);

function guess(answer: Answer, model: Model, prompt: () => number, count: CountTokens): AnswerCost {
  const { receipt, state } = answer;
  const used = consumptionOf(receipt);
  const parts = priceOf(model, used ?? consumedSoFar(answer, prompt(), count), receipt.timings.startedAt);
  if (!parts) return NOTHING_KNOWN;
  const usd = totalOf(parts);
  const source = used || state === 'running' ? 'estimated' : 'partial';
  return { amount: { usd, source: usd === 0n ? 'free' : source }, parts };
}

/**
 * What an answer costs, by the best that is known: billed, else estimated while it runs, else partial until it is
 * settled. What was asked for in vain is unknown.
 * @param index every row that is known
 * @param prompt estimates the tokens of what was sent
 */
export function costOfAnswer(answer: Answer, index: ModelIndex, prompt: () => number, count: CountTokens): AnswerCost {
  const { receipt, state } = answer;
  const model = servedRow(receipt, index);
  const told = toldBy(answer);
  if (told.usd !== null) return { amount: told, parts: splitOf(receipt, model) };
  if (wasNeverMade(answer)) return { amount: { usd: ZERO_USD, source: 'free' }, parts: null };
  const may = state === 'running' || consumptionOf(receipt) !== null || receipt.generationId !== null;
  return model && may && receipt.settled !== null ? guess(answer, model, prompt, count) : NOTHING_KNOWN;
}

/** What its receipt says of the cost. A file may say anything: what it says is no bill. */
function toldBy({ receipt, imported }: Answer): Amount {
  const told = costOf(receipt);
  return imported && told.usd !== null ? { ...told, source: 'recorded' } : told;
}

/** Whether an answer has ended without its cost, and somebody can be asked for it: not for what others were answered. */
export const unsettled = ({ state, receipt, imported }: Pick<Answer, 'state' | 'receipt' | 'imported'>): boolean =>
  imported !== true && state !== 'running' && receipt.generationId !== null && costOf(receipt).usd === null;
