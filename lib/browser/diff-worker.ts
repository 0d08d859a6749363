import type { DiffMode } from '@/lib/core/diff/diff';
import { computeDiff } from './compute-diff';

/** What the page asks a worker; one question for each. */
export interface DiffQuestion {
  before: string;
  after: string;
  mode: DiffMode;
}

addEventListener('message', ({ data }: MessageEvent<DiffQuestion>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to the page that made it
  postMessage(computeDiff(data.before, data.after, data.mode));
});
