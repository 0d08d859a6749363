import 'client-only';
import { QueryClient } from '@tanstack/react-query';
import type { ModelIndex } from '@/lib/core/model';
import { type Catalogue, catalogueQuery } from './catalogue-query';

let client: QueryClient | undefined;

/** One for the page; on the server a fresh one for each request, as visitors share that process. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return new QueryClient();
  return (client ??= new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } }));
}

const NO_MODELS: ModelIndex = new Map();

/** The catalogue as far as it is loaded: a verb needs it outside React. */
export const knownModels = (): ModelIndex =>
  queryClient().getQueryData<Catalogue>(catalogueQuery.queryKey)?.index ?? NO_MODELS;
