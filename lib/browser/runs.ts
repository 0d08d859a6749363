import 'client-only';
import { replace } from '@/lib/core/conversation';
import type { Failure } from '@/lib/core/failure';
import { type Answer, type Message, onlyGrew, type Sent } from '@/lib/core/message';
import type { Run } from '@/lib/core/run';
import { holdAnswer } from './alive';
import { createAnswerBuilder } from './answer-builder';
import { nextTask, onNextFrame } from './frame';
import { keepNow } from './keeper';
import { settleRun } from './reconcile';
import { forgetRun, setRun, stops, useRunStore } from './run-store';
import { type Growing, postRuns, readRuns, stopAtServer } from './send-runs';
import { remember } from './session';
import { guardSpend } from './spend-watch';
import { conversationOf, setConversation } from './transcripts';
import { currentWorkspace } from './workspace-store';

/** What one pane asks for. */
export interface PaneRun extends Run {
  paneId: string;
  /** The messages up to and including the one to answer. */
  path: readonly Message[];
  sent: Sent;
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
  const accepted = await postRuns(runs, controller.signal);
  if ('refused' in accepted) {
    for (const run of runs) forgetRun(run.paneId, run.id);
    return { accepted: false, why: accepted.refused };
  }
  for (const run of runs) stops.set(run.id, () => stopOne(run, runs, controller));
  for (const run of early) stopOne(run, runs, controller);
  const growing = new Map<string, Growing>();
  for (const run of runs) {
    // Eight questions that appear at once would be one long task.
    if (growing.size > 0) await nextTask();
    growing.set(run.id, grow(run));
  }
  void readRuns(accepted.body, growing, controller);
  return { accepted: true };
}

/** Keeps what has come to a pane, wherever it is. Never rejects. */
async function keepPane(paneId: string): Promise<void> {
  if (currentWorkspace().panes.some(({ id }) => id === paneId)) return keepNow();
  await import('./background').then(({ keepAway }) => keepAway(paneId)).catch(() => {});
}

function grow(run: PaneRun): Growing {
  const begun = run.accept();
  const letGo = holdAnswer(begun.id);
  const builder = createAnswerBuilder(begun, () => Date.now());
  setRun(run.paneId, { runId: run.id, phase: builder.phase(), since: Date.now() });
  const { answer, ...guard } = guardSpend(run.id, run.paneId, builder.answer, () => stops.get(run.id)?.());
  const commit = (): void => {
    setConversation(run.paneId, replace(conversationOf(run.paneId), answer()));
    const shown = useRunStore.getState().running[run.paneId];
    if (shown?.runId === run.id && shown.phase !== builder.phase()) {
      setRun(run.paneId, { runId: run.id, phase: builder.phase(), since: Date.now() });
    }
  };
  const finish = (): void => {
    guard.end();
    commit();
    remember(run.paneId, answer());
    forgetRun(run.paneId, run.id);
    settleRun(run.paneId, answer());
    // Other tabs look at what is kept when it is let go.
    void keepPane(run.paneId).finally(letGo);
  };
  /** Shows the last words alone, which costs little, so that they need not wait until all panes are drawn as ended. */
  const showLastWords = (): boolean => {
    const shown = conversationOf(run.paneId).messages[begun.id];
    if (!shown) return false;
    const { parts } = builder.answer();
    const grown = { ...shown, parts } as Answer;
    if (!onlyGrew(shown, grown) || shown.parts.at(-1) === parts.at(-1)) return false;
    setConversation(run.paneId, replace(conversationOf(run.paneId), grown));
    return true;
  };
  const frame = onNextFrame(() => {
    if (builder.running()) commit();
    else if (document.visibilityState === 'visible' && showLastWords()) frame.request();
    else finish();
  });
  let settled = false;
  return {
    builder,
    show() {
      guard.look();
      frame.request();
    },
    // Its end waits for a frame as well, if only for the next: eight answers that end together are not drawn in one.
    settle() {
      if (!settled) frame.hurry();
      settled = true;
    },
  };
}

/** Ends the connection when it carries one run only; else asks the server to stop this run. */
function stopOne(run: PaneRun, runs: PaneRun[], controller: AbortController): void {
  const others = runs.some((other) => other.id !== run.id && stops.has(other.id));
  if (!others) return controller.abort();
  void stopAtServer(run.id).then((heard) => {
    if (!heard) controller.abort();
  });
}
