'use client';
import { useEffect } from 'react';
import { Popover } from '@/components/ui/popover';
import { answerCost, answerTokens } from '@/lib/browser/answer-cost';
import { settle } from '@/lib/browser/reconcile';
import type { Answer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { ReceiptDetails } from './receipt-details';
import { byokText, costText, servedText, timeText, tokenText } from './receipt-text';
import { words } from './words';

const w = words.receipt;

interface ReceiptLineProps {
  paneId: string;
  answer: Answer;
  models: ModelIndex;
}

/** Time, speed, tokens and cost under an answer; the whole line opens the figures in full. */
export function ReceiptLine({ paneId, answer, models }: ReceiptLineProps) {
  const { receipt } = answer;
  const { firstContentMs, totalMs } = receipt.timings;

  // Whoever looks at an answer without a bill wants to know; an answer of an earlier visit is asked about now as well.
  useEffect(() => {
    void settle(paneId, answer);
  }, [paneId, answer]);

  const tokens = answerTokens(paneId, answer);
  const cost = answerCost(paneId, answer, models);
  // Where nothing was made there are no tokens to tell, and nothing to guess them from.
  const counted = tokens.guessed ? receipt.generationId !== null : tokens.prompt + tokens.completion > 0;
  const line = [
    timeText(firstContentMs, totalMs, tokens, answer.state === 'done'),
    [counted ? tokenText(tokens) : null, costText(cost.amount), byokText(receipt)].filter(Boolean).join(' · '),
    servedText(receipt, models),
  ].filter((part) => part !== null && part !== '');
  return (
    <Popover
      label={w.label}
      align="start"
      trigger={(props) => (
        <button
          {...props}
          type="button"
          // What is seen must be in what is heard, word for word: who speaks to the machine says what they see.
          aria-label={`${w.label}: ${line.join(' ')}`}
          className="hit flex max-w-full flex-wrap gap-x-3 gap-y-0.5 rounded-control px-1 py-1 -mx-1 text-start text-xs text-muted hover:bg-hover hover:text-fg"
        >
          {line.map((part) => (
            <span key={part}>{part} </span>
          ))}
        </button>
      )}
    >
      <ReceiptDetails answer={answer} cost={cost} />
    </Popover>
  );
}
