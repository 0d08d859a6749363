import 'client-only';

/** Milliseconds after which a hidden page, which has no frames, works all the same. */
const HIDDEN_MS = 250;
/** The same for a page that seems to be seen: a slow one has frames, and must not work beside them. */
const SEEN_MS = 1000;

/** Milliseconds of a frame in which callbacks may begin: the rest is for layout, paint and the visitor's keys. */
const SHARE_MS = 6;

let frameAt = -1;
let begunAt = 0;

/** Whether a frame has time left. React draws between two callbacks, so that what the earlier ones cost is known. */
function hasTime(at: number): boolean {
  const now = performance.now();
  if (at !== frameAt) [frameAt, begunAt] = [at, now];
  return now - begunAt < SHARE_MS;
}

/**
 * Calls back once with the next frame however often it is requested meanwhile: the screen shows one state a frame, and
 * text that comes faster costs nothing. Where many call back at once and a frame is too short for all of them, the
 * later ones have the next frame, and are the first in it: eight growing answers on a slow machine take turns, and the
 * page goes on hearing its visitor.
 */
export function onNextFrame(callback: () => void): { request: () => void; cancel: () => void } {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    timer = undefined;
  };
  const run = (): void => {
    cancel();
    callback();
  };
  const onFrame = (at: number): void => {
    if (hasTime(at)) run();
    else frame = requestAnimationFrame(onFrame);
  };
  return {
    cancel,
    request() {
      if (timer !== undefined) return;
      frame = requestAnimationFrame(onFrame);
      timer = setTimeout(run, document.hidden ? HIDDEN_MS : SEEN_MS);
    },
  };
}
