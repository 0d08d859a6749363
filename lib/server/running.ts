import 'server-only';

// On globalThis because each route is bundled apart and a module variable would exist once per route.
const store = globalThis as { runningRuns?: Map<string, AbortController> };
const running = (store.runningRuns ??= new Map());

export const isRunning = (id: string): boolean => running.has(id);

/** Registers a run that this instance answers. @returns what stops it alone, and how to take it off the list */
export function begin(id: string): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  running.set(id, controller);
  return { signal: controller.signal, done: () => void running.delete(id) };
}

/** @returns false when no such run is under way here: it has ended, or another instance has it */
export function stop(id: string): boolean {
  const controller = running.get(id);
  controller?.abort();
  return controller !== undefined;
}
