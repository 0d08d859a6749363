import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

const board = (page: Page): Locator => page.getByRole('dialog', { name: 'Costs' });
const field = (page: Page, name: string): Locator => board(page).getByRole('textbox', { name });

/** Sets caps in the dialog, which is open, and closes it. */
async function keepCaps(page: Page, caps: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(caps)) await field(page, name).fill(value);
  await board(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(board(page).getByText('Spend caps kept on this device').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(board(page)).toBeHidden();
}

async function openCaps(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Costs', exact: true }).click();
  await board(page).getByText('Spend caps', { exact: true }).click();
  await expect(field(page, 'For a run (US$)')).toBeVisible();
}

test('a pane that passes the cap for a run is stopped, keeps its text and says why', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await openCaps(page);
  await field(page, 'For a run (US$)').fill('ten');
  await expect(board(page)).toContainText('“ten” was not taken.');
  await expect(board(page).getByRole('button', { name: 'Keep', exact: true })).toBeDisabled();
  await expectAccessible(page, 'the caps, one of them refused');
  await keepCaps(page, { 'For a run (US$)': '0.00005' });

  await playground.ask('Go on until the cap stops you.');
  const answer = playground.lastAnswer();
  await expect(answer.getByText('Stopped by the cap of 0.0050¢ for a run')).toBeVisible({ timeout: 90_000 });
  await expect(playground.run).toBeVisible();
  await expect(answer.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(playground.receipt(answer)).toHaveAccessibleName(/→ ~?[1-9]\d+/);
  await expectAccessible(page, 'an answer that a cap has stopped');
  await playground.reload();
  await expect(playground.lastAnswer().getByText('Stopped by the cap of 0.0050¢ for a run')).toBeVisible();
  await playground.lastAnswer().getByRole('button', { name: 'Spend caps' }).click();
  await expect(field(page, 'For a run (US$)')).toHaveValue('0.00005');
});

test('what costs more at the least is not sent, and the cap is changed where that is said', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.chooseModel('openai/o1-pro');
  await playground.composer.fill('A question that is dear before any word is said.');
  await page.getByRole('button', { name: /^Estimated cost of Run/ }).click();
  await page.getByRole('button', { name: 'Spend caps…' }).click();
  await keepCaps(page, { 'For a run (US$)': '0.0001' });

  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat')) posts.push(request.method());
  });
  await playground.composer.press('Enter');
  await expect(playground.failure()).toContainText(
    /Nothing was sent: this costs .* at least, and the cap for a run is/,
  );
  await expect(playground.composer).toHaveValue('A question that is dear before any word is said.');
  expect(posts).toEqual([]);
  await expectAccessible(page, 'a request that a cap has refused');

  await playground.failure().getByRole('button', { name: 'Change the cap' }).click();
  await keepCaps(page, { 'For a run (US$)': '' });
  await playground.composer.press('Enter');
  await playground.finished();
  await expect(playground.composer).toHaveValue('');
  await expect(playground.failure()).toHaveCount(0);
});

test('a session whose cap is used up sends nothing that costs, and what is free all the same', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.askAndWait('Spend a little.');
  await openCaps(page);
  await expect(board(page)).toContainText(/since this tab was opened, reloads included: [\d.]+¢ so far/);
  await keepCaps(page, { 'For this session (US$)': '0.000001' });
  await playground.ask('And more.');
  await expect(playground.failure()).toContainText('for this session is used up');

  await playground.chooseModel('simulator/echo');
  await playground.composer.press('Enter');
  await expect(playground.messages).toHaveCount(4);
  await playground.finished();
  await expect(playground.failure()).toHaveCount(0);

  await playground.chooseModel('openrouter/auto');
  await playground.composer.fill('Who knows.');
  await page.getByRole('button', { name: /^Estimated cost of Run/ }).click();
  await expect(page.getByText('Without a price they cannot be kept.')).toBeVisible();
});

test('the caps hold for trials as well', async ({ playground, page, upstream }) => {
  await playground.open();
  await openCaps(page);
  await keepCaps(page, { 'For a run (US$)': '0.0000001' });
  await playground.composer.fill('Trials under a cap.');
  await page.getByRole('button', { name: 'Trials', exact: true }).click();
  const trials = page.getByRole('dialog', { name: 'Trials' });
  await expect(trials.getByRole('spinbutton')).toBeVisible();
  await trials.getByRole('button', { name: /^Run \d+ trials/ }).click();
  const first = trials.getByRole('list', { name: 'Answers of the trials' }).getByRole('listitem').first();
  await first.locator('summary').click();
  await expect(first).toContainText(/cap/);
  expect(await upstream.all('Trials under a cap.')).toHaveLength(0);
});

test('what was spent before a reload counts for the session, and the board says so', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Max tokens', '200');
  await playground.askAndWait('Spend a little.');
  const spent = /([\d.]+¢) billed/.exec((await playground.receipt(playground.lastAnswer()).textContent()) ?? '')?.[1];
  await playground.reload();
  await page.getByRole('button', { name: 'Costs', exact: true }).click();
  await board(page).getByRole('radio', { name: 'Session' }).check();
  await expect(board(page)).toContainText(`This tab had spent ${spent} before the page was loaded anew`);
  await board(page).getByText('Spend caps', { exact: true }).click();
  await expect(board(page)).toContainText(`reloads included: ${spent} so far`);
});

test('the estimate and the cap are of the model that the extra JSON sends', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/echo');
  await playground.composer.fill('Who is asked?');
  const estimate = page.getByRole('button', { name: /^Estimated cost of Run/ });
  await expect(estimate).toHaveAccessibleName(/free/);
  await playground.parameters.locator('summary').filter({ hasText: 'Extra JSON' }).click();
  const extra = page.getByRole('textbox', { name: 'Extra JSON of this pane' });
  await extra.fill('{"model":"openai/o1-pro"}');
  await extra.press('Tab');
  await expect(estimate).toHaveAccessibleName(/¢|\$/);
  await openCaps(page);
  await keepCaps(page, { 'For a run (US$)': '0.0001' });
  await playground.composer.press('Enter');
  await expect(playground.failure()).toContainText(/Nothing was sent: this costs .* at least/);
});

test('a model that a router picks is held to the cap as any other', async ({ playground, page, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseModel('openrouter/auto');
  await playground.setParameter('Max tokens', '6000');
  await openCaps(page);
  await keepCaps(page, { 'For a run (US$)': '0.0001' });
  // Whoever is picked may be cheap, and takes its time to come to the cap.
  await playground.ask('Whoever you are, go on for long.');
  await expect(playground.lastAnswer().getByText(/^Stopped by the cap of/)).toBeVisible({ timeout: 90_000 });
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){5}/);
});
