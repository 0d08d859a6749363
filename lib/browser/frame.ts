import 'client-only';

/** Milliseconds after which a hidden page, which has no frames, works all the same. */
const HIDDEN_MS = 250;
/** Milliseconds of a frame that callbacks may take together; those that find it used up are the first in the next one. */
const SHARE_MS = 8;
/** For how many times its own cost the page is left alone after a frame: it is busy a fifth of the time at most. */
const REST = 4;
/** Milliseconds of rest at most: text that came is seen. */
const REST_MS = 150;

// One queue for all answers: whatever many panes have to show is spread over as many frames as it needs.
const waiting = new Set<() => void>();
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;
let running = false;
let began = 0;
let notBefore = 0;

function afterPaint(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  const hear = (): void => {
    port1.close();
    callback();
  };
  port1.addEventListener('message', hear, { once: true });
  port1.start();
  port2.postMessage(null);
}

function clear(): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  clearTimeout(pause);
  timer = undefined;
  pause = undefined;
}

async function run(): Promise<void> {
  clear();
  running = true;
  began = performance.now();
  try {
    // Those who ask again meanwhile mean a later frame.
    const round = [...waiting];
    for (const callback of round) {
      if (!waiting.delete(callback)) continue;
      callback();
      // What React renders for it comes in a microtask of its own, which was asked for before this one.
      await Promise.resolve();
      if (performance.now() - began > SHARE_MS) break;
    }
  } finally {
    // One that throws must not hold up all the others for ever.
    afterPaint(() => {
      const now = performance.now();
      notBefore = now + Math.min(REST_MS, REST * (now - began));
      running = false;
      if (waiting.size > 0) schedule();
    });
  }
}

function schedule(): void {
  if (running || timer !== undefined) return;
  const ask = (): void => {
    pause = undefined;
    frame = requestAnimationFrame(() => void run());
  };
  const wait = notBefore - performance.now();
  if (wait > 0) pause = setTimeout(ask, wait);
  else ask();
  timer = setTimeout(() => void run(), Math.max(0, wait) + HIDDEN_MS);
}

/** Calls back at once for all that waits: a page that goes has no frame any more. */
function flush(): void {
  clear();
  for (const callback of waiting) {
    waiting.delete(callback);
    callback();
  }
}

// Before those who then write down what there is.
addEventListener('pagehide', flush, { capture: true });
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), { capture: true });

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
    cancel: () => void waiting.delete(own),
    request() {
      waiting.add(own);
      schedule();
    },
    hurry() {
      waiting.add(own);
      if (pause !== undefined) clear();
      notBefore = 0;
      schedule();
    },
  };
}
