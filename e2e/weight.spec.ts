import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './support/test';

const LIMIT = 200_000;
const MODELS_LIMIT = 220_000;

/** Bytes of the scripts that a page asks for, after gzip. */
function weighScripts(page: Page): { total: () => Promise<number>; end: () => void } {
  const sizes = new Map<string, number>();
  const reads: Promise<void>[] = [];
  const weigh = (response: Response): void => {
    if (response.request().resourceType() !== 'script') return;
    reads.push(response.body().then((body) => void sizes.set(response.url(), gzipSync(body, { level: 9 }).byteLength)));
  };
  page.on('response', weigh);
  return {
    total: async () => {
      await Promise.all(reads);
      return [...sizes.values()].reduce((sum, size) => sum + size, 0);
    },
    end: () => page.off('response', weigh),
  };
}

test('what a first visit loads before the first keystroke stays under 200 KB', async ({ playground, page }) => {
  const { total, end } = weighScripts(page);
  await playground.open();
  await page.waitForLoadState('networkidle');
  const first = await total();
  console.log(`First load of /: ${(first / 1000).toFixed(1)} KB of scripts after gzip -9, of 200 KB`);
  expect(first).toBeLessThanOrEqual(LIMIT);
  // The rest does come, with the first key: were it not counted when it comes, the figure would mean nothing.
  await playground.composer.press('a');
  await expect.poll(total).toBeGreaterThan(first + 20_000);
  end();
  await total();
});

test('the page of all models stays under 220 KB', async ({ playground, page }) => {
  const { total, end } = weighScripts(playground.page);
  await page.goto('/models');
  await expect(page.getByRole('table')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const first = await total();
  console.log(`First load of /models: ${(first / 1000).toFixed(1)} KB of scripts after gzip -9, of 220 KB`);
  expect(first).toBeLessThanOrEqual(MODELS_LIMIT);
  end();
});
