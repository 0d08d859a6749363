import 'server-only';

/** Characters that leave at once, so that a fast answer stays under the reader's control. */
const ENOUGH = 16 * 1024;

/**
 * Frames that are made in one turn of the event loop leave in one write: what the first chunk of an answer says is
 * five of them, and each write is a system call here and a wake-up at the reader.
 */
export function createOutbox(signal: AbortSignal): {
  put: (frame: string, controller: ReadableStreamDefaultController<Uint8Array>) => void;
  empty: (controller: ReadableStreamDefaultController<Uint8Array>) => void;
} {
  const encoder = new TextEncoder();
  let waiting = '';
  const empty = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    // A stream that has failed takes nothing more.
    const open = !signal.aborted && controller.desiredSize !== null;
    if (waiting !== '' && open) controller.enqueue(encoder.encode(waiting));
    waiting = '';
  };
  return {
    empty,
    put(frame, controller) {
      if (waiting === '') setImmediate(empty, controller);
      waiting += frame;
      if (waiting.length >= ENOUGH) empty(controller);
    },
  };
}
