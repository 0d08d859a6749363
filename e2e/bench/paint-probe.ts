import type { Page } from '@playwright/test';

/** Frames without a change of the list after which it has settled. */
const QUIET = 12;

/**
 * Puts a watch into the page: from a key until the next frame, or a later one with the last change of the list, has been painted. What stands
 * beside the list is not waited for.
 */
export async function watchList(page: Page): Promise<void> {
  // The compiler of this file names functions by a function of its own, which no page has.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate((quiet) => {
    let [pressedAt, paintedAt, changed, idle] = [0, 0, false, 0];
    const list = '[role=listbox], [data-list]';
    let finish: ((ms: number) => void) | undefined;
    const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
    const isIn = (node: Node): boolean => Boolean(elementOf(node)?.closest(list));
    const holds = (node: Node): boolean => isIn(node) || Boolean(elementOf(node)?.querySelector(list));
    new MutationObserver((records) => {
      if (records.some(({ target, addedNodes }) => isIn(target) || [...addedNodes].some(holds))) changed = true;
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const frame = (): void => {
      if (changed) {
        [changed, idle] = [false, 0];
        // A message comes after the frame that this callback belongs to has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => void (paintedAt = performance.now()));
        port1.start();
        port2.postMessage(null);
      } else if (paintedAt > 0) idle += 1;
      if (idle < quiet) requestAnimationFrame(frame);
      else finish?.(paintedAt - pressedAt);
    };
    addEventListener(
      'keydown',
      (event) => {
        // The key itself, and not Control before it.
        if (event.key === 'Control') return;
        // The first frame counts in any case: a key may leave the list as it is.
        [pressedAt, paintedAt, changed, idle] = [event.timeStamp, 0, true, 0];
        requestAnimationFrame(frame);
      },
      { capture: true },
    );
    (globalThis as { settled?: () => Promise<number> }).settled = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
  }, QUIET);
}

/** Milliseconds from a key to the painted list. */
export async function timeKey(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const scope = globalThis as { settled?: () => Promise<number>; pending?: Promise<number> | undefined };
    scope.pending = scope.settled?.();
  });
  await page.keyboard.press(key);
  return page.evaluate(async () => (await (globalThis as { pending?: Promise<number> }).pending) ?? Number.NaN);
}
