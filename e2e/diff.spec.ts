import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

const comparison = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare answers' });

async function compareWith(page: Page, answer: Locator, choice: string): Promise<void> {
  await answer.hover();
  await answer.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
  await expect(comparison(page)).toBeVisible();
}

const choose = (page: Page, mode: string): Promise<void> => comparison(page).getByText(mode, { exact: true }).click();
/** The sentence that counts the changes, as it is seen. */
const counted = (page: Page): Locator =>
  comparison(page)
    .getByRole('paragraph')
    .filter({ hasText: /change|difference/ });

test('two versions of an answer, by words, lines and JSON', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/echo');
  await playground.askAndWait('Echo.');
  await playground.setParameter('Temperature', '0.3');
  await playground.lastAnswer().hover();
  await playground.lastAnswer().getByRole('button', { name: 'Regenerate' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();

  await compareWith(page, playground.lastAnswer(), 'Version 1');
  await expect(counted(page)).toHaveText(/^\d+ changes?: .*words? added\.$/);
  await expect(comparison(page).getByRole('insertion').filter({ hasText: 'temperature' })).toBeVisible();
  await expect(comparison(page).getByRole('columnheader')).toHaveText(['Version 1', 'Version 2']);
  await page.keyboard.press('n');
  await expect(comparison(page).getByText(/^1 \/ \d+$/)).toBeVisible();
  await expectAccessible(page, 'two answers word by word');

  await choose(page, 'Lines');
  await expect(counted(page)).toHaveText(/line/);
  // The choice keeps the focus, and the keys go on.
  await expect(comparison(page).getByRole('radio', { name: 'Lines' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(comparison(page).getByText(/^1 \/ \d+$/)).toBeVisible();
  await choose(page, 'JSON');
  await expect(counted(page)).toHaveText('1 change: 1 path added.');
  await expect(comparison(page).getByRole('rowheader')).toHaveText('$.temperature');
  await expect(comparison(page).getByRole('insertion')).toHaveText('+0.3');
  await expectAccessible(page, 'two answers as JSON');
  await page.keyboard.press('Escape');
  await expect(comparison(page)).toBeHidden();
  await expect(playground.lastAnswer().getByRole('button', { name: /^More for / })).toBeFocused();
});

test('the answers of two panes to the same prompt; n and p walk through the changes', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('button', { name: 'Compare two models' }).click();
  await playground.pick('simulator/markdown-500');
  const [first, second] = [playground.messages.nth(1), playground.messages.nth(3)];
  await playground.ask('Say something long, and differ.');
  await expect(playground.messages).toHaveCount(4);
  await expect(playground.receipt(first)).toBeVisible();
  await expect(playground.receipt(second)).toBeVisible();

  await compareWith(page, first, '2. Markdown, fast');
  await expect(counted(page)).toHaveText(/^(\d+) changes: /);
  const [, total = ''] = /^(\d+)/.exec((await counted(page).textContent()) ?? '') ?? [];
  expect(Number(total)).toBeGreaterThan(2);
  const at = (change: number): Locator => comparison(page).getByText(`${change} / ${total}`, { exact: true });
  const marks = (change: number): Locator =>
    comparison(page)
      .locator(`[data-change="${change - 1}"]`)
      .first();
  await page.keyboard.press('p');
  await expect(at(1)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(at(3)).toBeVisible();
  await expect(marks(3)).toBeInViewport();
  await comparison(page).getByRole('button', { name: 'Previous change' }).click();
  await expect(at(2)).toBeVisible();
  // One after the other where there is no room for two sides; the prompt field hears none of these keys.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(comparison(page).getByRole('columnheader')).toHaveCount(0);
  await expect(marks(2)).toBeVisible();
  const text = comparison(page)
    .getByRole('cell')
    .filter({ has: page.locator('[data-change="1"]') });
  expect((await text.boundingBox())?.width).toBeGreaterThan(280);
  await choose(page, 'JSON');
  await expect(comparison(page).getByRole('alert')).toHaveText(/JSON\.$/);
  await page.keyboard.press('Escape');
  await expect(playground.composer).toHaveValue('');

  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.composer.fill('Only here.');
  await page.getByRole('button', { name: 'Actions for GPT-4o-mini', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Run in this pane only' }).click();
  const alone = page.getByRole('region', { name: 'Pane: GPT-4o-mini' }).getByRole('article').nth(3);
  await expect(playground.receipt(alone)).toBeVisible();
  await alone.hover();
  await alone.getByRole('button', { name: /^More for / }).click();
  await expect(page.getByRole('menu', { name: /^More for / })).toContainText('no other pane answers this prompt');
});
