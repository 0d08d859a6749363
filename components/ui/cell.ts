/** One value outside React with listeners: what a function called from anywhere and a mounted component share. */
export type Cell<T> = {
  get: () => T;
  set: (value: T) => void;
  listen: (listener: () => void) => () => void;
};

export function createCell<T>(initial: T): Cell<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      current = value;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
