import 'client-only';
import { queryOptions } from '@tanstack/react-query';
import type { Endpoint } from '@/lib/core/endpoint';
import { indexModels, type Model, type ModelIndex } from '@/lib/core/model';

export interface Catalogue {
  models: Model[];
  index: ModelIndex;
  /** Unix milliseconds at which the server asked the upstream. */
  fetchedAt: number;
  upstream: 'openrouter' | 'custom' | 'simulator';
}

interface CatalogueAnswer {
  models: Model[];
  fetchedAt: number;
  upstream: Catalogue['upstream'];
  failure?: { message: string };
}

/** Every model of the upstream. */
export const catalogueQuery = queryOptions({
  queryKey: ['models'],
  staleTime: 300_000,
  gcTime: Infinity,
  retry: 1,
  queryFn: async ({ signal }): Promise<Catalogue> => {
    const response = await fetch('/api/models', { signal });
    const body = (await response.json().catch(() => ({}))) as Partial<CatalogueAnswer>;
    if (!response.ok || !body.models)
      throw new Error(body.failure?.message ?? 'The list of models could not be loaded.');
    const { models, fetchedAt = Date.now(), upstream = 'custom' } = body;
    return { models, index: indexModels(models), fetchedAt, upstream };
  },
});

/** Who offers a model; kept for a while, as prices and speeds move slowly. */
export const endpointsQuery = (modelId: string) =>
  queryOptions({
    queryKey: ['endpoints', modelId],
    staleTime: 300_000,
    retry: false,
    enabled: modelId.includes('/'),
    queryFn: async ({ signal }): Promise<Endpoint[]> => {
      const response = await fetch(`/api/models/endpoints?model=${encodeURIComponent(modelId)}`, { signal });
      const body = (await response.json().catch(() => ({}))) as {
        endpoints?: Endpoint[];
        failure?: { message: string };
      };
      if (!response.ok || !body.endpoints)
        throw new Error(body.failure?.message ?? 'The providers could not be loaded.');
      return body.endpoints;
    },
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
    const response = await fetch('/api/health', { signal });
    const { upstream, chat } = (await response.json()) as {
      upstream: Destination['upstream'];
      chat: Omit<Destination, 'upstream'>;
    };
    return { upstream, ...chat };
  },
});
