import type { SimulatorContext } from '@/lib/simulator/context';
import type { Frame } from './turn';

export type Outcome = 'finished' | 'aborted' | 'cut';

const abortError = (signal: AbortSignal): unknown =>
  signal.reason ?? new DOMException('This operation was aborted', 'AbortError');

/**
 * A body that is made while it is read: nothing runs ahead of the reader, and nothing runs on after an abort or a
 * cancellation. `ended` is called exactly once.
 * @param request is held until the end: one that is collected takes its signal with it, and no abort is heard any more
 */
export function bodyOf(
  frames: Iterator<Frame>,
  startedAt: number,
  { now, sleep, pace = 1 }: SimulatorContext,
  request: Request,
  ended: (outcome: Outcome) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const stopped = new AbortController();
  let outcome: Outcome | null = null;
  const end = (how: Outcome): void => {
    if (outcome) return;
    outcome = how;
    request.signal.removeEventListener('abort', onAbort);
    frames.return?.();
    ended(how);
  };
  let fail: (reason: unknown) => void = () => {};
  const onAbort = (): void => {
    if (outcome) return;
    end('aborted');
    stopped.abort();
    fail(abortError(request.signal));
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (controller) => {
        fail = (reason) => controller.error(reason);
        if (request.signal.aborted) onAbort();
        else request.signal.addEventListener('abort', onAbort);
      },
      pull: async (controller) => {
        try {
          const next = frames.next();
          if (next.done) {
            end('finished');
            controller.close();
            return;
          }
          const due = pace > 0 ? startedAt + next.value.at * pace - now() : 0;
          const wait = Math.max(due, next.value.idle ?? 0);
          if (wait > 0) await sleep(wait, stopped.signal);
          if (outcome) return;
          if (next.value.cut) {
            end('cut');
            controller.error(new TypeError('terminated'));
            return;
          }
          controller.enqueue(encoder.encode(next.value.text));
        } catch (problem) {
          end('cut');
          controller.error(problem);
        }
      },
      cancel: () => {
        end('aborted');
        stopped.abort();
      },
    },
    { highWaterMark: 0 },
  );
}
