import { type Endpoint, isNamed } from './endpoint';
import { isJsonObject, type Json, type JsonObject } from './json';
import type { ProviderRouting } from './workspace';

/** Where a provider stands in a routing; in none of the lists OpenRouter decides. */
export type Standing = 'order' | 'only' | 'ignore';

export const STANDINGS: readonly Standing[] = ['order', 'only', 'ignore'];

const strings = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export const listOf = (routing: ProviderRouting, key: Standing | 'quantizations'): string[] => strings(routing[key]);

/** A routing with one key set, or taken out by undefined; empty lists and objects are taken out too. */
export function withRouting(routing: ProviderRouting, key: string, value: Json | undefined): ProviderRouting {
  const { [key]: _, ...others } = routing;
  const empty =
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (isJsonObject(value) && Object.keys(value).length === 0);
  return empty ? others : { ...others, [key]: value };
}

/** A routing with one list changed; a list that stays as it is, or is none, is left alone. */
function withList(routing: ProviderRouting, key: Standing, change: (slugs: string[]) => string[]): ProviderRouting {
  const before = listOf(routing, key);
  const after = change(before);
  const same = after.length === before.length && after.every((slug, at) => slug === before[at]);
  return same ? routing : withRouting(routing, key, after);
}

/** What becomes of an offer by the lists, a base slug included. To be ignored comes before all else. */
export const standingOf = (routing: ProviderRouting, endpoint: Endpoint): Standing | null =>
  (['ignore', 'order', 'only'] as const).find((key) => listOf(routing, key).some((slug) => isNamed(slug, endpoint))) ??
  null;

/** A list without one offer: a slug that names others too gives way to their own tags, in its place. */
function listWithout(slugs: readonly string[], endpoint: Endpoint, endpoints: readonly Endpoint[]): string[] {
  const others = endpoints.filter(({ tag }) => tag !== '' && tag !== endpoint.tag);
  const left = slugs.flatMap((slug) => {
    if (!isNamed(slug, endpoint)) return [slug];
    return slug === endpoint.tag ? [] : others.filter((other) => isNamed(slug, other)).map(({ tag }) => tag);
  });
  return [...new Set(left)];
}

/**
 * Moves an offer into one of the lists, at its end, and out of the others. All other offers stay where they stand.
 * @param endpoints all offers of the model
 */
export function withStanding(
  routing: ProviderRouting,
  endpoint: Endpoint,
  endpoints: readonly Endpoint[],
  standing: Standing | null,
): ProviderRouting {
  const change = (key: Standing) => (slugs: string[]) => {
    const others = listWithout(slugs, endpoint, endpoints);
    return key === standing ? [...others, endpoint.tag] : others;
  };
  return STANDINGS.reduce((changed, key) => withList(changed, key, change(key)), routing);
}

/** A slug that means none of a model's offers, with the lists it stands in. */
export interface Stranger {
  slug: string;
  standings: Standing[];
}

/** Slugs of no offer among these, such as those of a model chosen before: they are sent all the same. */
export function strangersOf(routing: ProviderRouting, endpoints: readonly Endpoint[]): Stranger[] {
  const slugs = new Set(STANDINGS.flatMap((key) => listOf(routing, key)));
  return [...slugs]
    .filter((slug) => !endpoints.some((endpoint) => isNamed(slug, endpoint)))
    .map((slug) => ({ slug, standings: STANDINGS.filter((key) => listOf(routing, key).includes(slug)) }));
}

/** Takes a slug out of every list. */
export const withoutSlug = (routing: ProviderRouting, slug: string): ProviderRouting =>
  STANDINGS.reduce(
    (changed, key) => withList(changed, key, (slugs) => slugs.filter((other) => other !== slug)),
    routing,
  );

/** Moves a slug of the order up (-1) or down (1); at the end of the list nothing changes. */
export function moveInOrder(routing: ProviderRouting, slug: string, by: -1 | 1): ProviderRouting {
  const order = listOf(routing, 'order');
  const from = order.indexOf(slug);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return routing;
  const moved = order.toSpliced(from, 1).toSpliced(to, 0, slug);
  return withRouting(routing, 'order', moved);
}

/** One limit of `max_price`, in dollars per million tokens. */
export function withMaxPrice(
  routing: ProviderRouting,
  key: 'prompt' | 'completion',
  value: number | undefined,
): ProviderRouting {
  const limits: JsonObject = isJsonObject(routing['max_price']) ? routing['max_price'] : {};
  return withRouting(routing, 'max_price', withRouting(limits, key, value));
}

/** A limit in dollars per million tokens; the schema has texts where the guide has numbers (§16). */
export const maxPriceOf = (routing: ProviderRouting, key: 'prompt' | 'completion'): number | undefined => {
  const limit = isJsonObject(routing['max_price']) ? routing['max_price'][key] : undefined;
  if (typeof limit === 'string' && limit.trim() !== '' && Number.isFinite(Number(limit))) return Number(limit);
  return typeof limit === 'number' ? limit : undefined;
};
