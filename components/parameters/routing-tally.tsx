'use client';
import { useRoutingFacts } from '@/lib/browser/use-routing-facts';
import type { ModelIndex } from '@/lib/core/model';
import type { Pane } from '@/lib/core/workspace';
import { Count } from './parameter-fold';

/** How much of a routing is set, and how much of it cannot work: told even while its group is closed. */
export function RoutingTally({ pane, models }: { pane: Pane; models: ModelIndex }) {
  const { problems, strangers, endpoints } = useRoutingFacts(pane, models);
  // Of a model whose offers are not known, no slug is known to be wrong.
  const conflicts = problems.length + (endpoints.length > 0 ? strangers.length : 0);
  return <Count set={Object.keys(pane.routing).length} dropped={0} conflicts={conflicts} />;
}
