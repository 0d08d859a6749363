'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { estimatePane, type PaneEstimate } from '@/lib/browser/estimate';
import { nextTask } from '@/lib/browser/frame';
import { queryClient } from '@/lib/browser/query-client';
import { endpointsQuery } from '@/lib/browser/queries';
import { useSpendCaps } from '@/lib/browser/spend-caps';
import { watchEstimates } from '@/lib/browser/watch-estimates';
import { currentWorkspace } from '@/lib/browser/workspace-store';
import { formatTokens } from '@/lib/core/figures';
import { formatAmount } from '@/lib/core/ledger/amounts';
import { type Estimate, type EstimateSum, sumEstimates } from '@/lib/core/ledger/estimate';
import { askedBy } from '@/lib/core/own-prompt';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { hasCap } from '@/lib/core/ledger/spend-guard';
import { formatCost, type Usd } from '@/lib/core/money';
import { words } from './words';

const w = words.estimate;

/** Asks once who offers models that a request chooses a provider of; the estimate hears of the answer. */
function askOffers(modelIds: ReadonlySet<string>): void {
  for (const id of modelIds) {
    const query = endpointsQuery(id);
    const state = queryClient().getQueryState(query.queryKey);
    if (query.enabled === true && !state?.data && state?.status !== 'error') void queryClient().prefetchQuery(query);
  }
}

const capText = (cap: Usd | null): string | null => (cap === null ? null : formatCost(cap));

const rangeText = ({ low, high, open }: Estimate): string => w.range(formatCost(low), formatCost(high), open);

function sumText(sum: EstimateSum, panes: readonly PaneEstimate[]): string {
  if (panes.every(({ estimate }) => estimate === null)) return w.varies;
  const free = sum.high === 0n && !sum.open;
  // With a part unknown only the least of the others is a bound.
  return formatAmount({
    usd: sum.atLeast ? sum.low : sum.likely,
    source: free ? 'free' : 'estimated',
    atLeast: sum.atLeast,
  });
}

interface RunEstimateProps {
  /** Whose own composer Run belongs to; null for the common one. */
  paneId?: string | null;
  models: ModelIndex;
  onCaps: () => void;
}

/** What Run would cost in all panes that it asks, said quietly; it opens the range of each pane. */
export function RunEstimate({ paneId = null, models, onCaps }: RunEstimateProps) {
  const [panes, setPanes] = useState<PaneEstimate[]>([]);
  const caps = useSpendCaps();

  // Read outside of rendering: a key in the composer must cost nothing but the key.
  useEffect(() => {
    let round = 0;
    const read = async (): Promise<void> => {
      round += 1;
      const mine = round;
      const workspace = currentWorkspace();
      const estimates: PaneEstimate[] = [];
      for (const pane of askedBy(workspace, paneId)) {
        // Eight long conversations counted at once would be one long task.
        if (estimates.length > 0) await nextTask();
        if (mine !== round) return;
        estimates.push(estimatePane(workspace, pane, models));
      }
      setPanes(estimates);
      askOffers(new Set(estimates.flatMap(({ unasked }) => unasked)));
    };
    const end = watchEstimates(() => void read());
    return () => {
      round += 1;
      end();
    };
  }, [models, paneId]);

  if (panes.length === 0) return null;
  const sum = sumEstimates(panes.map(({ estimate }) => estimate));
  const text = sumText(sum, panes);
  const nameOf = (id: string): string => {
    const model = findModel(models, id);
    return model ? shortName(model) : id;
  };
  return (
    <Popover
      label={w.title}
      side="top"
      align="end"
      trigger={(props) => (
        <Button
          {...props}
          variant="ghost"
          size="dense"
          aria-label={w.label(text)}
          tip={text === w.varies ? w.unknown : rangeText(sum)}
          className="min-w-0 shrink! px-1 max-sm:px-0 text-xs font-normal text-muted"
        >
          <span className="truncate">{text}</span>
        </Button>
      )}
    >
      {(close) => (
        <div className="w-72 max-w-full text-xs">
          <dl className="flex flex-col gap-2">
            {panes.map(({ id, modelId, estimate, prompt, output }) => (
              <div key={id}>
                <dt className="font-medium break-words">{nameOf(modelId)}</dt>
                <dd>
                  {estimate ? `${rangeText(estimate)}, ${w.likely(formatCost(estimate.likely))}` : w.unknown}
                  <span className="block text-muted">{w.tokens(formatTokens(prompt), formatTokens(output))}</span>
                </dd>
              </div>
            ))}
            {panes.length > 1 && (
              <div className="border-t border-line pt-2">
                <dt className="font-medium">{w.sum}</dt>
                <dd>
                  {sum.atLeast ? '≥ ' : ''}
                  {rangeText(sum)}
                </dd>
              </div>
            )}
          </dl>
          <p className="mt-2 border-t border-line pt-2 text-muted">{w.note}</p>
          {hasCap(caps) && (
            <p className="mt-2">
              {words.caps.inForce(capText(caps.run), capText(caps.session))}{' '}
              {panes.some(({ estimate }) => estimate === null) && words.caps.unpriced}
            </p>
          )}
          <Button
            size="dense"
            className="mt-2"
            onClick={() => {
              close();
              onCaps();
            }}
          >
            {words.caps.set}
          </Button>
        </div>
      )}
    </Popover>
  );
}
