import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.classList.contains('dark'));
const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.querySelector('header') ?? document.body).backgroundColor);

test('light, dark and system, kept over a reload', async ({ playground, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await playground.open();
  expect(await isDark(page)).toBe(false);
  const light = await ground(page);
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name }).click();
  };

  await choose('Dark');
  await expect.poll(() => isDark(page)).toBe(true);
  const dark = await ground(page);
  expect(dark).not.toBe(light);
  await playground.reload();
  expect(await isDark(page)).toBe(true);
  expect(await ground(page)).toBe(dark);

  await choose('System');
  await expect.poll(() => isDark(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => isDark(page)).toBe(true);
  await choose('Light');
  await expect.poll(() => isDark(page)).toBe(false);
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Light' })).toBeChecked();
});

test('the theme stands before any of the app’s scripts has run, so that nothing flashes', async ({
  playground,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await playground.open();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => isDark(page)).toBe(true);
  const dark = await ground(page);

  let letThrough = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await gate;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
  expect(await isDark(page)).toBe(true);
  expect(await ground(page)).toBe(dark);
  letThrough();
  await playground.ready();
});
