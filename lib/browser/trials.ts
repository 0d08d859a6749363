import 'client-only';
import { create } from 'zustand';
import { type Failure, failure, SPEND_CAP } from '@/lib/core/failure';
import type { Answer } from '@/lib/core/message';
import { MAX_RUNS } from '@/lib/core/run';
import type { TrialPlan } from '@/lib/core/trials/grid';
import type { Trial } from '@/lib/core/trials/outcome';
import type { Pane } from '@/lib/core/workspace';
import { emptyAnswer } from './empty-answer';
import { knowPrompt } from './answer-cost';
import { createAnswerBuilder } from './answer-builder';
import { onNextFrame } from './frame';
import { freshId } from './fresh-id';
import { settle } from './reconcile';
import { type Growing, postRuns, readRuns, stopAtServer } from './send-runs';
import { remember, remembered } from './session';
import { cappedRuns, guardSpend } from './spend-watch';
import type { PlannedRequest, PlannedTrials } from './trial-plan';

/** The trials of a pane: they live with the page, and are no part of its conversation. */
export interface PaneTrials {
  plan: TrialPlan;
  /** The model that was asked first. */
  modelId: string;
  /** The seed that every trial was sent with; null where there was none, or several. */
  seed: number | null;
  trials: readonly Trial[];
  running: boolean;
}

/** The last trials of each pane, by its id. */
export const useTrials = create<Record<string, PaneTrials>>(() => ({}));

const controllers = new Map<string, AbortController>();

/** Ends the trials of a pane; what arrived stays. */
export const stopTrials = (paneId: string): void => controllers.get(paneId)?.abort();

type Change = (trial: Trial) => Trial;

function changeTrials(paneId: string, change: Change, rest: Partial<PaneTrials> = {}): void {
  useTrials.setState((all) => {
    const before = all[paneId];
    return before ? { [paneId]: { ...before, ...rest, trials: before.trials.map(change) } } : {};
  });
}

const seedOf = (plan: TrialPlan, requests: readonly PlannedRequest[]): number | null => {
  const seed = requests[0]?.body['seed'];
  return plan.parameter !== 'seed' && typeof seed === 'number' ? seed : null;
};

interface Sending extends PlannedRequest {
  id: string;
}

/** Value after value, again and again: what is stopped half-way has as many trials of each. */
const inTurns = (plan: TrialPlan, requests: readonly PlannedRequest[]): Sending[] =>
  Array.from({ length: plan.each }, () => requests.map((request) => ({ ...request, id: freshId() }))).flat();

/**
 * Sends the trials of a plan, eight in a request and one request after the other, and grows their answers. What one
 * fails of leaves the others alone; a request that is not accepted ends all, as the next would not be either. Never
 * rejects.
 */
export async function runTrials(pane: Pane, plan: TrialPlan, planned: PlannedTrials): Promise<void> {
  if (planned.problem !== null || useTrials.getState()[pane.id]?.running) return;
  const sending = inTurns(plan, planned.requests);
  const controller = new AbortController();
  controllers.set(pane.id, controller);
  const trials = sending.map(({ id, value }): Trial => ({ id, value, answer: null, refusal: null, unsent: false }));
  const seed = seedOf(plan, planned.requests);
  useTrials.setState({ [pane.id]: { plan, modelId: pane.modelId, seed, trials, running: true } });
  for (let at = 0; at < sending.length && !controller.signal.aborted; at += MAX_RUNS) {
    const batch = sending.slice(at, at + MAX_RUNS);
    const accepted = await runBatch(pane, batch, planned, controller.signal);
    if (!accepted) break;
  }
  controllers.delete(pane.id);
  const left: Change = (trial) => (trial.answer || trial.refusal ? trial : { ...trial, unsent: true });
  changeTrials(pane.id, left, { running: false });
}

/** @returns false when the server did not accept it */
async function runBatch(pane: Pane, batch: Sending[], planned: PlannedTrials, stop: AbortSignal): Promise<boolean> {
  // Its own, because a connection that breaks is the affair of the trials on it.
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  stop.addEventListener('abort', abort, { once: true });
  const capped = cappedRuns(batch.map(({ sent }) => ({ paneId: pane.id, path: planned.path, sent }))).get(pane.id);
  if (capped !== undefined) {
    refuse(pane.id, batch, failure('refused', capped, { code: SPEND_CAP }));
    return false;
  }
  const posted = await postRuns(batch, controller.signal);
  if ('refused' in posted) {
    refuse(pane.id, batch, posted.refused);
    return false;
  }
  const growing = new Map(batch.map(({ id }) => [id, grow(pane, id, planned)]));
  await readRuns(posted.body, growing, controller);
  stop.removeEventListener('abort', abort);
  return true;
}

function refuse(paneId: string, batch: readonly Sending[], refusal: Failure | null): void {
  const ids = new Set(batch.map(({ id }) => id));
  changeTrials(paneId, (trial) => (ids.has(trial.id) ? { ...trial, refusal } : trial));
}

function grow(pane: Pane, id: string, { asked, prompt }: PlannedTrials): Growing {
  const start = emptyAnswer(asked?.id ?? '', pane.modelId);
  knowPrompt(start.id, prompt);
  const builder = createAnswerBuilder(start, () => Date.now());
  const put = (answer: Answer): void =>
    changeTrials(pane.id, (trial) => (trial.id === id ? { ...trial, answer } : trial));
  const guard = guardSpend(id, pane.id, builder.answer, () => void stopAtServer(id));
  const commit = (): void => put(guard.answer());
  const frame = onNextFrame(commit);
  commit();
  let ended = false;
  return {
    builder,
    show() {
      guard.look();
      frame.request();
    },
    settle() {
      // Heard twice: with the last chunk of the answer, and with the end of its run.
      if (ended) return;
      ended = true;
      frame.cancel();
      guard.end();
      commit();
      const answer = guard.answer();
      remember(pane.id, answer);
      // What ended without its cost is looked up in the books.
      void settle(pane.id, answer).then(() => put(remembered(answer.id)?.answer ?? answer));
    },
  };
}
