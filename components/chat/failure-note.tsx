'use client';
import { CircleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Collapsible } from '@/components/ui/collapsible';
import { CopyButton } from '@/components/ui/copy-button';
import { describeFailure, type Failure, type Remedy } from '@/lib/core/failure';
import { formatTokens } from '@/lib/core/figures';
import { ScrollRegion } from './scroll-region';
import { words } from './words';

const w = words.failure;

/** What mends it, by the caller, who knows what failed; a remedy without a verb shows no button. */
export interface Mending {
  retry: () => void;
  useTokens?: (tokens: number) => void;
  useModel?: (id: string) => void;
  chooseModel?: () => void;
  raiseMaxTokens?: () => void;
  edit?: () => void;
}

function buttonFor(remedy: Remedy, mending: Mending): { label: string; act: () => void } {
  const again = { label: w.retry, act: mending.retry };
  switch (remedy.kind) {
    case 'use-tokens':
      return mending.useTokens
        ? { label: w.useTokens(formatTokens(remedy.tokens)), act: () => mending.useTokens?.(remedy.tokens) }
        : again;
    case 'choose-model': {
      const [first] = remedy.suggestions;
      if (first !== undefined && mending.useModel)
        return { label: w.useModel(first), act: () => mending.useModel?.(first) };
      return mending.chooseModel ? { label: w.chooseModel, act: mending.chooseModel } : again;
    }
    case 'raise-max-tokens':
      return mending.raiseMaxTokens ? { label: w.raise, act: mending.raiseMaxTokens } : again;
    case 'edit':
      return mending.edit ? { label: w.edit, act: mending.edit } : again;
    case 'retry':
      return again;
  }
}

/** The only view of a Failure: a sentence, the cause, one button, and everything known behind *Details*. */
export function FailureNote({ failure, mending, kept }: { failure: Failure; mending: Mending; kept: boolean }) {
  const { sentence, cause, remedy } = describeFailure(failure);
  const { label, act } = buttonFor(remedy, mending);
  const raw = JSON.stringify(failure, null, 2);
  return (
    <div role="alert" className="max-w-[72ch] rounded-panel border border-danger-line bg-danger-tint p-3 text-sm">
      <div className="flex gap-2">
        <CircleAlert size={16} className="mt-0.5 shrink-0 text-danger" aria-hidden />
        <p className="min-w-0 break-words">
          {/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`} {kept && words.failure.kept}{' '}
          <code className="text-xs whitespace-nowrap text-muted">{cause}</code>
        </p>
      </div>
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <Button size="dense" onClick={act}>
          {label}
        </Button>
        <Collapsible summary={w.details} className="min-w-0 grow basis-24">
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
    </div>
  );
}
