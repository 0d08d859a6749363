import 'client-only';
import { replace } from '@/lib/core/conversation';
import type { Failure } from '@/lib/core/failure';
import type { Answer } from '@/lib/core/message';
import type { Run } from '@/lib/core/run';
import { createAnswerBuilder } from './answer-builder';
import { onNextFrame } from './frame';
import { keepNow } from './keeper';
import { setRun, stops, useRunStore } from './run-store';
import { type Growing, postRuns, readRuns } from './send-runs';
import { remember } from './session';
import { conversationOf, setConversation } from './transcripts';

/** What one pane asks for. */
export interface PaneRun extends Run {
  paneId: string;
  /** Puts the question and the empty answer into the conversation, once the request was accepted. */
  accept: () => Answer;
}

/** `why` is null when the visitor stopped the request before the server had accepted it. */
export type Outcome = { accepted: true } | { accepted: false; why: Failure | null };

/** Sends runs and, once accepted, grows their answers until the end. Not accepted, nothing has changed. Never rejects. */
export async function startRuns(runs: PaneRun[]): Promise<Outcome> {
  const controller = new AbortController();
  for (const run of runs) {
    setRun(run.paneId, { runId: run.id, phase: 'sending', since: Date.now() });
    stops.set(run.id, () => stopOne(run, runs, controller));
  }
  const accepted = await postRuns(runs, controller.signal);
  if ('refused' in accepted) {
    for (const run of runs) forget(run);
    return { accepted: false, why: accepted.refused };
  }
  const growing = new Map(runs.map((run) => [run.id, grow(run)]));
  void readRuns(accepted.body, growing, controller);
  return { accepted: true };
}

function grow(run: PaneRun): Growing {
  const builder = createAnswerBuilder(run.accept(), () => Date.now());
  setRun(run.paneId, { runId: run.id, phase: builder.phase(), since: Date.now() });
  const commit = (): void => {
    setConversation(run.paneId, replace(conversationOf(run.paneId), builder.answer()));
    const shown = useRunStore.getState().running[run.paneId];
    if (shown?.runId === run.id && shown.phase !== builder.phase()) {
      setRun(run.paneId, { runId: run.id, phase: builder.phase(), since: Date.now() });
    }
  };
  const frame = onNextFrame(commit);
  return {
    builder,
    show: frame.request,
    settle() {
      frame.cancel();
      commit();
      remember(run.paneId, builder.answer());
      forget(run);
      void keepNow();
    },
  };
}

function forget(run: PaneRun): void {
  stops.delete(run.id);
  if (useRunStore.getState().running[run.paneId]?.runId === run.id) setRun(run.paneId, null);
}

/** Ends the connection when it carries one run only; else asks the server to stop this run. */
function stopOne(run: PaneRun, runs: PaneRun[], controller: AbortController): void {
  const others = runs.some((other) => other.id !== run.id && stops.has(other.id));
  if (!others) controller.abort();
  else void fetch(`/api/chat?id=${run.id}`, { method: 'DELETE' }).catch(() => controller.abort());
}
