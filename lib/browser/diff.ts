import 'client-only';
import type { Diff, DiffMode } from '@/lib/core/diff/diff';
import type { DiffQuestion } from './diff-worker';

/** Milliseconds after which a worker is given up: it ends its search itself long before. */
const PATIENCE_MS = 15_000;

const NOT_LOADED = 'A part of the page could not be loaded, so nothing was compared. Reload to try again.';

/**
 * Compares two texts in a worker, so that the page goes on however large they are.
 * @param signal ends the comparison when nobody wants it any more; it then never resolves
 * @returns the comparison, or one sentence why there is none. Never rejects
 */
export function diffTexts(
  before: string,
  after: string,
  mode: DiffMode,
  signal?: AbortSignal,
): Promise<Diff | { problem: string }> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
    const timer = setTimeout(() => end({ problem: 'The comparison took too long.' }), PATIENCE_MS);
    const end = (result?: Diff | { problem: string }): void => {
      clearTimeout(timer);
      worker.terminate();
      if (result) resolve(result);
    };
    signal?.addEventListener('abort', () => end(), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<Diff | { problem: string }>) => end(data));
    worker.addEventListener('error', () => end({ problem: NOT_LOADED }));
    const question: DiffQuestion = { before, after, mode };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(question);
  });
}
