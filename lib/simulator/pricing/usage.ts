import type { JsonObject } from '@/lib/core/json';
import { addUsd, timesUsd, type Usd, usdToNumber, ZERO_USD } from '@/lib/core/money';
import type { Pricing } from '@/lib/simulator/catalogue/model-row';
import { pricesFor } from './prices';

/** What one answer used up. */
export interface Tally {
  prompt: number;
  cached: number;
  cacheWrite: number;
  /** The write lives for an hour instead of five minutes and costs more. */
  hourWrite: boolean;
  /** Output tokens, reasoning and images included. */
  completion: number;
  reasoning: number;
  image: number;
  audio: number;
  searches: number;
  /** Calls of server tools. */
  serverCalls: number;
  /** Fees beside tokens: searches, page recognition. */
  fees: Usd;
  /** Nothing was produced, or a response cache answered: no charge (§5.7, §11.3). */
  free: boolean;
}

export const emptyTally = (): Tally => ({
  prompt: 0,
  cached: 0,
  cacheWrite: 0,
  hourWrite: false,
  completion: 0,
  reasoning: 0,
  image: 0,
  audio: 0,
  searches: 0,
  serverCalls: 0,
  fees: ZERO_USD,
  free: false,
});

export interface Bill {
  prompt: Usd;
  completion: Usd;
  /** What the account is charged: tokens, request price and fees. */
  total: Usd;
  /** The provider bills the tokens to an account of the visitor's own; OpenRouter takes its fee. */
  byok: boolean;
}

/** Percent of the list price that OpenRouter takes where the provider's key is the visitor's (§10.5). */
const BYOK_FEE = 5;

/** §13, in exact dollars, at the prices of the endpoint that served. */
export function billOf(tally: Tally, pricing: Pricing, now: number, byok = false): Bill {
  if (tally.free) return { prompt: ZERO_USD, completion: ZERO_USD, total: ZERO_USD, byok };
  const price = pricesFor(pricing, tally.prompt, now);
  const input = price('prompt') ?? ZERO_USD;
  const output = price('completion') ?? ZERO_USD;
  const write = (tally.hourWrite ? price('input_cache_write_1h') : null) ?? price('input_cache_write') ?? input;
  const plain = tally.prompt - tally.cached - tally.cacheWrite;
  const prompt = addUsd(
    timesUsd(input, plain),
    timesUsd(price('input_cache_read') ?? input, tally.cached),
    timesUsd(write, tally.cacheWrite),
  );
  const special = tally.image + tally.audio;
  const completion = addUsd(
    timesUsd(output, tally.completion - special - tally.reasoning),
    timesUsd(price('internal_reasoning') ?? output, tally.reasoning),
    timesUsd(price('image_output') ?? output, tally.image),
    timesUsd(price('audio_output') ?? output, tally.audio),
  );
  const tokens = addUsd(prompt, completion);
  const charged = byok ? ((timesUsd(tokens, BYOK_FEE) / 100n) as Usd) : tokens;
  return { prompt, completion, total: addUsd(charged, price('request') ?? ZERO_USD, tally.fees), byok };
}

/** What the prompt cache saved; below zero where writing it cost more than it saved, null where it did nothing. */
export function cacheDiscount(tally: Tally, pricing: Pricing, now: number): Usd | null {
  if (tally.free || tally.cached + tally.cacheWrite === 0) return null;
  const plain = billOf({ ...tally, cached: 0, cacheWrite: 0 }, pricing, now);
  return (plain.prompt - billOf(tally, pricing, now).prompt) as Usd;
}

/** `usage` as the wire has it in 2026 (§3.4), keys in recorded order. */
export function usageOf(tally: Tally, bill: Bill): JsonObject {
  const count = (tokens: number): number => (tally.free ? 0 : tokens);
  const tokens = addUsd(bill.prompt, bill.completion);
  return {
    prompt_tokens: count(tally.prompt),
    completion_tokens: count(tally.completion),
    total_tokens: count(tally.prompt + tally.completion),
    cost: usdToNumber(bill.total),
    // Left out when a server tool ran (recorded).
    ...(tally.serverCalls === 0 && { is_byok: bill.byok }),
    prompt_tokens_details: {
      cached_tokens: count(tally.cached),
      cache_write_tokens: count(tally.cacheWrite),
      audio_tokens: 0,
      video_tokens: 0,
    },
    cost_details: {
      upstream_inference_cost: usdToNumber(tokens),
      upstream_inference_prompt_cost: usdToNumber(bill.prompt),
      upstream_inference_completions_cost: usdToNumber(bill.completion),
    },
    completion_tokens_details: {
      reasoning_tokens: count(tally.reasoning),
      image_tokens: count(tally.image),
      audio_tokens: count(tally.audio),
    },
    ...(tally.serverCalls > 0 && {
      server_tool_use_details: {
        web_search_requests: tally.searches,
        tool_calls_requested: tally.serverCalls,
        tool_calls_executed: tally.serverCalls,
      },
    }),
  };
}
