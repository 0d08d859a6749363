import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './support/test';

const LIMIT = 200_000;

test('what a first visit loads before the first keystroke stays under 200 KB', async ({ playground, page }) => {
  const sizes = new Map<string, number>();
  const reads: Promise<void>[] = [];
  const weigh = (response: Response): void => {
    if (response.request().resourceType() !== 'script') return;
    reads.push(response.body().then((body) => void sizes.set(response.url(), gzipSync(body, { level: 9 }).byteLength)));
  };
  page.on('response', weigh);
  const total = async (): Promise<number> => {
    await Promise.all(reads);
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  };
  await playground.open();
  await page.waitForLoadState('networkidle');
  const first = await total();
  console.log(`First load of /: ${(first / 1000).toFixed(1)} KB of scripts after gzip -9, of 200 KB`);
  expect(first).toBeLessThanOrEqual(LIMIT);
  // The rest does come, with the first key: were it not counted when it comes, the figure would mean nothing.
  await playground.composer.press('a');
  await expect.poll(total).toBeGreaterThan(first + 20_000);
  page.off('response', weigh);
  await total();
});
