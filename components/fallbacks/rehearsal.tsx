'use client';
import { useQueries } from '@tanstack/react-query';
import { Badge } from '@/components/ui/badge';
import { endpointsQuery } from '@/lib/browser/queries';
import { asSent, rehearsePane } from '@/lib/browser/rehearsal';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { formatTokens } from '@/lib/core/figures';
import { catalogueId, findModel, type ModelIndex, shortName } from '@/lib/core/model';
import type { Step } from '@/lib/core/rehearsal';
import { words as w } from './words';

const TONES = { first: 'success', next: 'info', skipped: 'warning', refused: 'danger', 'not-sent': 'warning' } as const;

/** The order without sending: for each entry whether it would be asked, and why not. It follows every change. */
export function Rehearsal({ paneId, models }: { paneId: string; models: ModelIndex }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const pane = workspace.panes.find(({ id }) => id === paneId);
  const sent = pane && asSent(pane);
  const ids = sent ? [...new Set([sent.modelId, ...sent.fallbacks].map(catalogueId))] : [];
  // Of a model that is in no list there are no providers to ask for.
  const offers = useQueries({ queries: ids.map((id) => ({ ...endpointsQuery(id), enabled: models.has(id) })) });
  if (!pane) return null;
  const endpointsOf = (id: string) => offers[ids.indexOf(catalogueId(id))]?.data;
  const { steps, promptTokens } = rehearsePane(workspace, pane, models, endpointsOf);
  const providersOf = ({ providers }: Step): string =>
    providers ? w.providers(providers.left, providers.total) : w.providersUnknown;
  return (
    <section aria-label={w.rehearse} className="rounded-control border border-line bg-canvas p-2 text-xs">
      <p className="text-muted">
        {offers.some(({ isFetching }) => isFetching) ? w.loading : w.rehearsed(formatTokens(promptTokens))}
      </p>
      <ol className="mt-1 flex flex-col gap-2">
        {steps.map((step, at) => {
          const row = findModel(models, step.id);
          return (
            // Two entries may be equal, and each is one place of the order.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <p className="flex flex-wrap items-center gap-1">
                <span className="font-medium break-all">{row ? shortName(row) : step.id}</span>
                <Badge tone={TONES[step.verdict]}>{w.verdicts[step.verdict]}</Badge>
                <span className="text-muted">{providersOf(step)}</span>
              </p>
              {step.why !== null && <p className="mt-0.5">{step.why}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
