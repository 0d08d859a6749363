import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { bookedOf, books } from './support/books';
import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

const board = (page: Page): Locator => page.getByRole('dialog', { name: 'Costs' });
const openBoard = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Costs', exact: true }).click();
  await expect(board(page)).toBeVisible();
  return board(page);
};
const costs = (dialog: Locator): Locator => dialog.getByRole('table', { name: 'Costs side by side' });

test('a stopped answer is partial until its bill comes, and the bill is the one that was sent', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  const shut = await books(page);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Go on until I stop you.');
  const answer = playground.lastAnswer();
  // The figures run along, marked as estimates.
  await expect(answer.getByText(/~\d+ → ~[1-9].* · est\. [\d.]+¢/)).toBeVisible();
  await playground.stop.click();
  const receipt = playground.receipt(answer);
  await expect(receipt).toHaveAccessibleName(/~\d+ → ~\d+ · [\d.]+¢ partial/);
  await expect.poll(shut.asked).toBeGreaterThan(1);
  shut.open();
  await expect(receipt).toHaveAccessibleName(/ \d+ → \d+ \(0 cached, 0 reasoning\) · [\d.]+¢ billed/);

  await receipt.click();
  const figures = page.getByRole('dialog', { name: 'Receipt' });
  await expect(figures).toContainText('as OpenRouter has booked it');
  const id = await figures.getByText(/^gen-/).textContent();
  const { totalCost } = await bookedOf(page, id ?? '');
  await expect(figures).toContainText(`$${totalCost}`);
});

test('an answer that was not settled is asked for again when it is shown after a reload', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  const shut = await books(page);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Stop me and reload.');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){8}/);
  await playground.stop.click();
  await expect(playground.receipt(playground.lastAnswer())).toHaveAccessibleName(/partial/);
  await expect.poll(shut.asked).toBeGreaterThan(0);
  shut.open();
  await playground.reload();
  await expect(playground.receipt(playground.lastAnswer())).toHaveAccessibleName(/billed/);
  const asked = shut.asked();

  // What was booked is kept with the answer: nobody is asked a third time.
  await playground.setParameter('Max tokens', '20');
  await playground.askAndWait('And now to the end, in a word.');
  await playground.reload();
  await expect(playground.receipt(playground.answers.first())).toHaveAccessibleName(/billed/);
  expect(shut.asked()).toBe(asked);
});

test('what Run would cost is told before it is sent, with its range', async ({ playground, page }) => {
  await playground.open();
  const estimate = page.getByRole('button', { name: /^Estimated cost of Run/ });
  await expect(estimate).toBeHidden();
  await playground.composer.fill('How much will this be?');
  await expect(estimate).toHaveAccessibleName(/est\. [\d.]+¢/);
  await estimate.click();
  const range = page.getByRole('dialog', { name: 'Estimated cost of Run' });
  await expect(range).toContainText(/[\d.]+¢ to [\d.]+¢, likely [\d.]+¢/);
  await page.keyboard.press('Escape');
  // Bounded by Max tokens, the dearest end comes down.
  const before = await estimate.getAttribute('data-tip');
  await playground.setParameter('Max tokens', '5');
  await expect(estimate).not.toHaveAttribute('data-tip', before ?? '');
  await playground.chooseModel('openrouter/auto');
  await expect(estimate).toHaveAccessibleName(/est\. unknown/);
});

test('what Run would cost follows what is deleted, brought back and shown, without a key', async ({
  playground,
  page,
}) => {
  const estimate = page.getByRole('button', { name: /^Estimated cost of Run/ });
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Max tokens', '300');
  await playground.askAndWait('Say much.');
  await playground.setParameter('Max tokens', '5');
  await playground.lastAnswer().getByRole('button', { name: 'Regenerate' }).click();
  await playground.finished();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.setParameter('Max tokens', '300');
  await playground.composer.fill('And more?');
  await expect(estimate).toHaveAccessibleName(/est\. [\d.]+¢/);
  const name = async (): Promise<string> => (await estimate.getAttribute('aria-label')) ?? '';
  const short = await name();

  await playground.lastAnswer().getByRole('button', { name: 'Previous version' }).click();
  await expect(estimate).not.toHaveAccessibleName(short);
  const long = await name();
  const question = playground.messages.first();
  await question.hover();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(playground.messages).toHaveCount(0);
  await expect(estimate).not.toHaveAccessibleName(long);
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(estimate).toHaveAccessibleName(long);
});

test('the board sums what the receipts say, by run, conversation and session', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Max tokens', '40');
  await playground.askAndWait('First.');
  await playground.chooseModel('simulator/paced-500');
  const second = await playground.askAndWait('Second.');
  const [, shown = ''] = /· ([\d.]+¢) billed/.exec((await playground.receipt(second).textContent()) ?? '') ?? [];
  expect(shown).not.toBe('');

  const dialog = await openBoard(page);
  await expect(costs(dialog).getByRole('row')).toHaveCount(2);
  await expect(costs(dialog).getByRole('row').last()).toContainText(shown);
  await dialog.getByRole('radio', { name: 'Conversation' }).check();
  await expect(costs(dialog).getByRole('row').last().getByRole('cell').nth(1)).toHaveText('2');
  await dialog.getByRole('radio', { name: 'Session' }).check();
  await expect(costs(dialog).getByRole('row')).toHaveCount(4);
  await expect(costs(dialog).getByText('cheapest')).toHaveCount(1);
  await expect(dialog.getByRole('list', { name: 'Costs as text' }).getByRole('listitem')).toHaveCount(2);

  // Dearest first, then cheapest first.
  const names = () => costs(dialog).locator('tbody').getByRole('rowheader').allTextContents();
  await costs(dialog).getByRole('button', { name: 'Sort by Cost' }).click();
  await expect(costs(dialog).getByRole('columnheader', { name: /Cost/ })).toHaveAttribute('aria-sort', 'ascending');
  const cheapestFirst = await names();
  await costs(dialog).getByRole('button', { name: 'Sort by Cost' }).click();
  expect(await names()).toEqual(cheapestFirst.toReversed());
  await expectAccessible(page, 'the cost board');
});

test('the board is copied as Markdown and as CSV, to the last digit', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Copy me.');
  const dialog = await openBoard(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect.poll(copied).toMatch(/^\| Model \| Cost \| Answers .*\n\| :-- \| --: /);
  await dialog.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect.poll(copied).toMatch(/^model,answers,.*cost_usd,cost_source,lower_bound\r\n.*,0\.\d+,billed,no$/);
});

test('a failed answer that told nothing makes the sum a lower bound', async ({ playground, page }) => {
  await books(page);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Billed.');
  await playground.chooseModel('simulator/cut');
  await playground.askAndWait('Cut off.');
  const dialog = await openBoard(page);
  await dialog.getByRole('radio', { name: 'Conversation' }).check();
  await expect(costs(dialog).getByRole('row').last()).toContainText(/≥ est\. [\d.]+¢/);
});

test('what if: the tokens of an answer on other models, times the calls of a month', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('openai/gpt-4o-mini');
  await playground.askAndWait('Say something short.');
  const dialog = await openBoard(page);
  await dialog.getByRole('radio', { name: 'What if' }).check();
  await expect(dialog).toContainText('Tokenizers differ');
  const table = dialog.getByRole('table', { name: 'The same tokens on other models' });
  await expect(table.getByRole('row').nth(1)).toContainText('this answer’s model');
  await expect(table.getByRole('row').nth(1)).toContainText('1.00×');
  await dialog.getByRole('searchbox', { name: 'Search models' }).fill('claude-opus-4.1');
  const opus = table.getByRole('row', { name: /claude-opus-4\.1/ }).first();
  const before = await opus.getByRole('cell').nth(1).textContent();
  await dialog.getByRole('spinbutton', { name: 'Calls a month' }).fill('1000000');
  await dialog.getByRole('spinbutton', { name: 'Calls a month' }).press('Tab');
  await expect(opus.getByRole('cell').nth(1)).not.toHaveText(before ?? '');
  await expect(opus.getByRole('cell').nth(1)).toHaveText(/^\$[\d,]+\.\d\d$/);
  // No calls make nothing free.
  await dialog.getByRole('spinbutton', { name: 'Calls a month' }).fill('');
  await dialog.getByRole('spinbutton', { name: 'Calls a month' }).press('Tab');
  await expect(opus.getByRole('cell').nth(1)).toHaveText('–');
  await expectAccessible(page, 'what if');

  // The page of all models says the same of the same calls.
  await dialog.getByRole('spinbutton', { name: 'Calls a month' }).fill('12345');
  await dialog.getByRole('spinbutton', { name: 'Calls a month' }).press('Tab');
  const month = await opus.getByRole('cell').nth(1).textContent();
  expect(month).toMatch(/^\$[\d,]+\.\d\d$/);
  await page.waitForLoadState('networkidle');
  await dialog.getByRole('link', { name: /^A month of these calls/ }).click();
  await expect(page).toHaveURL(/\/models\?in=\d+&.*calls=12345$/);
  await page.getByRole('searchbox', { name: 'Search models' }).fill('claude-opus-4.1');
  const all = page.getByRole('table', { name: 'Models and what the workload costs' });
  const same = all.getByRole('row').filter({ hasText: 'claude-opus-4.1' }).first().getByRole('cell').last();
  await expect(same).toContainText(month ?? '');
  await expect(page.getByRole('spinbutton', { name: 'Searches a call' })).toHaveValue('0');
  await page.getByRole('spinbutton', { name: 'Calls a month' }).fill('');
  await expect(same).toContainText('–');
  await expect(page.getByRole('img', { name: /^Cost a month/ })).toHaveAccessibleName(/nothing to pay/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('estimate, board and what if fit', async ({ playground, page }) => {
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await playground.open();
    await playground.composer.fill('How much on a phone?');
    await expect(page.getByRole('button', { name: /^Estimated cost of Run/ })).toBeInViewport({ ratio: 1 });
    await expect(playground.run).toBeInViewport({ ratio: 1 });
    expect(await overhang()).toBe(0);
    await playground.askAndWait('How much on a phone?');
    const dialog = await openBoard(page);
    await expect(costs(dialog)).toBeVisible();
    expect(await overhang()).toBe(0);
    await dialog.getByRole('radio', { name: 'What if' }).check();
    await expect(dialog.getByRole('table')).toBeVisible();
    expect(await overhang()).toBe(0);
    await expectAccessible(page, 'costs on a phone');
  });
});
