/** The time that the adapter sees; tests bring their own. */
export interface Clock {
  /** Unix milliseconds. */
  now: () => number;
  /** Calls back once after a number of milliseconds. @returns a function that cancels */
  after: (ms: number, callback: () => void) => () => void;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still between ticks: a fast answer would ask for the time with every token. */
export function standing(clock: Clock): Clock & { tick: () => void } {
  let at = clock.now();
  return {
    now: () => at,
    after: clock.after,
    tick: () => {
      at = clock.now();
    },
  };
}
