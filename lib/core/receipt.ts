import type { Json, JsonObject } from './json';
import { parseUsd, usdToString } from './money';

/** Milliseconds, measured at the server from the moment the upstream request left. */
export interface Timings {
  /** Unix milliseconds at which the upstream request left. */
  startedAt: number;
  /** To the first piece of reasoning, text, tool call or image. */
  firstContentMs: number | null;
  /** To the first piece of text. */
  firstTextMs: number | null;
  /** To the last chunk. */
  totalMs: number | null;
}

/** What became known of an answer: the stats that OpenRouter keeps of a generation (§3.1, §3.4, §3.6, §10.1). */
export interface Receipt {
  generationId: string | null;
  requestedModel: string;
  servedModel: string | null;
  /** Display name, for example "Amazon Bedrock". */
  provider: string | null;
  finishReason: string | null;
  nativeFinishReason: string | null;
  /** As received: costs and details are read from it, never stored beside it. */
  usage: JsonObject | null;
  serviceTier: string | null;
  systemFingerprint: string | null;
  openrouterMetadata: JsonObject | null;
  timings: Timings;
}

/** The receipt of a request that has just left. @param startedAt Unix milliseconds */
export const openReceipt = (requestedModel: string, startedAt: number): Receipt => ({
  generationId: null,
  requestedModel,
  servedModel: null,
  provider: null,
  finishReason: null,
  nativeFinishReason: null,
  usage: null,
  serviceTier: null,
  systemFingerprint: null,
  openrouterMetadata: null,
  timings: { startedAt, firstContentMs: null, firstTextMs: null, totalMs: null },
});

/** Where an amount comes from. It is shown beside every amount. */
export type CostSource = 'billed' | 'estimated' | 'partial' | 'free' | 'unknown';

export interface Cost {
  /** Exact decimal US dollars; null when unknown. */
  usd: string | null;
  source: CostSource;
}

const count = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;

const detail = (usage: JsonObject | null, group: string, key: string): number | null => {
  const details = usage?.[group];
  return details && typeof details === 'object' && !Array.isArray(details) ? count(details[key]) : null;
};

/** Token counts of the provider's own tokenizer; null where not told. Cached and reasoning are inside in and out. */
export interface TokenCounts {
  in: number | null;
  out: number | null;
  cached: number | null;
  reasoning: number | null;
}

export const tokensOf = ({ usage }: Pick<Receipt, 'usage'>): TokenCounts => ({
  in: count(usage?.['prompt_tokens']),
  out: count(usage?.['completion_tokens']),
  cached: detail(usage, 'prompt_tokens_details', 'cached_tokens'),
  reasoning: detail(usage, 'completion_tokens_details', 'reasoning_tokens'),
});

/**
 * What an answer cost as far as its own receipt tells: `usage.cost` when it came, else unknown. A zero is *free*.
 */
export function costOf({ usage }: Pick<Receipt, 'usage'>): Cost {
  const value = usage?.['cost'];
  const amount = typeof value === 'number' || typeof value === 'string' ? parseUsd(value) : null;
  if (amount === null) return { usd: null, source: 'unknown' };
  return amount === 0n ? { usd: '0', source: 'free' } : { usd: usdToString(amount), source: 'billed' };
}
