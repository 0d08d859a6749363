import { type Endpoint, isNamed, tierMeant, tierOf } from '@/lib/core/endpoint';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import { addUsd, parseUsd, type Usd, usdToNumber, ZERO_USD } from '@/lib/core/money';
import { listOf } from '@/lib/core/routing';
import { leftOutBy } from '@/lib/core/routing-problems';
import type { ProviderRouting } from '@/lib/core/workspace';

/** A model that may answer. */
export interface Candidate {
  /** As it is asked for: a variant may choose the provider (§7.1). */
  id: string;
  /** Undefined where there is no row. */
  model: Model | undefined;
  /** Who offers it; undefined where nobody has asked. */
  endpoints?: readonly Endpoint[] | undefined;
}

const routingOf = ({ provider }: JsonObject): ProviderRouting => (isJsonObject(provider) ? provider : {});

/** The tier that is asked for by name (§7.6); null for the ordinary one. */
function tierAsked({ service_tier: tier }: JsonObject): string | null {
  if (typeof tier !== 'string' || tier === '' || tier === 'auto' || tier === 'default') return null;
  return tierMeant(tier);
}

/** Whether a request says who is to serve it, so that the price of the catalogue may be another's. */
export const choosesProvider = (body: JsonObject, id: string): boolean =>
  Object.keys(routingOf(body)).length > 0 || tierAsked(body) !== null || /:(nitro|floor|exacto)\b/.test(id);

/** Tiers that may serve; undefined is the ordinary one. Two variants may take those that nobody asked for (§7.1). */
function tiersOf(body: JsonObject, id: string): (string | undefined)[] {
  const tier = tierAsked(body);
  if (tier !== null) return [tier];
  if (id.includes(':nitro')) return ['priority'];
  return id.includes(':floor') ? [undefined, 'flex'] : [undefined];
}

const sortOf = ({ sort }: ProviderRouting): Json | undefined => (isJsonObject(sort) ? sort['by'] : sort);

const priceAsSorted = ({ pricing }: Pick<Endpoint, 'pricing'>): Usd =>
  addUsd(parseUsd(pricing.prompt) ?? ZERO_USD, parseUsd(pricing.completion) ?? ZERO_USD);

/** What a request sorts offers by, the best first; null where it leaves that to the service (§2.8, §7.1). */
function rankOf(routing: ProviderRouting, id: string): ((endpoint: Endpoint) => number) | null {
  const sort = sortOf(routing);
  if (sort === 'price' || id.includes(':floor')) return (endpoint) => usdToNumber(priceAsSorted(endpoint));
  if (sort === 'throughput' || id.includes(':nitro')) return ({ throughput }) => -(throughput ?? 0);
  return sort === 'latency' ? ({ latencyMs }) => latencyMs ?? Number.MAX_SAFE_INTEGER : null;
}

/**
 * Offers as they are likely tried: by the order of the request, the tier that it asks for, then what it sorts by; else
 * those at the price of the catalogue first.
 */
function asTried(left: readonly Endpoint[], model: Model, body: JsonObject, id: string): Endpoint[] {
  const routing = routingOf(body);
  const [order, tier] = [listOf(routing, 'order'), tierAsked(body)];
  const place = (endpoint: Endpoint): number => {
    const at = order.findIndex((slug) => isNamed(slug, endpoint));
    return at < 0 ? order.length : at;
  };
  const outside = ({ tag }: Endpoint): number => (tier === null || tierOf(tag) === tier ? 0 : 1);
  const listed = priceAsSorted(model);
  const rank = rankOf(routing, id) ?? ((endpoint) => (priceAsSorted(endpoint) === listed ? 0 : 1));
  return left.toSorted(
    (one, other) => place(one) - place(other) || outside(one) - outside(other) || rank(one) - rank(other),
  );
}

export interface Offers {
  /** Rows with the prices and limits of those who may serve, the likely one first. */
  rows: Model[];
  /** Whether nobody else may; otherwise the row is that of the catalogue. */
  known: boolean;
}

/**
 * Who may serve a request, as far as it says so itself: left to OpenRouter, the price is that of the catalogue (§8.3).
 * @param body as it is sent
 */
export function offersOf({ id, endpoints }: Candidate, model: Model, body: JsonObject): Offers {
  if (!choosesProvider(body, id)) return { rows: [model], known: true };
  const tiers = tiersOf(body, id);
  const left = (endpoints ?? []).filter((endpoint) =>
    tiers.some((tier) => leftOutBy(routingOf(body), endpoint, { words: [], tier }) === null),
  );
  if (left.length === 0) return { rows: [model], known: false };
  const rows = asTried(left, model, body, id).map((endpoint) => ({
    ...model,
    pricing: endpoint.pricing,
    contextLength: endpoint.contextLength ?? model.contextLength,
    maxCompletionTokens: endpoint.maxCompletionTokens ?? model.maxCompletionTokens,
  }));
  // Whatever a tier costs that no offer is named by.
  return { rows, known: tiers.every((tier) => tier === undefined || tier === 'flex' || tier === 'priority') };
}
