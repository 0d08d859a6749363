'use client';
import { RotateCcw, TriangleAlert } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { setRouting } from '@/lib/browser/actions';
import { useRoutingFacts } from '@/lib/browser/use-routing-facts';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { Endpoint } from '@/lib/core/endpoint';
import type { ModelIndex } from '@/lib/core/model';
import { leftOutBy } from '@/lib/core/routing-problems';
import type { Pane } from '@/lib/core/workspace';
import { RoutingLimits } from './routing-limits';
import { RoutingProvider } from './routing-provider';
import { RoutingStrangers } from './routing-strangers';
import { routingWords as w } from './routing-words';

/** A key for each offer: a tag may be missing, and come twice. */
function keysOf(endpoints: readonly Endpoint[]): string[] {
  const met = new Map<string, number>();
  return endpoints.map(({ tag }) => {
    const turn = (met.get(tag) ?? 0) + 1;
    met.set(tag, turn);
    return `${tag} ${turn}`;
  });
}

function Routing({ pane, models }: { pane: Pane; models: ModelIndex }) {
  const { routing } = pane;
  const { endpoints, status, retry, needs, problems, strangers } = useRoutingFacts(pane, models);
  const keys = keysOf(endpoints);
  const change = (next: typeof routing): void => setRouting(pane.id, next);
  return (
    <div data-parameter="provider" className="flex flex-col gap-3">
      <p className="text-xs text-muted">{w.intro}</p>
      <output className={problems.length === 0 ? 'sr-only' : 'flex flex-col gap-2'}>
        {problems.map((problem) => (
          <Banner key={problem} tone="warning" icon={<TriangleAlert size={16} aria-hidden />}>
            {problem}
          </Banner>
        ))}
      </output>
      <RoutingLimits routing={routing} onChange={change} />
      {status === 'pending' ? null : (
        <RoutingStrangers strangers={strangers} known={endpoints.length > 0} routing={routing} onChange={change} />
      )}
      <section aria-label={w.providers}>
        <h3 className="text-sm font-medium">{w.providers}</h3>
        {status === 'error' && (
          <Banner
            tone="danger"
            actions={
              <Button size="dense" onClick={retry}>
                {w.retry}
              </Button>
            }
          >
            {w.failed}
          </Banner>
        )}
        {status === 'pending' && <Skeleton className="mt-2 h-16 w-full" />}
        {status === 'success' && endpoints.length === 0 && <p className="text-sm text-muted">{w.none}</p>}
        <ul>
          {endpoints.map((endpoint, at) => (
            <RoutingProvider
              key={keys[at]}
              endpoint={endpoint}
              endpoints={endpoints}
              leftOut={leftOutBy(routing, endpoint, needs)}
              routing={routing}
              onChange={change}
            />
          ))}
        </ul>
      </section>
      <Button
        variant="ghost"
        size="dense"
        className="self-start"
        icon={<RotateCcw size={16} aria-hidden />}
        disabledReason={Object.keys(routing).length === 0 ? w.nothingSet : undefined}
        onClick={() => {
          change({});
          toast(w.resetDone, { action: { label: w.undo, onSelect: () => change(routing) } });
        }}
      >
        {w.reset}
      </Button>
    </div>
  );
}

/** How a pane chooses among the providers of its model; what cannot work is named before it is sent. */
export function RoutingPanel({ paneId, models }: { paneId: string; models: ModelIndex }) {
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const pane = panes.find(({ id }) => id === paneId);
  return pane ? <Routing pane={pane} models={models} /> : null;
}
