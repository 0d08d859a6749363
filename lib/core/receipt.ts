import { isJsonObject, type Json, type JsonObject } from './json';
import { addUsd, parseUsd, type Usd } from './money';

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

/** What OpenRouter had booked of an answer whose stream told no cost (§10.1). Null is what it does not tell. */
export interface Settlement {
  /** Exact decimal US dollars. */
  cost: string | null;
  /** What the provider takes from its own account holder, where the key is theirs (BYOK); absent where it is not. */
  upstream?: string | null;
  /** How an imported file has come to the cost, where that was no bill. */
  source?: 'estimated' | 'partial';
  /** Counts of the provider's own tokenizer, as in `usage`. */
  tokens: TokenCounts;
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
  /** Absent until it was asked for; null when it was asked for in vain. */
  settled?: Settlement | null;
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
export const COST_SOURCES = ['billed', 'recorded', 'estimated', 'partial', 'free', 'unknown'] as const;
/** *recorded* is what an imported file says. */
export type CostSource = (typeof COST_SOURCES)[number];

export interface Amount {
  /** Null when unknown. */
  usd: Usd | null;
  source: CostSource;
}

export const UNKNOWN: Amount = { usd: null, source: 'unknown' };

/** More than any model takes: a larger number is no count. */
const MOST_TOKENS = 1e9;

const count = (value: Json | undefined): number | null =>
  typeof value === 'number' && value >= 0 && value <= MOST_TOKENS ? value : null;

/** A count inside `usage`, at the top or in one of its groups; null where it is not told or is no count. */
export function usageCount(usage: JsonObject | null, key: string, group?: string): number | null {
  const from = group === undefined ? usage : usage?.[group];
  return from && typeof from === 'object' && !Array.isArray(from) ? count(from[key]) : null;
}

/** Token counts of the provider's own tokenizer; null where not told. Cached and reasoning are inside in and out. */
export interface TokenCounts {
  in: number | null;
  out: number | null;
  cached: number | null;
  reasoning: number | null;
}

export const tokensOf = ({ usage, settled }: Pick<Receipt, 'usage' | 'settled'>): TokenCounts => ({
  in: usageCount(usage, 'prompt_tokens') ?? settled?.tokens.in ?? null,
  out: usageCount(usage, 'completion_tokens') ?? settled?.tokens.out ?? null,
  cached: usageCount(usage, 'cached_tokens', 'prompt_tokens_details') ?? settled?.tokens.cached ?? null,
  reasoning: usageCount(usage, 'reasoning_tokens', 'completion_tokens_details') ?? settled?.tokens.reasoning ?? null,
});

/** An amount as the API writes it, as exact dollars of a source. A zero is *free*, what is no amount *unknown*. */
export function amountOf(value: Json | undefined, source: CostSource): Amount {
  const usd = typeof value === 'number' || typeof value === 'string' ? parseUsd(value) : null;
  // Nobody is paid for asking.
  if (usd === null || usd < 0n) return UNKNOWN;
  return { usd, source: usd === 0n ? 'free' : source };
}

const billed = (usd: Usd): Amount => ({ usd, source: usd === 0n ? 'free' : 'billed' });

type Told = Pick<Receipt, 'usage' | 'settled'> & Partial<Pick<Receipt, 'openrouterMetadata'>>;

/** Whether the provider bills its own account holder, whose key OpenRouter used (BYOK, §3.4). */
const isByok = ({ usage, settled, openrouterMetadata }: Told): boolean =>
  // Missing in the usage after a loop of server tools.
  (usage?.['is_byok'] ?? openrouterMetadata?.['is_byok']) === true || settled?.upstream !== undefined;

/** What an answer costs whose provider has an account of the visitor's: OpenRouter takes its fee only. */
export interface ByokCost {
  fee: Usd;
  /** To the provider. */
  upstream: Usd;
}

/** @returns null where the key is OpenRouter's, or one of the two is not known */
export function byokCostOf(told: Told): ByokCost | null {
  if (!isByok(told)) return null;
  const { usage, settled } = told;
  const details = usage?.['cost_details'];
  const taken = isJsonObject(details) ? details['upstream_inference_cost'] : undefined;
  const fee = amountOf(usage?.['cost'] ?? settled?.cost, 'billed').usd;
  const upstream = amountOf(taken ?? settled?.upstream, 'billed').usd;
  return fee === null || upstream === null ? null : { fee, upstream };
}

/**
 * What an answer cost as far as its own receipt tells: `usage.cost`, else what was booked of it, else unknown. Where the
 * provider bills an account of its own, with that bill.
 */
export function costOf(told: Told): Amount {
  if (isByok(told)) {
    const byok = byokCostOf(told);
    return byok ? billed(addUsd(byok.fee, byok.upstream)) : UNKNOWN;
  }
  const cost = amountOf(told.usage?.['cost'], 'billed');
  return cost.usd === null ? amountOf(told.settled?.cost, 'billed') : cost;
}
