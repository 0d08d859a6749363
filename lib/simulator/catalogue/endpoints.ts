import { parseUsd, timesUsd, type Usd, usdToString } from '@/lib/core/money';
import { hash, mix, unit } from '@/lib/simulator/random';
import { authorOf, type ModelRow, type Pricing } from './model-row';
import { HOSTS, HOUSES, type Provider, providerOf } from './providers';
import type { SentinelId } from '@/lib/simulator/sentinels';
import { type Speed, speedOf } from './speed';

/** One provider's offer of one model. The first endpoint of a model carries the price of its catalogue row. */
export interface Endpoint {
  row: ModelRow;
  provider: Provider;
  /** Provider slug with its variant: `deepinfra/fp8`, `openai/priority`. */
  tag: string;
  quantization: string;
  /** `default`, or the tier that must be asked for by `service_tier` or by tag. */
  tier: 'default' | 'flex' | 'priority';
  pricing: Pricing;
  /** Served by a key of the visitor's own account at the provider. */
  byok: boolean;
  parameters: readonly string[];
  maxCompletion: number | null;
  speed: Speed;
  /** Percent over the last 30 minutes. */
  uptime: number;
}

const QUANTIZATIONS = ['fp8', 'bf16', 'fp4', 'fp8', 'unknown'] as const;
const NOT_PRICES = new Set(['discount', 'overrides', 'web_search']);

/** Every price of a row times a percentage, exactly. */
function scalePrices<T extends object>(pricing: T, percent: number): T {
  const scaled = Object.entries(pricing).map(([key, value]: [string, unknown]) => {
    const price = typeof value === 'string' && !NOT_PRICES.has(key) ? parseUsd(value) : null;
    if (price !== null && price > 0n) return [key, usdToString((timesUsd(price, percent) / 100n) as Usd)];
    return [
      key,
      key === 'overrides' && Array.isArray(value) ? value.map((tier: object) => scalePrices(tier, percent)) : value,
    ];
  });
  return Object.fromEntries(scaled) as T;
}

/** Sentinels that two providers serve, or fail to serve. */
const PAIRED: ReadonlySet<string> = new Set<SentinelId>([
  'simulator/429-capacity',
  'simulator/provider-down',
  'simulator/provider-limited',
]);
const DEARER = 150;
const BYOK: SentinelId = 'simulator/byok';

function providersFor(row: ModelRow): string[] {
  if (PAIRED.has(row.id)) return ['simulator-a', 'simulator-b'];
  const author = authorOf(row.id);
  const houses = HOUSES[author] ?? [];
  const open = Boolean(row.hugging_face_id);
  if (row.id.endsWith(':free')) return [houses[0] ?? (unit(row.id) < 0.5 ? 'chutes' : 'venice')];
  if (!open) return houses.length > 0 ? [...houses] : [HOSTS[hash(author) % HOSTS.length] ?? 'deepinfra'];
  const wanted = 2 + (hash(row.id) % 3);
  const start = mix(hash(row.canonical_slug)) % HOSTS.length;
  const hosts = HOSTS.map((_, i) => HOSTS[(start + i * 3) % HOSTS.length] ?? 'deepinfra');
  return [...new Set([...houses.slice(0, 1), ...hosts])].slice(0, wanted);
}

/** What an endpoint asks, in percent of the price of the row. */
function percentOf(row: ModelRow, slug: string, place: number, tier: Endpoint['tier']): number {
  if (tier !== 'default') return tier === 'flex' ? 50 : 180;
  if (place === 0) return 100;
  if (PAIRED.has(row.id)) return DEARER;
  return row.hugging_face_id ? 92 + Math.round(unit(`${row.id} ${slug}`) * 60) : 100;
}

function endpoint(row: ModelRow, slug: string, place: number, tier: Endpoint['tier']): Endpoint {
  const name = `${row.id} ${slug}`;
  const open = Boolean(row.hugging_face_id);
  const quantization = open ? (QUANTIZATIONS[hash(name) % QUANTIZATIONS.length] ?? 'unknown') : 'unknown';
  const step = percentOf(row, slug, place, tier);
  const suffix = tier !== 'default' ? `/${tier}` : open && quantization !== 'unknown' ? `/${quantization}` : '';
  const rare = new Set(['logprobs', 'top_logprobs', 'logit_bias', 'top_a', 'min_p', 'repetition_penalty', 'seed']);
  const speed = speedOf(row.id, slug);
  const factor = tier === 'flex' ? 0.5 : tier === 'priority' ? 1.6 : 1;
  return {
    row,
    provider: providerOf(slug),
    tag: `${slug}${suffix}`,
    quantization,
    tier,
    pricing: step === 100 ? row.pricing : scalePrices(row.pricing, step),
    byok: row.id === BYOK,
    // The row lists the union; the first endpoint has all of it, the others lack some of the rarer words.
    parameters: row.supported_parameters.filter(
      (word) => place === 0 || !rare.has(word) || unit(`${name} ${word}`) < 0.6,
    ),
    maxCompletion: row.top_provider.max_completion_tokens,
    speed: {
      tokensPerSecond: Math.round(speed.tokensPerSecond * factor),
      firstToken: Math.round(speed.firstToken / factor),
    },
    uptime: Math.round((99.99 - unit(`${name} uptime`) ** 3 * 3) * 100) / 100,
  };
}

const known = new WeakMap<ModelRow, readonly Endpoint[]>();

/** The endpoints of a model in the order of default routing, tier endpoints last. */
export function endpointsOf(row: ModelRow): readonly Endpoint[] {
  let endpoints = known.get(row);
  if (!endpoints) {
    const slugs = row.pricing.prompt === '-1' ? [] : providersFor(row);
    const tiered = slugs.filter(
      (slug) => /^(openai|google-vertex|google-ai-studio)$/.test(slug) && /gpt-5|gemini|\/o\d/.test(row.id),
    );
    const free = row.pricing.completion === '0';
    endpoints = [
      ...slugs.map((slug, i) => endpoint(row, slug, i, 'default')),
      ...(free ? [] : tiered.flatMap((slug) => [endpoint(row, slug, 0, 'priority'), endpoint(row, slug, 0, 'flex')])),
    ];
    known.set(row, endpoints);
  }
  return endpoints;
}
