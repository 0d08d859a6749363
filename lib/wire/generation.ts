import { z } from 'zod';
import type { Generation } from '@/lib/core/generation';
import type { Json } from '@/lib/core/json';
import { dollars } from './dollars';

const ID = /^[A-Za-z0-9][\w.:-]{0,127}$/;

/** @returns null for a string that cannot be the id of a generation; OpenRouter's are `gen-<seconds>-<20 signs>` (§3.1) */
export const parseGenerationId = (id: string | null): string | null => (id !== null && ID.test(id) ? id : null);

// Every field for itself, so that one that is missing or of another form hides no other.
const text = z.string().min(1).nullable().catch(null);
const count = z.number().nullable().catch(null);
const flag = z.boolean().nullable().catch(null);

const tried = z.object({
  provider_name: text,
  model_permaslug: text,
  endpoint_id: text,
  status: count,
  latency: count,
  is_byok: flag,
  routed_service_tier: text,
});

const row = z.object({
  id: z.string().min(1),
  created_at: text,
  model: text,
  provider_name: text,
  provider_responses: z.array(tried).catch([]),
  router: text,
  service_tier: text,
  data_region: text,
  streamed: flag,
  cancelled: flag,
  finish_reason: text,
  native_finish_reason: text,
  latency: count,
  generation_time: count,
  moderation_latency: count,
  native_tokens_prompt: count,
  native_tokens_completion: count,
  native_tokens_cached: count,
  native_tokens_reasoning: count,
  native_tokens_completion_images: count,
  tokens_prompt: count,
  tokens_completion: count,
  num_media_prompt: count,
  num_media_completion: count,
  num_input_audio_prompt: count,
  num_search_results: count,
  num_fetches: count,
  total_cost: dollars,
  upstream_inference_cost: dollars,
  cache_discount: dollars,
  is_byok: flag,
  response_cache_source_id: text,
});

/**
 * The body of `GET /generation` (§10.1), without what it says of account, app and browser; null when it is nothing of
 * the kind.
 */
export function toGeneration(body: Json | undefined): Generation | null {
  const parsed = z.object({ data: row }).safeParse(body);
  if (!parsed.success) return null;
  const { data } = parsed.data;
  return {
    id: data.id,
    createdAt: data.created_at,
    model: data.model,
    provider: data.provider_name,
    tries: data.provider_responses.map((one) => ({
      provider: one.provider_name,
      model: one.model_permaslug,
      endpointId: one.endpoint_id,
      status: one.status,
      latencyMs: one.latency,
      byok: one.is_byok,
      serviceTier: one.routed_service_tier,
    })),
    router: data.router,
    serviceTier: data.service_tier,
    dataRegion: data.data_region,
    streamed: data.streamed,
    cancelled: data.cancelled,
    finishReason: data.finish_reason,
    nativeFinishReason: data.native_finish_reason,
    latencyMs: data.latency,
    generationMs: data.generation_time,
    moderationMs: data.moderation_latency,
    nativeTokens: {
      in: data.native_tokens_prompt,
      out: data.native_tokens_completion,
      cached: data.native_tokens_cached,
      reasoning: data.native_tokens_reasoning,
      images: data.native_tokens_completion_images,
    },
    tokens: { in: data.tokens_prompt, out: data.tokens_completion },
    media: { in: data.num_media_prompt, out: data.num_media_completion, audioIn: data.num_input_audio_prompt },
    searches: data.num_search_results,
    fetches: data.num_fetches,
    totalCost: data.total_cost,
    upstreamCost: data.upstream_inference_cost,
    cacheDiscount: data.cache_discount,
    byok: data.is_byok,
    repeats: data.response_cache_source_id,
  };
}
