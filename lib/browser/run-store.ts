import 'client-only';
import { create } from 'zustand';
import type { Failure } from '@/lib/core/failure';

/** sending: not yet accepted; connecting: accepted, nothing came yet. */
export type RunPhase = 'sending' | 'connecting' | 'thinking' | 'writing';

export interface RunState {
  runId: string;
  phase: RunPhase;
  /** Unix milliseconds at which the phase began. */
  since: number;
}

export interface Refusal {
  failure: Failure;
  /** Unix milliseconds. */
  at: number;
}

interface RunStoreState {
  /** The run under way in a pane, by pane id. */
  running: Record<string, RunState>;
  /** Why the last request of a pane was not accepted; nothing of it is in the conversation. */
  refused: Record<string, Refusal>;
}

/** What is under way: lives with the page, is never kept. */
export const useRunStore = create<RunStoreState>(() => ({ running: {}, refused: {} }));

/** What stops a run, by run id. */
export const stops = new Map<string, () => void>();

/** Stops the run of a pane; what arrived stays. */
export function stopRun(paneId: string): void {
  const run = useRunStore.getState().running[paneId];
  if (run) stops.get(run.runId)?.();
}

export function setRun(paneId: string, state: RunState | null): void {
  useRunStore.setState(({ running }) => {
    const { [paneId]: _, ...others } = running;
    return { running: state ? { ...others, [paneId]: state } : others };
  });
}

/** Ends what is known of a run, unless another one took its place in the pane. */
export function forgetRun(paneId: string, runId: string): void {
  stops.delete(runId);
  if (useRunStore.getState().running[paneId]?.runId === runId) setRun(paneId, null);
}

/** Why a request was not accepted when nobody was there to accept it. */
export const NO_SERVER = 'The playground’s own server did not answer. The text is kept.';

export function setRefusal(paneId: string, failure: Failure | null): void {
  if (!failure && !useRunStore.getState().refused[paneId]) return;
  useRunStore.setState(({ refused: all }) => {
    const { [paneId]: _, ...others } = all;
    return { refused: failure ? { ...others, [paneId]: { failure, at: Date.now() } } : others };
  });
}
