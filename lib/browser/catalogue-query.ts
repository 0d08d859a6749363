import 'client-only';
import { queryOptions } from '@tanstack/react-query';
import { indexModels, type Model, type ModelIndex } from '@/lib/core/model';
import { askServer } from './ask-server';

// Apart from the other queries, which are no part of the first load.

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

/** @param search `?refresh` has the server ask the upstream again @throws with a sentence */
export async function loadCatalogue(search = '', signal: AbortSignal | null = null): Promise<Catalogue> {
  const answer = await askServer<Omit<Catalogue, 'index'>>(
    `/api/models${search}`,
    'models',
    'The list of models could not be loaded.',
    { signal },
  );
  return { ...answer, index: indexModels(answer.models) };
}

/** Every model of the upstream. */
export const catalogueQuery = queryOptions({
  queryKey: ['models'],
  staleTime: 300_000,
  gcTime: Infinity,
  retry: 1,
  queryFn: ({ signal }) => loadCatalogue('', signal),
});
