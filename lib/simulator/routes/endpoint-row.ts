import type { JsonObject } from '@/lib/core/json';
import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import { isDown } from '@/lib/simulator/faults/refusals';
import { unit } from '@/lib/simulator/random';

/**
 * One endpoint as §9 has it, keys in the order of the sample. Latency is in milliseconds.
 * @param known whether the request brings a key: speed is told to nobody else
 */
export function endpointRow(endpoint: Endpoint, known: boolean): JsonObject {
  const { row, provider, tag, quantization, pricing, parameters, maxCompletion, speed, uptime } = endpoint;
  const spread = 1 + unit(`${row.id} ${tag} spread`) * 0.3;
  const ms = (factor: number): number => Math.round(speed.firstToken * factor * spread);
  const rate = (factor: number): number => Math.round(speed.tokensPerSecond * factor);
  const tools = parameters.includes('tool_choice');
  const near = (by: number): number => Math.round((uptime - by * unit(`${row.id} ${tag} ${by}`)) * 100) / 100;
  const down = isDown(endpoint);
  return {
    name: `${provider.name} | ${row.canonical_slug}`,
    model_id: row.id,
    model_name: row.name,
    context_length: row.top_provider.context_length ?? row.context_length,
    pricing: { ...(pricing as unknown as JsonObject), discount: pricing.discount ?? 0 },
    provider_name: provider.name,
    tag,
    quantization,
    max_completion_tokens: maxCompletion,
    max_prompt_tokens: null,
    supported_parameters: [...parameters],
    status: down ? -10 : uptime < 97.5 ? -1 : 0,
    uptime_last_5m: down ? 0 : near(0.2),
    uptime_last_30m: down ? 0 : uptime,
    uptime_last_1d: near(0.1),
    supports_implicit_caching: pricing.input_cache_read !== undefined && pricing.input_cache_write === undefined,
    supports_voice_cloning: false,
    latency_last_30m: known ? { p50: ms(1), p75: ms(1.4), p90: ms(2.3), p99: ms(6.5) } : null,
    throughput_last_30m: known ? { p50: rate(1), p75: rate(1.2), p90: rate(1.5), p99: rate(2.1) } : null,
    // Newer than the samples (§15), and the official SDK insists on it.
    supports_tool_choice: { auto: tools, function: tools, none: tools, required: tools },
  };
}
