'use client';
import { memo, useEffect, useState } from 'react';
import { answerCost, answerTokens } from '@/lib/browser/answer-cost';
import { conversationOf } from '@/lib/browser/transcripts';
import { isAnswer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { costText, timeText, tokenText } from './receipt-text';

interface RunningLineProps {
  paneId: string;
  answerId: string;
  models: ModelIndex;
}

/** Milliseconds between two readings: the whole text is counted each time, so not at every piece. */
const READ_MS = 500;

/** The figures of an answer under way, estimated from what came so far: in the place of the receipt to come. */
export const RunningLine = memo(function RunningLine({ paneId, answerId, models }: RunningLineProps) {
  const [now, setNow] = useState(() => Date.now());

  // The time runs on while no text comes, and no piece of text may cost a count.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), READ_MS);
    return () => clearInterval(timer);
  }, []);

  const answer = conversationOf(paneId).messages[answerId];
  if (!answer || !isAnswer(answer)) return null;
  const tokens = answerTokens(paneId, answer);
  // The clock of the server may be another one: the time from the acceptance is this browser's own.
  const elapsed = Math.max(0, now - answer.createdAt);
  const { amount } = answerCost(paneId, answer, models);
  return (
    // Read twice a second by the eye only: the receipt says it all once it is there.
    <p aria-hidden className="-mx-1 flex flex-wrap gap-x-3 gap-y-0.5 px-1 py-1 text-xs text-muted">
      <span>{timeText(answer.receipt.timings.firstContentMs, elapsed, tokens)}</span>{' '}
      <span>
        {tokenText(tokens)} · {costText(amount)}
      </span>
    </p>
  );
});
