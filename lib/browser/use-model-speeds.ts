import 'client-only';
import { useQueries } from '@tanstack/react-query';
import { endpointsQuery } from './queries';

/**
 * Tokens a second of some models: the median of the last half hour at the quickest of their offers. The list of models
 * tells no speed, so the offers of each are asked for; who is not in the answer has told none.
 * @param ask whether to ask; what was asked before is known in any case
 */
export function useModelSpeeds(ids: readonly string[], ask: boolean): ReadonlyMap<string, number> {
  return useQueries({
    queries: ids.map((id) => {
      const query = endpointsQuery(id);
      return { ...query, enabled: ask && query.enabled === true };
    }),
    combine: (results) => {
      const speeds = new Map<string, number>();
      for (const [at, { data = [] }] of results.entries()) {
        const told = data.map(({ throughput }) => throughput ?? 0).filter((speed) => speed > 0);
        const id = ids[at];
        if (id !== undefined && told.length > 0) speeds.set(id, Math.max(...told));
      }
      return speeds;
    },
  });
}
