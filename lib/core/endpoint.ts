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

const TIER = /\/(flex|priority)$/;

/** The service tier that an offer belongs to; such an offer is only taken when its tier or its whole tag is asked for. */
export const tierOf = (tag: string): string | null => TIER.exec(tag)?.[1] ?? null;

/** The tier that a name in a request means: *priority* has two (§7.6). */
export const tierMeant = <Asked>(asked: Asked): Asked | 'priority' => (asked === 'fast' ? 'priority' : asked);

/** `google-vertex` also means `google-vertex/us-east5`, but never the offer of a service tier (§2.8). */
export const matchesTag = (slug: string, tag: string): boolean =>
  slug !== '' && (tag === slug || (tag.startsWith(`${slug}/`) && tierOf(tag) === null));

/** Whether a slug of a routing means this offer. Requests of old name a provider as it is shown: `DeepInfra`. */
export const isNamed = (slug: string, { tag, provider }: Pick<Endpoint, 'tag' | 'provider'>): boolean =>
  matchesTag(slug, tag) || (slug === provider && tierOf(tag) === null);
