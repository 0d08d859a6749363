import type { JsonObject } from '@/lib/core/json';
import { addUsd, usdToNumber, ZERO_USD } from '@/lib/core/money';
import { cacheDiscount } from './pricing/usage';
import { hash, mix, unit } from './random';
import { partsOf } from './request/prompt';
import type { Attempt } from './routing/route';
import { billOfTurn } from './stream/usage-of-turn';
import type { Turn } from './stream/turn';
import { keep, type World } from './world';

/** A generation can be asked for only after a moment (§4.8): between one and three seconds. */
const delayOf = (id: string): number => 1000 + Math.floor(unit(id) * 1900);

const uuid = (from: string): string => {
  const part = (salt: string): string =>
    mix(hash(from + salt))
      .toString(16)
      .padStart(8, '0');
  return `${part('a')}-${part('b').slice(0, 4)}-4${part('b').slice(5, 8)}-8${part('c').slice(0, 3)}-${part('c')}${part('d').slice(0, 4)}`;
};

const orNull = (count: number): number | null => (count > 0 ? count : null);

/** One try of a provider. One that failed has no answer to name, and was told so soon. */
function response(
  id: string,
  { endpoint, status }: Attempt,
  place: number,
  served: { upstream: string; latency: number },
): JsonObject {
  const failed = status !== 200;
  return {
    id: failed ? null : served.upstream,
    endpoint_id: uuid(endpoint.tag + endpoint.row.id),
    provider_name: endpoint.provider.name,
    model_permaslug: endpoint.row.canonical_slug,
    status,
    latency: failed ? 40 + Math.floor(unit(`${id} ${place}`) * 260) : served.latency,
    is_byok: endpoint.byok,
    ...(endpoint.tier !== 'default' && { routed_service_tier: endpoint.tier }),
  };
}

/** The row of `GET /generation` (§10.1), keys as in the sample of an aborted answer. */
function generationRow(turn: Turn, cancelled: boolean, now: number): JsonObject {
  const { tally } = turn.stage;
  const { total, prompt, completion, byok } = billOfTurn(turn, now);
  const upstream = `chatcmpl-${uuid(turn.id).slice(0, 8)}`;
  const latency = Math.round(turn.firstTokenAfter ?? now - turn.startedAt);
  const origin = turn.headers.get('http-referer') ?? turn.headers.get('origin') ?? '';
  const discount = cacheDiscount(tally, turn.endpoint.pricing, now);
  const sent = (type: string): number => partsOf(turn.request, type).length;
  const recordings = sent('input_audio');
  const made = turn.plan.parts.filter(({ kind }) => kind === 'image').length;
  const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    id: turn.id,
    upstream_id: upstream,
    api_type: 'completions',
    total_cost: usdToNumber(total),
    usage: usdToNumber(total),
    upstream_inference_cost: byok ? usdToNumber(addUsd(prompt, completion)) : 0,
    cache_discount: discount === null ? null : usdToNumber(discount),
    is_byok: byok,
    created_at: new Date(turn.startedAt).toISOString(),
    model: turn.endpoint.row.id,
    app_id: null,
    streamed: turn.request.stream,
    cancelled,
    provider_name: turn.endpoint.provider.name,
    latency,
    moderation_latency: null,
    generation_time: Math.max(0, Math.round(now - turn.startedAt)),
    finish_reason: cancelled ? null : turn.finish,
    native_finish_reason: cancelled ? null : turn.native,
    tokens_prompt: tally.prompt,
    tokens_completion: tally.completion,
    native_tokens_prompt: tally.prompt,
    native_tokens_completion: tally.completion,
    native_tokens_completion_images: tally.image > 0 ? tally.image : null,
    native_tokens_reasoning: tally.reasoning,
    native_tokens_cached: tally.cached,
    num_media_prompt: orNull(sent('image_url') + sent('video_url') + sent('input_video') + recordings),
    num_input_audio_prompt: orNull(recordings),
    num_media_completion: orNull(tally.image > 0 ? made : 0),
    num_search_results: turn.search?.results.length ?? null,
    num_fetches: null,
    web_search_engine: turn.search?.engine ?? null,
    origin,
    http_referer: origin === '' ? null : origin,
    user_agent: turn.headers.get('user-agent'),
    external_user: word(turn.request.body.user),
    session_id: word(turn.request.body.session_id) ?? turn.headers.get('x-session-id'),
    request_id: `req-${Math.floor(turn.startedAt / 1000)}-${uuid(turn.id).slice(0, 4)}`,
    router: turn.router,
    service_tier: turn.serviceTier,
    data_region: 'global',
    preset_id: null,
    workspace_id: '00000000-0000-4000-8000-000000000000',
    response_cache_source_id: turn.extraHeaders['X-OpenRouter-Cache-Source-Id'] ?? null,
    provider_responses: turn.attempts.map((attempt, place) => response(turn.id, attempt, place, { upstream, latency })),
  };
}

/** Books an answer that has ended, one way or the other. */
export function book(world: World, turn: Turn, how: 'finished' | 'aborted', now: number): void {
  world.completions[how] += 1;
  const { total, prompt, completion, byok } = billOfTurn(turn, now);
  world.spent = addUsd(world.spent, total > 0n ? total : ZERO_USD);
  if (byok) world.byokSpent = addUsd(world.byokSpent, prompt, completion);
  keep(world.generations, turn.id, {
    visibleFrom: now + delayOf(turn.id),
    data: generationRow(turn, how === 'aborted', now),
  });
}
