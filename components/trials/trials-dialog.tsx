'use client';
import { Square } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { answerCost } from '@/lib/browser/answer-cost';
import { planTrials, type PlannedTrials } from '@/lib/browser/trial-plan';
import { runTrials, stopTrials, useTrials } from '@/lib/browser/trials';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { formatAmount } from '@/lib/core/ledger/amounts';
import { type Answer, textOf } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { formatCost } from '@/lib/core/money';
import { trialCount } from '@/lib/core/trials/grid';
import { summaryOf } from '@/lib/core/trials/outcome';
import type { AnswerView } from './trial-list';
import { TrialResults } from './trial-results';
import { FIRST_DRAFT, planOf, TrialSetup } from './trial-setup';
import { type CostOf, progressText } from './trial-text';
import { words as w } from './words';

const EXCERPT = 160;

function estimateText(count: number, { estimate, unpriced }: PlannedTrials): string {
  if (unpriced) return w.estimate(count, w.unpriced);
  const { likely, low, high, open, atLeast } = estimate;
  const free = high === 0n && !open;
  const sum = formatAmount({ usd: likely, source: free ? 'free' : 'estimated', atLeast });
  return w.estimate(count, free ? sum : `${sum} (${w.range(formatCost(low), formatCost(high), open)})`);
}

/** What will be asked, shortened. */
function Asked({ answer }: { answer: PlannedTrials['asked'] }) {
  if (!answer) return null;
  const text = textOf(answer).trim();
  return (
    <p className="text-sm wrap-anywhere">
      <span className="text-muted">{w.asks}:</span> {text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text}
    </p>
  );
}

export type TrialsDialogProps = {
  paneId: string;
  models: ModelIndex;
  answerView: AnswerView;
  onClose: () => void;
};

/** Runs the request of a pane again and again. Nothing goes on, and nothing is paid, behind a closed dialog. */
export function TrialsDialog({ paneId, models, answerView, onClose }: TrialsDialogProps) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const results = useTrials((all) => all[paneId]);
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const pane = workspace.panes.find(({ id }) => id === paneId);
  const running = results?.running ?? false;

  // However it goes, by a press, by Esc or with the page it stands on: the requests go with it.
  useEffect(() => () => stopTrials(paneId), [paneId]);

  const read = useMemo(() => planOf(draft), [draft]);
  const planned = useMemo(
    () => (pane && 'plan' in read ? planTrials(workspace, pane, read.plan, models) : null),
    [workspace, pane, read, models],
  );
  const costOf: CostOf = useCallback((answer: Answer) => answerCost(paneId, answer, models).amount, [paneId, models]);
  if (!pane) return null;

  const run = async (): Promise<void> => {
    if (!('plan' in read)) return;
    // As it is now: an answer may have come to the conversation meanwhile.
    await runTrials(pane, read.plan, planTrials(workspace, pane, read.plan, models));
    const ended = useTrials.getState()[paneId];
    if (ended) announce(w.ended(progressText(summaryOf(ended.trials, costOf))));
  };
  const close = (): void => {
    if (running) toast(w.keptOn);
    onClose();
  };
  const count = 'plan' in read ? trialCount(read.plan) : 0;
  const problem = 'problem' in read ? read.problem : undefined;
  return (
    <Dialog
      open
      size="wide"
      title={w.title}
      description={w.description}
      onClose={close}
      footer={
        <>
          <span className="grow self-center text-xs text-muted">
            {planned ? (planned.problem ?? estimateText(count, planned)) : problem}
          </span>
          {running ? (
            <Button key="stop" icon={<Square size={14} aria-hidden />} onClick={() => stopTrials(paneId)}>
              {w.stop}
            </Button>
          ) : (
            <Button
              key="run"
              variant="primary"
              disabledReason={problem ?? planned?.problem ?? undefined}
              onClick={() => void run()}
            >
              {w.run(count)}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TrialSetup draft={draft} problem={problem} onChange={setDraft} />
        <Asked answer={planned?.asked ?? null} />
        {results && results.modelId !== pane.modelId ? (
          <p className="text-xs text-muted">
            {w.another} <span className="font-mono">{results.modelId}</span>
          </p>
        ) : null}
        {results ? <TrialResults {...{ results, costOf, answerView }} /> : null}
      </div>
    </Dialog>
  );
}
