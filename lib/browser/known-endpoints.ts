import 'client-only';
import type { Endpoint } from '@/lib/core/endpoint';
import { catalogueId } from '@/lib/core/model';
import { queryClient } from './query-client';

// Apart from `endpointsQuery`, which is no part of what sends a request.

const ALL = 'endpoints';
export const allEndpointsKey = [ALL] as const;
export const endpointsKey = (catalogueId: string) => [ALL, catalogueId] as const;

/** Who offers a model, as far as anybody has asked on this page; undefined where nobody has. */
export const knownEndpoints = (modelId: string): Endpoint[] | undefined =>
  queryClient().getQueryData<Endpoint[]>(endpointsKey(catalogueId(modelId)));

/** Calls back when the offers of a model have come. @returns a function that ends it */
export const watchEndpoints = (came: () => void): (() => void) =>
  queryClient()
    .getQueryCache()
    .subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success' && event.query.queryKey[0] === ALL) came();
    });
