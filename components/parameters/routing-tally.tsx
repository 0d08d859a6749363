'use client';
import { useRoutingFacts } from '@/lib/browser/use-routing-facts';
import type { ModelIndex } from '@/lib/core/model';
import type { Pane } from '@/lib/core/workspace';
import { Count } from './parameter-fold';

/** How much of a routing is set, and how much of it cannot work: told even while its group is closed. */
export function RoutingTally({ pane, models }: { pane: Pane; models: ModelIndex }) {
  const { problems } = useRoutingFacts(pane, models);
  return <Count set={Object.keys(pane.routing).length} dropped={0} conflicts={problems.length} />;
}
