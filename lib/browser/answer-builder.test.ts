import type { UIMessageChunk } from 'ai';
import { expect, it } from 'vitest';
import { openReceipt } from '@/lib/core/receipt';
import { anAnswer } from '@/lib/core/samples';
import { createAnswerBuilder } from './answer-builder';

/** An answer that was accepted at 1000, by this browser's clock. */
function builder() {
  let at = 1000;
  const start = { ...anAnswer('a', 'q', ''), state: 'running' as const, createdAt: 1000, parts: [] };
  const built = createAnswerBuilder({ ...start, receipt: openReceipt('maker/model', 0) }, () => at);
  return {
    built,
    pass: (ms: number) => void (at += ms),
    // The server's request left long before this pane was drawn.
    first: (firstContentMs: number) =>
      built.take({ type: 'message-metadata', messageMetadata: { timings: { firstContentMs } } } as UIMessageChunk),
  };
}

it('times what was broken off from its first content on, so that no total is less than the time to that', () => {
  const { built, pass, first } = builder();
  pass(300);
  first(992);
  pass(50);
  built.end('stopped');
  expect(built.answer().receipt.timings).toMatchObject({ firstContentMs: 992, totalMs: 1042 });
});

it('times what brought nothing from its acceptance on', () => {
  const { built, pass } = builder();
  pass(700);
  built.end('stopped');
  expect(built.answer().receipt.timings).toMatchObject({ firstContentMs: null, totalMs: 700 });
});
