/**
 * What the simulator takes from its surroundings. Everything that could make two runs differ comes in here, so that a
 * test decides the time, the waiting and the dice.
 */
export interface SimulatorContext {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Resolves after `ms` milliseconds, or at once when the signal aborts; it never rejects. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Where the dice start for requests that bring no seed of their own. */
  seed: number;
  /** Stretches every delay: 1 is real time (the default), 0 is no waiting at all. */
  pace?: number;
}

const sleepInRealTime = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });

/** A context of its own (its own ledger and caches) on the machine's clock. */
export function createContext(options: Partial<SimulatorContext> = {}): SimulatorContext {
  return { now: () => Date.now(), sleep: sleepInRealTime, seed: 1, pace: 1, ...options };
}

// A bundler may load this module once per route; the embedded service must still be one service.
const HOME = Symbol.for('openrouter-playground.simulator.context');
const home = globalThis as { [HOME]?: SimulatorContext };

/** The one context of this process: what `simulate` uses when it is given none. */
export function systemContext(): SimulatorContext {
  return (home[HOME] ??= createContext({ seed: Date.now() }));
}
