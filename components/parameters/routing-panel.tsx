'use client';
import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { setRouting } from '@/lib/browser/actions';
import { endpointsQuery } from '@/lib/browser/queries';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { catalogueId, type ModelIndex } from '@/lib/core/model';
import { notesFor } from '@/lib/core/notes';
import { parameterOf } from '@/lib/core/parameters';
import { samplingOf } from '@/lib/core/request';
import { routingProblems } from '@/lib/core/routing';
import { RoutingLimits } from './routing-limits';
import { RoutingProvider } from './routing-provider';
import { routingWords as w } from './routing-words';

/** How a pane chooses among the providers of its model; what cannot work is named before it is sent. */
export function RoutingPanel({ paneId, models }: { paneId: string; models: ModelIndex }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const pane = workspace.panes.find(({ id }) => id === paneId);
  const modelId = catalogueId(pane?.modelId ?? '');
  const { data: endpoints = [], isPending, isError, refetch } = useQuery(endpointsQuery(modelId));
  if (!pane) return null;
  const { routing } = pane;
  const change = (next: typeof routing): void => setRouting(paneId, next);
  const words = notesFor(samplingOf(workspace, pane), pane, models, workspace.forced)
    .filter(({ sent }) => sent)
    .flatMap(({ name }) => parameterOf(name)?.words[0] ?? []);
  const problems = routingProblems(routing, endpoints, words);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-muted">{w.intro}</p>
      {problems.map((problem) => (
        <Banner key={problem} tone="warning">
          {problem}
        </Banner>
      ))}
      <RoutingLimits routing={routing} onChange={change} />
      <section aria-label={w.providers}>
        <h3 className="text-sm font-medium">{w.providers}</h3>
        {isError && (
          <Banner
            tone="danger"
            actions={
              <Button size="dense" onClick={() => void refetch()}>
                {w.retry}
              </Button>
            }
          >
            {w.failed}
          </Banner>
        )}
        {isPending && modelId.includes('/') && <Skeleton className="mt-2 h-16 w-full" />}
        {!isPending && !isError && endpoints.length === 0 && <p className="text-sm text-muted">{w.none}</p>}
        <ul>
          {endpoints.map((endpoint) => (
            <RoutingProvider key={endpoint.tag} endpoint={endpoint} routing={routing} onChange={change} />
          ))}
        </ul>
      </section>
      <Button
        variant="ghost"
        size="dense"
        className="self-start"
        icon={<RotateCcw size={16} aria-hidden />}
        disabled={Object.keys(routing).length === 0}
        onClick={() => change({})}
      >
        {w.reset}
      </Button>
    </div>
  );
}
