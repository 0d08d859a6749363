'use client';
import { useMemo, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { PaneTrials } from '@/lib/browser/trials';
import { groupsOf, summaryOf, type Trial } from '@/lib/core/trials/outcome';
import { type AnswerView, TrialList } from './trial-list';
import { TrialTable } from './trial-table';
import { type CostOf, progressText, spreadMarkdown, trialRows, trialsCsv } from './trial-text';
import { words as w } from './words';

/** Whether a fixed seed gave the same text each time; null without a seed, before all have ended, or with nothing to compare. */
function seedText(seed: number | null, trials: readonly Trial[], costOf: CostOf): string | null {
  if (seed === null || trials.some((trial) => endOf(trial) === null)) return null;
  const compared = groupsOf(trials)
    .map((group) => summaryOf(group.trials, costOf).agreement)
    .filter(({ texts }) => texts > 1);
  if (compared.length === 0) return null;
  if (compared.some(({ distinct }) => distinct > 1)) return w.seed.differ(seed);
  // Each value has an answer of its own, or all have the same.
  return (summaryOf(trials, costOf).agreement.distinct === 1 ? w.seed.same : w.seed.sameEach)(seed);
}

/** What a trial came to; null while it may still change. */
const endOf = ({ answer, refusal, unsent }: Trial): unknown =>
  answer ? (answer.state === 'running' ? null : answer) : (refusal ?? unsent);

/** The trials as they were when the last one ended: to compare hundreds of texts at every word would cost too much. */
function useEnded(trials: readonly Trial[]): readonly Trial[] {
  const [kept, keep] = useState(trials);
  const changed =
    trials.length !== kept.length ||
    trials.some((trial, at) => trial.id !== kept[at]?.id || endOf(trial) !== endOf(kept[at]));
  if (changed) keep(trials);
  return changed ? trials : kept;
}

export type TrialResultsProps = {
  results: PaneTrials;
  costOf: CostOf;
  answerView: AnswerView;
};

/** What came of the trials: the spread, whether a seed held, and every answer. */
export function TrialResults({ results, costOf, answerView }: TrialResultsProps) {
  const { trials, seed } = results;
  const ended = useEnded(trials);
  const rows = useMemo(() => trialRows(ended, costOf), [ended, costOf]);
  const held = useMemo(() => seedText(seed, ended, costOf), [seed, ended, costOf]);
  const progress = useMemo(() => progressText(summaryOf(ended, costOf)), [ended, costOf]);
  return (
    <>
      <p className="text-sm">
        <span className="font-medium">{progress}</span>
        {held === null ? null : <span className="block">{held}</span>}
      </p>
      <TrialTable rows={rows} />
      <div className="flex flex-wrap gap-2">
        <CopyButton withText label={w.markdown} text={() => spreadMarkdown(rows)} />
        <CopyButton withText label={w.csv} text={() => trialsCsv(trials, costOf)} />
      </div>
      <TrialList {...{ trials, costOf, answerView }} />
    </>
  );
}
