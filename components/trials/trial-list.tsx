import { memo, type ReactNode, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Collapsible } from '@/components/ui/collapsible';
import { textOf } from '@/lib/core/message';
import { textNames, type Trial } from '@/lib/core/trials/outcome';
import { type CostOf, nameOf, trialFigures } from './trial-text';
import { words as w } from './words';

export type AnswerView = (text: string, growing: boolean) => ReactNode;

interface EntryProps {
  trial: Trial;
  /** 1 is the first. */
  at: number;
  /** Which text it is; undefined while it is none. */
  text: number | undefined;
  figures: string;
  answerView: AnswerView;
}

const Entry = memo(function Entry({ trial, at, text, figures, answerView }: EntryProps) {
  const [open, setOpen] = useState(false);
  const { answer, value } = trial;
  const failed = trial.refusal ?? answer?.failure ?? null;
  const said = answer ? textOf(answer) : '';
  return (
    <li className="border-b border-line last:border-b-0">
      <Collapsible
        open={open}
        onOpenChange={setOpen}
        summary={
          <>
            {w.answer(at)}
            <span className="font-normal text-muted">
              {value === undefined ? '' : ` · ${nameOf(value)}`} · {figures}
            </span>
          </>
        }
        aside={text === undefined ? null : <Badge>{w.text(text)}</Badge>}
      >
        {open ? (
          <div className="ps-5">
            {said === '' ? null : answerView(said, answer?.state === 'running')}
            {answer?.notice === undefined ? null : <p className="text-sm text-warning">{answer.notice}</p>}
            {failed ? <p className="text-sm wrap-anywhere text-danger">{failed.message}</p> : null}
            {said === '' && !failed ? <p className="text-sm text-muted">{w.noText}</p> : null}
          </div>
        ) : null}
      </Collapsible>
    </li>
  );
});

export type TrialListProps = {
  trials: readonly Trial[];
  costOf: CostOf;
  answerView: AnswerView;
};

/** Every trial, each to be unfolded. */
export function TrialList({ trials, costOf, answerView }: TrialListProps) {
  const names = textNames(trials);
  return (
    <ul aria-label={w.asText}>
      {trials.map((trial, at) => (
        <Entry
          key={trial.id}
          trial={trial}
          at={at + 1}
          text={names.get(trial.id)}
          figures={trialFigures(trial, costOf)}
          answerView={answerView}
        />
      ))}
    </ul>
  );
}
