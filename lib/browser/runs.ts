import 'client-only';
import { replace } from '@/lib/core/conversation';
import { failure, type Failure } from '@/lib/core/failure';
import { isJsonObject, type JsonObject } from '@/lib/core/json';
import type { Answer, Message } from '@/lib/core/message';
import { holdAnswer } from './alive';
import { createAnswerBuilder, type AnswerBuilder } from './answer-builder';
import { readEventStream } from './event-stream';
import { onNextFrame } from './frame';
import { keepNow } from './keeper';
import { forgetRun, NO_SERVER, setRun, stops, useRunStore } from './run-store';
import { remember } from './session';
import { watchSpend } from './spend-watch';
import { conversationOf, setConversation } from './transcripts';

/** What one pane asks for. */
export interface PaneRun {
  id: string;
  paneId: string;
  /** The messages up to and including the one to answer. */
  path: readonly Message[];
  body: JsonObject;
  /** Puts the question and the empty answer into the conversation, once the request was accepted. */
  accept: () => Answer;
}

/** `why` is null when the visitor stopped the request before the server had accepted it. */
export type Outcome = { accepted: true } | { accepted: false; why: Failure | null };

/** Why runs must not be sent, by pane: what they cost at the least passes a cap. */
export { cappedRuns } from './spend-watch';

/** Sends runs and, once accepted, grows their answers until the end. Not accepted, nothing has changed. Never rejects. */
export async function startRuns(runs: PaneRun[]): Promise<Outcome> {
  if (runs.length === 0) return { accepted: false, why: null };
  const controller = new AbortController();
  // The server can stop a run by itself once it knows of it.
  const early: PaneRun[] = [];
  for (const run of runs) {
    stops.set(run.id, () => {
      early.push(run);
      if (early.length === runs.length) controller.abort();
    });
  }
  const accepted = await post(runs, controller.signal);
  if ('refused' in accepted) {
    for (const run of runs) forgetRun(run.paneId, run.id);
    return { accepted: false, why: accepted.refused };
  }
  for (const run of runs) stops.set(run.id, () => stopOne(run, runs, controller));
  for (const run of early) stopOne(run, runs, controller);
  const growing = new Map(runs.map((run) => [run.id, grow(run)]));
  void follow(accepted.body, runs, growing, controller);
  return { accepted: true };
}

async function post(
  runs: PaneRun[],
  signal: AbortSignal,
): Promise<{ body: ReadableStream<Uint8Array> } | { refused: Failure | null }> {
  try {
    const response = await fetch('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ runs: runs.map(({ id, body }) => ({ id, body })) }),
      signal,
    });
    if (response.ok && response.body) return { body: response.body };
    return { refused: await readRefusal(response) };
  } catch {
    // Stopped before it was accepted: the visitor knows, the text is still in the composer.
    if (signal.aborted) return { refused: null };
    const offline = typeof navigator !== 'undefined' && !navigator.onLine;
    return {
      refused: failure('unreachable', offline ? 'You are offline. The text is kept.' : NO_SERVER),
    };
  }
}

async function readRefusal(response: Response): Promise<Failure> {
  const text = await response.text().catch(() => '');
  try {
    const body = JSON.parse(text) as unknown;
    if (isJsonObject(body) && isJsonObject(body['failure'])) return body['failure'] as unknown as Failure;
  } catch {
    // A host or a proxy answered in the server's place.
  }
  return failure('refused', `The server answered with status ${response.status}.`, {
    status: response.status,
    raw: text.slice(0, 2000),
  });
}

interface Growing {
  builder: AnswerBuilder;
  /** Stops the run where it has passed a cap; what arrived stays. */
  guard: () => void;
  /** Shows what came, at most once a frame. */
  show: () => void;
  settle: () => void;
}

function grow(run: PaneRun): Growing {
  const begun = run.accept();
  const letGo = holdAnswer(begun.id);
  const builder = createAnswerBuilder(begun, () => Date.now());
  setRun(run.paneId, { runId: run.id, phase: builder.phase(), since: Date.now() });
  const watch = watchSpend(run.id, run.paneId);
  let notice: string | undefined;
  let stopping = false;
  const answer = (): Answer => (notice === undefined ? builder.answer() : { ...builder.answer(), notice });
  const commit = (): void => {
    setConversation(run.paneId, replace(conversationOf(run.paneId), answer()));
    const shown = useRunStore.getState().running[run.paneId];
    if (shown?.runId === run.id && shown.phase !== builder.phase()) {
      setRun(run.paneId, { runId: run.id, phase: builder.phase(), since: Date.now() });
    }
  };
  const frame = onNextFrame(commit);
  return {
    builder,
    show: frame.request,
    guard() {
      const found = stopping ? null : watch.look(builder.answer);
      if (!found) return;
      notice = found.notice;
      stopping = found.stop;
      if (stopping) stops.get(run.id)?.();
    },
    settle() {
      frame.cancel();
      watch.end();
      // It may have come to its end before the stop has.
      if (stopping && builder.answer().state !== 'stopped') notice = undefined;
      commit();
      remember(run.paneId, answer());
      forgetRun(run.paneId, run.id);
      // Other tabs look at what is kept when it is let go.
      void keepNow().finally(letGo);
    },
  };
}

async function follow(
  body: ReadableStream<Uint8Array>,
  runs: PaneRun[],
  growing: Map<string, Growing>,
  controller: AbortController,
): Promise<void> {
  const only = runs.length === 1 ? runs[0]?.id : undefined;
  let why = failure('cut', 'The connection to the server broke before the answer was complete.');
  let cutOff = false;
  try {
    await readEventStream(body, (chunks) => {
      for (const { runId, chunk } of chunks) {
        const run = growing.get(runId ?? only ?? '');
        if (!run) continue;
        if (chunk) run.builder.take(chunk);
        if (chunk && run.builder.running()) {
          run.guard();
          run.show();
        } else run.settle();
      }
    });
  } catch (error) {
    if (!(error instanceof Error)) why = failure('cut', String(error));
    // What broke may be this reader and not the line: nobody reads on, so nobody may go on paying.
    if (!controller.signal.aborted) cutOff = true;
    // A page that goes has its lines cut as well. It is not there any more when this has passed, and nothing failed.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const { builder, settle } of growing.values()) {
    if (!builder.running()) continue;
    if (controller.signal.aborted) builder.end('stopped');
    else builder.end('failed', why);
    settle();
  }
  if (cutOff) controller.abort();
}

/** Ends the connection when it carries one run only; else asks the server to stop this run. */
function stopOne(run: PaneRun, runs: PaneRun[], controller: AbortController): void {
  const others = runs.some((other) => other.id !== run.id && stops.has(other.id));
  if (!others) controller.abort();
  else void fetch(`/api/chat?id=${run.id}`, { method: 'DELETE' }).catch(() => controller.abort());
}
