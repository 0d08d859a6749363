import type { Endpoint } from '@/lib/core/endpoint';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { toPricing } from './catalogue';

const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const string = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const object = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
const median = (value: unknown): number | null => number(value) ?? number(object(value)['p50']);

const rows = (body: Json | undefined): JsonObject[] => {
  const data = object(body)['data'];
  const list = Array.isArray(data) ? data : object(data)['endpoints'];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
};

const nameOf = (row: JsonObject): string => `${string(row['model_id']) ?? ''} ${string(row['tag']) ?? ''}`;

/** Which offers keep nothing, by model and tag, from the body of `GET /endpoints/zdr`. */
export const toZeroRetention = (body: Json | undefined): Set<string> => new Set(rows(body).map(nameOf));

/**
 * The body of `GET /models/:author/:slug/endpoints` in our words (§9).
 * @param zeroRetention from `toZeroRetention`; null when it is not known
 */
export function toEndpoints(body: Json | undefined, zeroRetention: Set<string> | null): Endpoint[] {
  return rows(body).map((row) => ({
    provider: string(row['provider_name']) ?? string(row['name']) ?? 'Unknown',
    tag: string(row['tag']) ?? '',
    contextLength: number(row['context_length']),
    maxCompletionTokens: number(row['max_completion_tokens']),
    pricing: toPricing(object(row['pricing'])),
    quantization: string(row['quantization']),
    uptime: number(row['uptime_last_1d']),
    latencyMs: median(row['latency_last_30m']),
    throughput: median(row['throughput_last_30m']),
    supportedParameters: Array.isArray(row['supported_parameters'])
      ? row['supported_parameters'].filter((word): word is string => typeof word === 'string')
      : [],
    zeroRetention: zeroRetention ? zeroRetention.has(nameOf(row)) : null,
  }));
}
