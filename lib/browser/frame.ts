import 'client-only';

/** Milliseconds after which a hidden page, which has no frames, works all the same. */
const HIDDEN_MS = 250;
/** For how many times its own cost the page is left alone after a callback: it is busy a third of the time at most. */
const REST = 2;

/**
 * Calls back once with the next frame however often it is requested meanwhile: the screen shows one state a frame, and
 * text that comes faster costs nothing. Where a frame costs much (a slow device, many panes) the next one comes later,
 * so that the page answers its visitor between them.
 */
export function onNextFrame(callback: () => void): { request: () => void; cancel: () => void } {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let began = 0;
  let notBefore = 0;
  // A message that is sent in a frame comes when this has been painted.
  const painted = new MessageChannel();
  painted.port1.addEventListener('message', () => {
    const now = performance.now();
    notBefore = now + REST * (now - began);
  });
  painted.port1.start();
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    clearTimeout(pause);
    frame = 0;
    timer = undefined;
  };
  const run = (): void => {
    cancel();
    began = performance.now();
    callback();
    painted.port2.postMessage(null);
  };
  return {
    cancel,
    request() {
      if (timer !== undefined) return;
      const ask = (): void => {
        frame = requestAnimationFrame(run);
      };
      const wait = notBefore - performance.now();
      if (wait > 0) pause = setTimeout(ask, wait);
      else ask();
      timer = setTimeout(run, Math.max(0, wait) + HIDDEN_MS);
    },
  };
}
