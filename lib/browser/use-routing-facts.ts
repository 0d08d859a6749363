import 'client-only';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Endpoint } from '@/lib/core/endpoint';
import { catalogueId, type ModelIndex } from '@/lib/core/model';
import { notesFor } from '@/lib/core/notes';
import { samplingOf } from '@/lib/core/request';
import { type Stranger, strangersOf } from '@/lib/core/routing';
import { needsOf, type RoutingNeeds, routingProblems } from '@/lib/core/routing-problems';
import type { Pane } from '@/lib/core/workspace';
import { endpointsQuery } from './queries';
import { useWorkspaceStore } from './workspace-store';

export interface RoutingFacts {
  /** The offers of the pane's model; empty while they are not known. */
  endpoints: readonly Endpoint[];
  status: 'pending' | 'error' | 'success';
  retry: () => void;
  needs: RoutingNeeds;
  /** What cannot work, a sentence each. */
  problems: readonly string[];
  /** Slugs that mean none of the offers: all of them where the offers are not known. */
  strangers: readonly Stranger[];
}

const OVERRULED = 'The extra JSON sets provider too, and it wins: nothing of this routing is sent.';
const NONE: readonly Endpoint[] = [];

/** What is known of the providers that a pane's routing chooses among. @param ask whether to ask for the offers */
export function useRoutingFacts(pane: Pane, models: ModelIndex, ask = true): RoutingFacts {
  // Not the workspace: typing in the composer changes that too.
  const shared = useWorkspaceStore(({ workspace }) => workspace.sampling);
  const forced = useWorkspaceStore(({ workspace }) => workspace.forced);
  const modelId = catalogueId(pane.modelId);
  const query = endpointsQuery(modelId);
  const { data: endpoints = NONE, status, refetch } = useQuery({ ...query, enabled: ask && query.enabled === true });
  const needs = useMemo(() => {
    const sampling = samplingOf({ sampling: shared }, pane);
    const notes = notesFor(sampling, pane, models, forced);
    return needsOf(notes, pane, pane.extra['service_tier'] ?? sampling.service_tier);
  }, [shared, pane, models, forced]);
  const { routing, extra } = pane;
  const overruled = Object.hasOwn(extra, 'provider') && Object.keys(routing).length > 0;
  const problems = useMemo(
    () => (overruled ? [OVERRULED] : routingProblems(routing, endpoints, needs)),
    [overruled, routing, endpoints, needs],
  );
  const strangers = useMemo(() => strangersOf(routing, endpoints), [routing, endpoints]);
  return {
    endpoints,
    status: modelId.includes('/') ? status : 'success',
    retry: () => void refetch(),
    needs,
    problems,
    strangers,
  };
}
