import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Trials' });
const spread = (page: Page): Locator => dialog(page).getByRole('table', { name: 'Spread of the trials' });
const answers = (page: Page): Locator =>
  dialog(page).getByRole('list', { name: 'Answers of the trials' }).getByRole('listitem');
const openTrials = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Trials', exact: true }).click();
  await expect(dialog(page).getByRole('spinbutton')).toBeVisible();
  return dialog(page);
};
/** Long enough for the slowest answers; nothing here measures time. */
const ENDS = { timeout: 90_000 };

test('ten trials of a draft go in two requests, and are counted in the costs of the session', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.setParameter('Max tokens', '40');
  await playground.composer.fill('Trial of ten, please.');
  const trials = await openTrials(page);
  await trials.getByRole('spinbutton', { name: 'Trials' }).fill('10');
  await expect(trials).toContainText(/10 requests, est\. [\d.]+¢ \([\d.]+¢ to [\d.]+¢\)/);
  await trials.getByRole('button', { name: 'Run 10 trials' }).click();
  await expect(trials).toContainText(/10 of 10 done, cost [\d.]+¢/, ENDS);
  await expect(spread(page).getByRole('row').nth(1)).toContainText('10 of 10');
  await expect(answers(page)).toHaveCount(10);
  await answers(page).nth(3).locator('summary').click();
  await expect(answers(page).nth(3).locator('.prose-answer')).toContainText(/\w+ \w+/);
  await expectAccessible(page, 'the trials');
  const bodies = await upstream.all('Trial of ten, please.');
  expect(bodies).toHaveLength(10);
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
    max_tokens: 40,
    messages: [{ content: 'Trial of ten, please.' }],
  });

  // A press of Esc closes it; the draft waits where it was, and what was paid is in the sum.
  await page.keyboard.press('Escape');
  await expect(trials).toBeHidden();
  await expect(playground.composer).toHaveValue('Trial of ten, please.');
  await expect(playground.messages).toHaveCount(0);
  await page.getByRole('button', { name: 'Costs', exact: true }).click();
  await page.getByRole('radio', { name: 'Session' }).check();
  await expect(page.getByRole('table', { name: 'Costs side by side' }).getByRole('row').nth(1)).toContainText(/¢.*10/);
});

test('a grid changes one parameter and nothing else, and says whether a seed held', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.setParameter('Max tokens', '60');
  await playground.setParameter('Seed', '7');
  await playground.askAndWait('Grid of temperatures.');
  // Nothing is typed: the last question is asked anew, without its answer.
  const trials = await openTrials(page);
  await expect(trials).toContainText('Asks: Grid of temperatures.');
  const vary = trials.getByRole('combobox', { name: 'Vary' });
  await vary.selectOption('Top K');
  await expect(trials).toContainText('This model does not take Top K');
  await expect(trials.getByRole('button', { name: /^Run/ })).toBeDisabled();
  await vary.selectOption('Temperature');
  const values = trials.getByRole('textbox', { name: 'Values' });
  await expect(values).toHaveValue('0, 0.5, 1, 1.5');
  await values.fill('0, 9');
  await expect(values).toHaveAccessibleDescription('“9”: Temperature must be between 0 and 2.');
  await values.fill('0, 1.5');
  await trials.getByRole('spinbutton', { name: 'Trials for each value' }).fill('3');
  await trials.getByRole('button', { name: 'Run 6 trials' }).click();
  await expect(trials).toContainText(/6 of 6 done/, ENDS);
  await expect(trials).toContainText('Seed 7: the answers to each value are identical');
  await expect(spread(page).getByRole('row', { name: /^0 / })).toContainText('3 of 3');
  await expect(spread(page).getByRole('row', { name: /^1\.5 / })).toContainText('100 %');
  await expect(spread(page).getByRole('row', { name: /^All / })).toContainText('6 of 6');

  const bodies = (await upstream.all('Grid of temperatures.')).map((text) => JSON.parse(text) as object);
  // The question itself was the first of seven.
  const asked = bodies.at(-1) ?? {};
  const sent = bodies.slice(0, 6).map((body) => JSON.stringify(body));
  expect(bodies).toHaveLength(7);
  expect(new Set(sent)).toEqual(
    new Set([0, 1.5].map((temperature) => JSON.stringify(inOrder({ ...asked, temperature }, bodies[0] ?? {})))),
  );
});

/** An object with its keys in the order of another. */
const inOrder = (one: Record<string, unknown>, like: object): object =>
  Object.fromEntries(Object.keys(like).map((key) => [key, one[key]]));

test('closing the dialog stops all, and what arrived is there when it is opened again', async ({
  playground,
  page,
  context,
  upstream,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.composer.fill('Go on until I close you.');
  const trials = await openTrials(page);
  await trials.getByRole('spinbutton', { name: 'Trials' }).fill('12');
  await trials.getByRole('button', { name: 'Run 12 trials' }).click();
  for (let at = 0; at < 8; at += 1) await expect(answers(page).nth(at)).toContainText('writing…', ENDS);
  await trials.getByRole('button', { name: 'Close' }).click();
  await expect(trials).toBeHidden();
  await expect(page.getByText('The trials were stopped').filter({ visible: true }).first()).toBeVisible();

  await openTrials(page);
  await expect(trials).toContainText('0 of 12 done, 12 stopped');
  await expect(answers(page).nth(11)).toContainText('not sent');
  expect(await upstream.count('Go on until I close you.')).toBe(8);
  await trials.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(trials.getByRole('button', { name: 'Copied' })).toBeVisible();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  const ids = [...csv.matchAll(/gen-[\w-]+/g)].map(([id]) => id);
  expect(ids).toHaveLength(8);
  expect(await upstream.wasBrokenOff(ids[5] ?? '')).toBe(true);
  // What was stopped is looked up in the books: nothing of the sum is a guess then.
  await expect(trials).toContainText(/12 stopped, cost [\d.]+¢/, ENDS);
});

test('trials that fail are counted, each with its reason, and their costs too', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/error-mid');
  await playground.composer.fill('Fail half-way.');
  const trials = await openTrials(page);
  await trials.getByRole('spinbutton', { name: 'Trials' }).fill('2');
  await trials.getByRole('button', { name: 'Run 2 trials' }).click();
  await expect(trials).toContainText(/0 of 2 done, 2 failed, cost/, ENDS);
  await answers(page).first().locator('summary').click();
  await expect(answers(page).first()).toContainText(/failed.*Text|failed/);
  await expect(answers(page).first().locator('.text-danger')).not.toBeEmpty();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the costs lead to the trials, and they fit; a pane among several has them in its menu', async ({
    playground,
    page,
  }) => {
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await playground.open();
    await playground.composer.fill('Small trials.');
    await expect(playground.run).toBeInViewport({ ratio: 1 });
    expect(await overhang()).toBe(0);
    await page.getByRole('button', { name: 'Costs', exact: true }).click();
    const trials = await openTrials(page);
    await trials.getByRole('spinbutton', { name: 'Trials' }).fill('2');
    await trials.getByRole('button', { name: 'Run 2 trials' }).click();
    await expect(trials).toContainText('2 of 2 done', ENDS);
    expect(await overhang()).toBe(0);
    await expectAccessible(page, 'trials on a phone');
    await trials.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Compare two models' }).click();
    await playground.pick('openai/gpt-4o');
    await page.getByRole('button', { name: 'Actions for GPT-4o-mini' }).click();
    await page.getByRole('menuitem', { name: 'Trials…' }).click();
    await expect(trials).toContainText('2 of 2 done');
  });
});
