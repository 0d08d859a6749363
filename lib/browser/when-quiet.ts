import 'client-only';
import { useRunStore } from './run-store';

/** Milliseconds since the last key after which nobody types. */
const KEYS_MS = 1000;
/** Milliseconds from a first move of the pointer: what it is on its way to may be wanted soon. */
const POINTER_MS = 100;

/**
 * Calls back once, after the first move of the pointer or the first key, when nobody types and no answer grows: what is
 * only prepared may take nothing from what is wanted now.
 * @returns a function that ends the waiting
 */
export function whenQuiet(callback: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const within = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (Object.keys(useRunStore.getState().running).length > 0) return within(KEYS_MS);
      controller.abort();
      callback();
    }, ms);
  };
  addEventListener('keydown', () => within(KEYS_MS), { passive: true, signal });
  for (const type of ['pointermove', 'pointerdown']) {
    addEventListener(type, () => timer ?? within(POINTER_MS), { passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => controller.abort();
}
