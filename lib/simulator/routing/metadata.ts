import type { JsonObject } from '@/lib/core/json';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import type { Attempt, NoRoute, Offer, Route } from './route';

const offered = (offers: readonly Offer[], served: Offer | null): JsonObject => ({
  total: offers.length,
  available: offers.slice(0, 10).map((offer) => ({
    provider: offer.endpoint.provider.name,
    model: offer.endpoint.row.id,
    selected: offer === served,
  })),
});

const tries = (attempts: readonly Attempt[]): JsonObject[] =>
  attempts.map(({ endpoint, status }) => ({ provider: endpoint.provider.name, model: endpoint.row.id, status }));

/** Whether the request asks for `openrouter_metadata` (§1). */
export const wantsMetadata = (headers: Headers): boolean =>
  [headers.get('x-openrouter-metadata'), headers.get('x-openrouter-experimental-metadata')].some(
    (value) => value?.toLowerCase() === 'enabled',
  );

/** `openrouter_metadata` of an answer (§3.6). */
export function metadataOf(request: ChatRequest, { served, attempts, offers, strategy }: Route): JsonObject {
  const provider = served.endpoint.provider.name;
  // The first model of the list stays visible even when it had nothing to offer.
  const failed = attempts.length - 1;
  return {
    requested: request.models[0] ?? '',
    strategy,
    region: 'fra',
    summary: `available=${offers.length}, selected=${provider}`,
    attempt: failed + 1,
    is_byok: served.endpoint.byok,
    endpoints: offered(offers, served),
    attempts: tries(attempts),
  };
}

/** The same beside an error; attempt 0 means that no provider was reached. */
export const errorMetadata = (request: ChatRequest, { attempts, offers, strategy }: NoRoute): JsonObject => ({
  requested: request.models[0] ?? '',
  strategy,
  region: 'fra',
  summary: `available=${offers.length}, selected=none`,
  attempt: attempts.length,
  is_byok: false,
  endpoints: offered(offers, null),
  ...(attempts.length > 0 && { attempts: tries(attempts) }),
});
