'use client';
import { CircleAlert } from 'lucide-react';
import { Collapsible } from '@/components/ui/collapsible';
import { CopyButton } from '@/components/ui/copy-button';
import { useSituation } from '@/lib/browser/mend';
import { diagnose } from '@/lib/core/doctor/diagnose';
import type { Remedy } from '@/lib/core/doctor/remedy';
import type { Failure } from '@/lib/core/failure';
import { failureWords as w } from './failure-words';
import { RemedyButton } from './remedy-button';
import { ScrollRegion } from './scroll-region';

/** Buttons that stand beside each other at most; the list of the doctor begins with the best. */
const MOST = 3;

interface FailureNoteProps {
  failure: Failure;
  /** Unix milliseconds. */
  failedAt: number;
  paneId: string;
  /** The answer that failed; empty for a request of which nothing is in the conversation. */
  answerId: string;
  /** Whether something of the answer came before, and stays. */
  kept: boolean;
  onRemedy: (remedy: Remedy) => void;
}

/** The only view of a Failure: a sentence, the cause, what mends it, and everything known behind *Details*. */
export function FailureNote({ failure, failedAt, paneId, answerId, kept, onRemedy }: FailureNoteProps) {
  const situation = useSituation(paneId, answerId);
  const { sentence, said, reasons, cause, retrying, remedies } = diagnose(failure, situation, failedAt);
  const raw = JSON.stringify(failure, null, 2);
  return (
    // What is said aloud is the alert alone: a countdown in it would be read out every second.
    <fieldset
      aria-label={w.label}
      className="max-w-[72ch] min-w-0 rounded-panel border border-danger-line bg-danger-tint p-3 text-sm"
    >
      <div role="alert" className="flex gap-2">
        <CircleAlert size={16} className="mt-0.5 shrink-0 text-danger" aria-hidden />
        <div className="min-w-0 break-words">
          <p>
            <span className="font-medium">{sentence}</span> {kept && w.kept}{' '}
            <code className="text-xs whitespace-nowrap text-muted">{cause}</code>
          </p>
          {said && <p className="mt-0.5">{said}</p>}
          {reasons.map((reason) => (
            <p key={reason} className="mt-0.5">
              {reason}
            </p>
          ))}
          <p className="mt-0.5 text-xs text-muted">{w.retrying[retrying]}</p>
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-start gap-2">
        {remedies.slice(0, MOST).map((remedy, at) => (
          <RemedyButton
            key={JSON.stringify(remedy)}
            remedy={remedy}
            failedAt={failedAt}
            first={at === 0}
            onRemedy={onRemedy}
          />
        ))}
        <Collapsible summary={w.details} className="min-w-0 grow basis-24 max-sm:basis-full">
          <div className="relative">
            <ScrollRegion
              label={w.details}
              className="max-h-60 overflow-auto rounded-control border border-line bg-surface p-2"
            >
              <pre className="text-xs">{raw}</pre>
            </ScrollRegion>
            <CopyButton text={raw} label={w.copyDetails} className="absolute end-1 top-1 bg-surface" />
          </div>
        </Collapsible>
      </div>
    </fieldset>
  );
}
