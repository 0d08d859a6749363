import type { Locator, Page } from '@playwright/test';
import { bookedOf } from './support/books';
import { expect, type Playground, test } from './support/test';

/** An amount in units of 10^-30 dollars; the product's own reading is what is under test. */
const units = (dollars: string): bigint => {
  const [whole = '0', fraction = ''] = dollars.split('.');
  return BigInt(whole + fraction.padEnd(30, '0'));
};

const board = (page: Page): Locator => page.getByRole('dialog', { name: 'Costs' });
const table = (page: Page): Locator => board(page).getByRole('table', { name: 'Costs side by side' });

const openBoard = (page: Page): Promise<void> => page.getByRole('button', { name: 'Costs', exact: true }).click();

async function panes(playground: Playground, ...ids: string[]): Promise<void> {
  const { page } = playground;
  const [first, ...others] = ids;
  await playground.open();
  await playground.chooseModel(first ?? '');
  for (const [at, id] of others.entries()) {
    await page.getByRole('button', { name: at === 0 ? 'Compare two models' : 'Add model' }).click();
    await playground.pick(id);
  }
}

/** The rows of the board as its CSV has them, by the names of its columns. */
async function csvRows(page: Page): Promise<Record<string, string>[]> {
  await board(page).getByRole('button', { name: 'Copy as CSV' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^model,answers,/);
  const [head = '', ...lines] = (await copied()).split('\r\n').filter((line) => line !== '');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(head.split(',').map((name, at) => [name, values[at] ?? '']));
  });
}

const row = (page: Page, name: string): Locator =>
  table(page)
    .locator('tbody')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test('the sum of the board is the bill of the upstream, to the last digit, and the marks are true', async ({
  playground,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // One that is cut off is booked later; one that fails before its first word costs nothing.
  await panes(playground, 'openai/gpt-4o-mini', 'simulator/paced-500', 'simulator/cut', 'simulator/502');
  await playground.setParameter('Max tokens', '300');
  await playground.ask('What do you cost together?');
  const answers = page.getByRole('article').filter({ has: page.getByRole('button', { name: /^Receipt: / }) });
  await expect(answers).toHaveCount(4);
  await expect(page.getByRole('button', { name: /^Receipt: .* billed/ })).toHaveCount(3);

  let billed = 0n;
  for (const at of [0, 1, 2]) {
    const id = await playground.generationId(answers.nth(at));
    billed += units((await bookedOf(page, id)).totalCost);
  }
  await openBoard(page);
  const rows = await csvRows(page);
  expect(rows).toHaveLength(4);
  const sum = rows.reduce((all, { cost_usd: cost = '' }) => all + units(cost), 0n);
  expect(sum).toBe(billed);
  expect(billed).toBeGreaterThan(0n);
  expect(rows.every(({ lower_bound: bound }) => bound === 'no')).toBe(true);

  // The marks, against the figures: what broke off or said nothing is none of them.
  const whole = rows.slice(0, 2);
  const best = (column: string, sign: 1 | -1): string =>
    whole.toSorted((one, other) => sign * (Number(one[column]) - Number(other[column])))[0]?.['model'] ?? '';
  for (const [mark, column, sign] of [
    ['cheapest', 'cost_usd', 1],
    ['fastest', 'tokens_per_second', -1],
    ['shortest', 'output_tokens', 1],
  ] as const) {
    await expect(table(page).getByText(mark, { exact: true })).toHaveCount(1);
    await expect(row(page, best(column, sign)).getByText(mark, { exact: true })).toBeVisible();
  }
});

test('what a copied pane was given is paid once, and the board says where', async ({ playground, page }) => {
  await panes(playground, 'simulator/flood', 'simulator/echo');
  await playground.setParameter('Max tokens', '60');
  await playground.ask('Short.');
  await expect(page.getByRole('button', { name: /^Receipt: / })).toHaveCount(2);
  await page.getByRole('button', { name: 'Actions for flood', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Duplicate pane' }).click();
  await expect(page.getByRole('region', { name: 'Pane: flood' })).toHaveCount(2);
  await openBoard(page);
  await expect(table(page).locator('tbody').getByRole('row')).toHaveCount(2);
  await expect(board(page)).toContainText(/Paid once: what 2\. flood was copied with/);
});

test('any answer is priced elsewhere, an older one as well', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/echo');
  await playground.askAndWait('One two three.');
  const newest = await playground.askAndWait('And a question that is longer than the one before it was, by far.');
  await newest.hover();
  await newest.getByRole('button', { name: 'Regenerate' }).click();
  await expect(newest.getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await openBoard(page);
  await board(page).getByRole('radio', { name: 'What if' }).check();
  const used = board(page).getByText(/tokens in \(\d+ cached\)/);
  const before = await used.textContent();
  const choice = board(page).getByRole('combobox', { name: 'Tokens of' });
  const [label = ''] = await choice.getByRole('option').allTextContents();
  await expect(choice.getByRole('option')).toHaveText([label, `${label} (2)`, 'echo: One two three.']);
  await choice.selectOption({ label: 'echo: One two three.' });
  await expect(used).not.toHaveText(before ?? '');
});
