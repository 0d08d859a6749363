import 'client-only';

/** Milliseconds after which a hidden page, which has no frames, works all the same. */
const HIDDEN_MS = 250;

/**
 * Calls back once with the next frame however often it is requested meanwhile: the screen shows one state a frame, and
 * text that comes faster costs nothing.
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
  return {
    cancel,
    request() {
      if (timer !== undefined) return;
      frame = requestAnimationFrame(run);
      timer = setTimeout(run, HIDDEN_MS);
    },
  };
}
