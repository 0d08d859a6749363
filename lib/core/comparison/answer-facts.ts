import { formatDuration, formatSpeed, formatTokens } from '@/lib/core/figures';
import type { Answer, Message, Part } from '@/lib/core/message';
import type { Pricing } from '@/lib/core/model';
import { formatCost, formatPrice, parseUsd } from '@/lib/core/money';
import { conditionText } from '@/lib/core/price-condition';
import { byokCostOf, tokensOf } from '@/lib/core/receipt';
import type { ExportedCost } from './comparison';

const SOURCES = {
  billed: 'as billed',
  recorded: 'as an imported file says',
  estimated: 'estimated from the tokens',
  partial: 'estimated from what came before it was stopped',
  free: 'free',
  unknown: 'unknown',
} as const;

/** `0.31¢ ($0.0031), as billed`; never a zero for what is unknown. */
export function costSentence({ usd, source }: ExportedCost): string {
  const amount = parseUsd(usd);
  if (amount === null || source === 'free') return SOURCES[source];
  return `${formatCost(amount)} ($${usd}), ${SOURCES[source]}`;
}

/** Everything that is known of an answer, as labels and values; what is not known is left out. */
export function answerFacts(
  { receipt, state, failure, notice }: Answer,
  cost: ExportedCost | undefined,
): [string, string][] {
  const { timings } = receipt;
  const tokens = tokensOf(receipt);
  const byok = byokCostOf(receipt);
  const window =
    timings.firstContentMs === null || timings.totalMs === null ? null : timings.totalMs - timings.firstContentMs;
  const counted = (all: number | null, part: number | null, name: string): string | null =>
    all === null ? null : `${formatTokens(all)}${part === null ? '' : ` (${formatTokens(part)} ${name})`}`;
  const facts: [string, string | null][] = [
    ['Requested model', receipt.requestedModel],
    ['Served model', receipt.servedModel],
    ['Provider', receipt.provider],
    ['First token', timings.firstContentMs === null ? null : formatDuration(timings.firstContentMs)],
    ['Total time', timings.totalMs === null ? null : formatDuration(timings.totalMs)],
    // What broke off was booked by other tokens than came in its time.
    ['Speed', window === null || tokens.out === null || state !== 'done' ? null : formatSpeed(tokens.out, window)],
    ['Tokens in', counted(tokens.in, tokens.cached, 'cached')],
    ['Tokens out', counted(tokens.out, tokens.reasoning, 'reasoning')],
    ['Cost', cost ? costSentence(cost) : null],
    ['Billed by your provider', byok && formatCost(byok.upstream)],
    ['Finish reason', receipt.finishReason],
    ['Generation', receipt.generationId],
    ['State', state === 'done' ? null : state],
    ['Notice', notice ?? null],
    ['Failure', failure && `${failure.message}${failure.code ? ` (${failure.code})` : ''}`],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
}

/** A part of a message as plain text with what it is; null for text itself. */
export function partText(part: Part): { label: string | null; text: string } {
  switch (part.type) {
    case 'text':
      return { label: null, text: part.text };
    case 'reasoning':
      return { label: 'Reasoning', text: part.text };
    case 'tool-call':
      return { label: `Tool call: ${part.name}`, text: part.arguments };
    case 'image':
      return { label: 'Image', text: part.url };
    case 'data':
      return { label: part.kind, text: JSON.stringify(part.data, null, 2) };
  }
}

/** `You`, or the model that answered; whose words an edited answer holds is said. */
export function speaker(message: Message): string {
  if (message.role === 'user') return 'You';
  const model = message.receipt.servedModel ?? message.receipt.requestedModel;
  return message.edited ? `You, in the place of ${model}` : model;
}

const perToken = (price: string | undefined, name: string, same?: string): string[] =>
  price === undefined || (same !== undefined && parseUsd(price) === parseUsd(same))
    ? []
    : [`${formatPrice(price)} ${name}`];

function each(price: string | undefined, name: string): string[] {
  const usd = parseUsd(price);
  return usd === null || usd <= 0n ? [] : [`${formatCost(usd)} ${name}`];
}

/** `$2.00 in, $12.00 out`: all that an answer is charged by; one that repeats input or output is no second charge (§8.3). */
const ratesText = ({ prompt, completion, ...more }: Omit<Pricing, 'overrides'>): string =>
  [
    ...perToken(prompt, 'in'),
    ...perToken(completion, 'out'),
    ...perToken(more.inputCacheRead, 'cached'),
    ...perToken(more.inputCacheWrite, 'written to the cache'),
    ...perToken(more.inputCacheWrite1h, 'written to the cache for an hour'),
    ...perToken(more.internalReasoning, 'reasoning', completion),
    ...perToken(more.imageOutput, 'image out', completion),
    ...perToken(more.audio, 'audio in', prompt),
    ...perToken(more.audioOutput, 'audio out', completion),
    ...each(more.request, 'a request'),
    ...each(more.image === prompt ? undefined : more.image, 'an image'),
    ...each(more.webSearch, 'a search'),
    ...(more.discount ? [`less ${Math.round(more.discount * 100)} %`] : []),
  ].join(', ');

/** The prices of a model per million tokens, with its fees and tiers. */
export const priceSentence = ({ overrides = [], ...base }: Pricing): string =>
  [ratesText(base), ...overrides.map((tier) => `${conditionText(tier)}: ${ratesText(tier)}`)]
    .filter((text) => text !== '')
    .join('; ') || formatPrice(undefined);
