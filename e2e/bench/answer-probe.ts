import type { Page } from '@playwright/test';
import type { Watched } from './frames';
import { END } from './markdown';

/** Milliseconds after the last word in which the page still closes the answer, and long tasks are told. */
const AFTER_MS = 400;

/**
 * Watches the answers that begin now, until the last word of each has been painted. Frames are the instants at which
 * the page was given one (requestAnimationFrame, asked for in every frame): a main thread that is busy misses them,
 * whether or not the compositor still repeats the old picture, and what stands still is what a reader sees. The figures
 * behind the budgets were taken so. A trace of the compositor (PipelineReporter) would also count frames in which there
 * was nothing to draw as good, and costs more than the page of the floor.
 * @param panes how many answers there will be
 * @param afterMs how long long tasks are still counted after the last word
 */
export async function watchAnswers(page: Page, panes: number, afterMs = AFTER_MS): Promise<void> {
  // The compiler of this file names functions by a function of its own, which no page has.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(
    ([panes, end, afterMs]) => {
      const frames: number[] = [];
      const longTasks: number[] = [];
      const ended = new Set<Element>();
      const toWall = (at: number): number => performance.timeOrigin + at;
      const began = performance.now();
      const tasks = new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) if (startTime >= began) longTasks.push(duration);
      });
      tasks.observe({ type: 'longtask' });
      // Only what changed is read: a look at the whole text in every frame would be work of the watch's own.
      const changes = new MutationObserver((records) => {
        for (const { type, target, addedNodes } of records) {
          for (const node of type === 'characterData' ? [target] : addedNodes) {
            if (!node.textContent?.includes(end)) continue;
            const log = (node instanceof Element ? node : node.parentElement)?.closest('[role=log]');
            if (log) ended.add(log);
          }
        }
      });
      changes.observe(document.body, { subtree: true, childList: true, characterData: true });
      const scope = globalThis as { watched?: Promise<Watched> };
      scope.watched = new Promise((resolve) => {
        let done = false;
        const { port1, port2 } = new MessageChannel();
        // A message that is sent in a frame comes when this has been painted, with all that other callbacks did in it.
        port1.addEventListener('message', () => {
          if (done || ended.size < panes) return;
          done = true;
          const paintedAt = toWall(performance.now());
          changes.disconnect();
          setTimeout(() => {
            tasks.disconnect();
            resolve({ frames, paintedAt, longTasks });
          }, afterMs);
        });
        port1.start();
        const frame = (at: number): void => {
          frames.push(toWall(at));
          port2.postMessage(null);
          if (!done) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
    },
    [panes, END, afterMs] as const,
  );
}

/** What was watched, once all answers have ended. */
export const watched = (page: Page): Promise<Watched> =>
  page.evaluate(async () => {
    const seen = await (globalThis as { watched?: Promise<Watched> }).watched;
    if (!seen) throw new Error('Nobody watches this page.');
    return seen;
  });
