import 'client-only';
import { queryOptions } from '@tanstack/react-query';
import type { KeyInForce } from '@/lib/core/credential';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Generation } from '@/lib/core/generation';
import { askServer } from './ask-server';
import type { Catalogue } from './catalogue-query';
import { endpointsKey } from './known-endpoints';

/** Who offers a model; kept for a while, as prices and speeds move slowly. */
export const endpointsQuery = (modelId: string) =>
  queryOptions({
    queryKey: endpointsKey(modelId),
    staleTime: 300_000,
    // A cap is kept by these prices, whether anything shows them or not.
    gcTime: Infinity,
    retry: false,
    enabled: modelId.includes('/'),
    // Not let go when what shows them goes: the estimate waits for them as well.
    queryFn: async (): Promise<Endpoint[]> =>
      (
        await askServer<{ endpoints: Endpoint[] }>(
          `/api/models/endpoints?model=${encodeURIComponent(modelId)}`,
          'endpoints',
          'The providers could not be loaded.',
        )
      ).endpoints,
  });

/** Where the server sends a request, and with which headers; a key is masked. */
export interface Destination {
  upstream: Catalogue['upstream'];
  url: string;
  headers: [name: string, value: string][];
}

/** How the upstream is asked on behalf of this visitor. */
export const destinationQuery = queryOptions({
  queryKey: ['destination'],
  staleTime: 60_000,
  retry: 1,
  queryFn: async ({ signal }): Promise<Destination> => {
    const { upstream, chat } = await askServer<{
      upstream: Destination['upstream'];
      chat: Omit<Destination, 'upstream'>;
    }>('/api/health', 'chat', 'The server does not say where it sends requests.', { signal });
    return { upstream, ...chat };
  },
});

/** Whose key pays for this visitor, and what is known of it. */
export const keyQuery = queryOptions({
  queryKey: ['key'],
  retry: false,
  queryFn: ({ signal }) =>
    askServer<KeyInForce>('/api/key', 'owner', 'The server does not say whose key it uses.', { signal }),
});

/** What OpenRouter has not booked yet. */
export class NotBooked extends Error {}

/** What one answer cost in the end. It is booked some seconds after the answer, so it is asked for a few times. */
export const generationQuery = (id: string) =>
  queryOptions({
    queryKey: ['generation', id],
    staleTime: Infinity,
    // Any other trouble mostly passes as well.
    retry: (count, error) => count < (error instanceof NotBooked ? 5 : 3),
    retryDelay: (count) => 1000 * 2 ** count,
    queryFn: async ({ signal }): Promise<Generation> => {
      const { generation } = await askServer<{ generation: Generation | null }>(
        `/api/generation?id=${encodeURIComponent(id)}`,
        'generation',
        'The costs of this answer could not be loaded.',
        { signal },
      );
      if (generation === null) throw new NotBooked('Not booked yet.');
      return generation;
    },
  });
