import 'client-only';

/** Milliseconds after which a hidden page, which has no frames, works all the same. */
const HIDDEN_MS = 250;
/** Milliseconds that callbacks may take together; those that find them used up are the first in the next turn. */
const SHARE_MS = 16;
/** For how many times its own cost the page is left alone after a frame: it is busy a fifth of the time at most. */
const REST = 4;
/** Milliseconds of rest at most: text that came is seen. */
const REST_MS = 150;

// One queue for all answers: whatever many panes have to show is spread over as many frames as it needs.
const waiting = new Set<() => void>();
/** Those of them that come first, and for which the page does not rest. */
const urgent = new Set<() => void>();
/** A turn is under way: one that waits for its frame, or has worked and is not drawn yet. */
let busy = false;
/** What is awaited for another turn than this one is void. */
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;
let notBefore = 0;

function inNextTask(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  const hear = (): void => {
    port1.close();
    callback();
  };
  port1.addEventListener('message', hear, { once: true });
  port1.start();
  port2.postMessage(null);
}

/** Lets the page do what waits, input and drawing among it; no timer, since those of a hidden page are slow. */
export const nextTask = (): Promise<void> => new Promise(inNextTask);

/** Calls back once the next frame is painted, with the milliseconds that it took; or soon, where there are no frames. */
function afterFrame(callback: (took: number) => void): void {
  turn += 1;
  const mine = turn;
  const once = (took: number): void => {
    if (mine !== turn) return;
    turn += 1;
    clearTimeout(timer);
    callback(took);
  };
  requestAnimationFrame(() => {
    if (mine === turn) clearTimeout(timer);
    const from = performance.now();
    inNextTask(() => once(performance.now() - from));
  });
  timer = setTimeout(() => once(0), HIDDEN_MS);
}

async function work(): Promise<void> {
  const began = performance.now();
  try {
    // Those who ask again meanwhile mean a later frame.
    const round = [...new Set([...urgent, ...waiting])];
    for (const callback of round) {
      if (!waiting.delete(callback)) continue;
      urgent.delete(callback);
      callback();
      // What React renders for it comes in a microtask of its own, which was asked for before this one.
      await Promise.resolve();
      if (performance.now() - began > SHARE_MS) break;
    }
  } finally {
    // One that throws must not hold up all the others for ever.
    const worked = performance.now() - began;
    const end = (drawn: number): void => {
      notBefore = performance.now() + Math.min(REST_MS, REST * (worked + drawn));
      busy = false;
      schedule();
    };
    // Nothing of a hidden page is drawn, and its timers are slow.
    if (document.visibilityState === 'hidden') end(0);
    else afterFrame(end);
  }
}

// Right behind a frame, so that the work has a whole interval to itself, and drawing what it changed has the next one.
function begin(): void {
  pause = undefined;
  afterFrame(() => void work());
}

function schedule(): void {
  if (busy || waiting.size === 0) return;
  busy = true;
  const wait = urgent.size > 0 ? 0 : notBefore - performance.now();
  if (wait > 0) pause = setTimeout(begin, wait);
  else begin();
}

/** Calls back at once for all that waits: a page that goes has no frame any more. */
function flush(): void {
  turn += 1;
  clearTimeout(timer);
  clearTimeout(pause);
  pause = undefined;
  busy = false;
  urgent.clear();
  for (const callback of waiting) {
    waiting.delete(callback);
    try {
      callback();
    } catch (error) {
      reportError(error);
    }
  }
}

// Before those who then write down what there is. The server draws the first page, and has no page that goes.
if (typeof document !== 'undefined') {
  addEventListener('pagehide', flush, { capture: true });
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), { capture: true });
}

export interface NextFrame {
  request: () => void;
  /** Requests the very next frame: the page need not rest before it. */
  hurry: () => void;
  cancel: () => void;
}

/**
 * Calls back once with one of the next frames however often it is requested meanwhile: the screen shows one state a
 * frame, and text that comes faster costs nothing. Where frames cost much (a slow device, many panes) they come later,
 * so that the page answers its visitor between them.
 */
export function onNextFrame(callback: () => void): NextFrame {
  // Its own, so that two who share a callback do not cancel each other.
  const own = (): void => callback();
  return {
    cancel() {
      waiting.delete(own);
      urgent.delete(own);
    },
    request() {
      waiting.add(own);
      schedule();
    },
    hurry() {
      waiting.add(own);
      urgent.add(own);
      if (pause === undefined) return schedule();
      clearTimeout(pause);
      begin();
    },
  };
}
