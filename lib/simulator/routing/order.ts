import { parseUsd, ZERO_USD } from '@/lib/core/money';
import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import type { ChatRequest, SortBy } from '@/lib/simulator/request/chat-request';
import { named } from './filters';

/** What the whole request sorts by; a suffix of the model counts when the request says nothing. */
export function sortOf({ provider }: ChatRequest, variants: ReadonlySet<string>): SortBy | null {
  const said = typeof provider.sort === 'string' ? provider.sort : provider.sort?.by;
  if (said) return said;
  if (variants.has('nitro')) return 'throughput';
  if (variants.has('floor')) return 'price';
  return variants.has('exacto') ? 'exacto' : null;
}

export const mixesModels = ({ provider, body }: ChatRequest): boolean =>
  (typeof provider.sort === 'object' && provider.sort?.partition === 'none') || body.route === 'sort';

const price = ({ pricing }: Endpoint): number =>
  Number((parseUsd(pricing.prompt) ?? ZERO_USD) + (parseUsd(pricing.completion) ?? ZERO_USD));

const RANK: Readonly<Record<SortBy, (endpoint: Endpoint) => number>> = {
  price,
  throughput: ({ speed }) => -speed.tokensPerSecond,
  latency: ({ speed }) => speed.firstToken,
  exacto: ({ uptime }) => -uptime,
};

export const compareBy =
  (by: SortBy) =>
  (a: Endpoint, b: Endpoint): number =>
    RANK[by](a) - RANK[by](b);

/** The endpoints of one model in the order in which they are tried. Without wishes that is the catalogue's order. */
export function orderEndpoints(
  endpoints: readonly Endpoint[],
  request: ChatRequest,
  variants: ReadonlySet<string>,
): Endpoint[] {
  const { provider, body } = request;
  const by = sortOf(request, variants);
  const tier = body.service_tier === 'fast' ? 'priority' : body.service_tier;
  const ordered = by ? endpoints.toSorted(compareBy(by)) : [...endpoints];
  // A priority request takes the priority endpoints first and the ordinary ones after them.
  if (tier === 'priority') ordered.sort((a, b) => Number(b.tier === 'priority') - Number(a.tier === 'priority'));
  const { order } = provider;
  if (!order) return ordered;
  const place = (endpoint: Endpoint): number => {
    const found = order.findIndex((slug) => named(endpoint, slug));
    return found < 0 ? order.length : found;
  };
  return ordered.sort((a, b) => place(a) - place(b));
}
