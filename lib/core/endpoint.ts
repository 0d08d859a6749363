import type { Pricing } from './model';

/** One provider's offer of a model (§9). Null is what the upstream does not tell. */
export interface Endpoint {
  /** Display name. */
  provider: string;
  /** What `provider.order`, `only` and `ignore` take: `deepinfra/fp8`. */
  tag: string;
  contextLength: number | null;
  maxCompletionTokens: number | null;
  pricing: Pricing;
  quantization: string | null;
  /** Percent of the last day. */
  uptime: number | null;
  /** Median milliseconds to the first token over the last half hour. */
  latencyMs: number | null;
  /** Median tokens per second over the last half hour. */
  throughput: number | null;
  supportedParameters: string[];
  /** Whether it keeps nothing of a request. */
  zeroRetention: boolean | null;
}

/** `google-vertex` also means `google-vertex/us-east5` (§2.8). */
export const matchesTag = (slug: string, tag: string): boolean => tag === slug || tag.startsWith(`${slug}/`);
