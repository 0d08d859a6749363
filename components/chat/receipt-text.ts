import type { AnswerTokens } from '@/lib/browser/answer-cost';
import { formatDuration, formatSpeed, formatTokens } from '@/lib/core/figures';
import { unsettled } from '@/lib/core/ledger/answer-cost';
import type { Answer } from '@/lib/core/message';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { formatCost } from '@/lib/core/money';
import { type Amount, byokCostOf, type CostSource, type Receipt } from '@/lib/core/receipt';
import { words } from './words';

const w = words.receipt;

/** The cost with the word that says where it comes from: never a zero for what is unknown. */
export function costText({ usd, source }: Amount): string {
  if (usd === null || source === 'free') return w.source[source];
  return source === 'estimated' ? `${w.source.estimated} ${formatCost(usd)}` : `${formatCost(usd)} ${w.source[source]}`;
}

/** Where the cost of an answer comes from, in a sentence. */
export function sourceText(answer: Answer, source: CostSource): string {
  const { receipt, imported } = answer;
  if (source === 'billed' && receipt.settled) return w.settled;
  if (imported && receipt.settled?.source === source) return w.guessed;
  if (source === 'unknown' && unsettled(answer)) return w.asked;
  if (source !== 'partial') return w.from[source];
  if (imported) return w.unbilled;
  if (!unsettled(answer)) return w.nameless;
  return receipt.settled === null ? w.late : w.from.partial;
}

/** What of a cost the provider bills to its own account holder; null where the key is OpenRouter's. */
export function byokText(receipt: Receipt): string | null {
  const byok = byokCostOf(receipt);
  return byok && w.byok(formatCost(byok.upstream));
}

/** Who served an answer: the provider, and the model where it is not the one that was asked for. */
export function servedText({ requestedModel, servedModel, provider }: Receipt, models: ModelIndex): string | null {
  const [asked, served] = [findModel(models, requestedModel), servedModel && findModel(models, servedModel)];
  const another = served && served !== asked ? shortName(served) : null;
  if (!another && !provider) return null;
  return w.via(another && provider ? `${another} (${provider})` : (another ?? provider ?? ''));
}

/** `412 → 256 (0 cached, 40 reasoning)`; what is estimated begins with a ~. */
export function tokenText({ prompt, completion, cached, reasoning, guessed }: AnswerTokens): string {
  const number = (tokens: number): string => `${guessed ? '~' : ''}${formatTokens(tokens)}`;
  const aside = [
    guessed ? null : w.cached(formatTokens(cached)),
    guessed && reasoning === 0 ? null : w.reasoning(number(reasoning)),
  ].filter((part) => part !== null);
  return `${number(prompt)} → ${number(completion)}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
}

/**
 * Time to the first token, in all, and the speed over the time between, all in milliseconds.
 * @param fits false where the tokens are not those that came in this time: what broke off was booked by others
 */
export function timeText(firstMs: number | null, totalMs: number | null, tokens: AnswerTokens, fits = true): string {
  const speed =
    firstMs === null || totalMs === null || !(fits || tokens.guessed)
      ? null
      : formatSpeed(tokens.completion, totalMs - firstMs);
  return [
    firstMs === null ? null : `${formatDuration(firstMs)} ${w.first}`,
    totalMs === null ? null : formatDuration(totalMs),
    speed && `${tokens.guessed ? '~' : ''}${speed}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
