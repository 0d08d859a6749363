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
  /** Rows of the upstream's list that could not be read. */
  skipped: number;
  /** Why the list is an old one. */
  failed?: string | undefined;
}

type CatalogueAnswer = Omit<Catalogue, 'index'> & { failure: { message: string } };

/** @param search `?refresh` has the server ask the upstream again @throws with a sentence */
export async function loadCatalogue(search = '', signal: AbortSignal | null = null): Promise<Catalogue> {
  const response = await fetch(`/api/models${search}`, { signal });
  const body = (await response.json().catch(() => ({}))) as Partial<CatalogueAnswer>;
  if (!response.ok || !body.models) throw new Error(body.failure?.message ?? 'The list of models could not be loaded.');
  const { models, fetchedAt = Date.now(), upstream = 'custom', skipped = 0, failed } = body;
  return { models, index: indexModels(models), fetchedAt, upstream, skipped, failed };
}

/** Every model of the upstream. */
export const catalogueQuery = queryOptions({
  queryKey: ['models'],
  staleTime: 300_000,
  gcTime: Infinity,
  retry: 1,
  queryFn: ({ signal }) => loadCatalogue('', signal),
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
