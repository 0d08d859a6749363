import type { AnswerTokens } from '@/lib/browser/answer-cost';
import { formatDuration, formatSpeed, formatTokens } from '@/lib/core/figures';
import { formatCost } from '@/lib/core/money';
import type { Amount } from '@/lib/core/receipt';
import { words } from './words';

const w = words.receipt;

/** The cost with the word that says where it comes from: never a zero for what is unknown. */
export function costText({ usd, source }: Amount): string {
  if (usd === null || source === 'free') return w.source[source];
  return source === 'estimated' ? `${w.source.estimated} ${formatCost(usd)}` : `${formatCost(usd)} ${w.source[source]}`;
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
