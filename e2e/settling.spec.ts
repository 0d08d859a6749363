import type { Locator, Page } from '@playwright/test';
import { bookedOf, books } from './support/books';
import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

const board = (page: Page): Locator => page.getByRole('dialog', { name: 'Costs' });

/** The bill of an answer that was stopped, as soon as the server hands one out. */
const bill = (page: Page): Promise<unknown> =>
  page.waitForResponse(
    async (response) =>
      response.url().includes('/api/generation?') &&
      ((await response.json()) as { generation: unknown }).generation !== null,
  );

test('a bill that comes while another conversation is shown is there on coming back', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Stopped, and left at once.');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){8}/);
  const billed = bill(page);
  await playground.stop.click();
  await playground.beginAnew();
  await billed;
  await page.getByRole('button', { name: 'History and presets' }).click();
  const history = page.getByRole('region', { name: 'History', exact: true });
  await history.getByRole('listitem').filter({ hasText: 'Stopped, and left' }).getByRole('button').first().click();
  await expect(playground.receipt(playground.lastAnswer())).toHaveAccessibleName(/billed/);
});

test('a pane that is removed while it answers is billed for the session', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseLongAnswer();
  await page.getByRole('button', { name: 'Compare two models' }).click();
  await playground.pick('simulator/paced-500');
  await playground.ask('One of you goes.');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){8}/);
  const billed = bill(page);
  await page.getByRole('button', { name: 'Actions for 500 tokens a second', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove pane' }).click();
  await billed;
  await page.getByRole('button', { name: 'Costs', exact: true }).click();
  await board(page).getByRole('radio', { name: 'Session' }).check();
  const rows = board(page).getByRole('table', { name: 'Costs side by side' }).locator('tbody').getByRole('row');
  const gone = rows.filter({ has: page.getByRole('rowheader', { name: '500 tokens a second' }) });
  await expect(gone).toContainText(/[\d.]+¢/);
  await expect(gone).not.toContainText(/est\.|unknown|~/);
});

test('settled figures that a visitor asks for are the bill of the answer as well', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  const shut = await books(page);
  await page.clock.install();
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Booked late.');
  const answer = playground.lastAnswer();
  await expect(answer).toContainText(/(\w+\W+){8}/);
  await playground.stop.click();
  const receipt = playground.receipt(answer);
  await expect(receipt).toHaveAccessibleName(/partial/);
  // The book stays shut until patience has grown to minutes; what came goes on counting.
  for (let turn = 0; turn < 10; turn += 1) await page.clock.runFor(16_000);
  await expect(receipt).toHaveAccessibleName(/¢ partial/);
  await receipt.click();
  await expect(page.getByRole('dialog', { name: 'Receipt' })).toContainText('has not booked it yet');
  await page.keyboard.press('Escape');
  shut.open();
  await answer.getByRole('button', { name: /^Route: / }).click();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('region', { name: 'Settled figures' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(receipt).toHaveAccessibleName(/billed/);
});

test('an answer by a key of an own provider account costs the fee and what the provider bills', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/byok');
  await playground.setParameter('Max tokens', '60');
  const answer = await playground.askAndWait('Who pays for you?');
  const receipt = playground.receipt(answer);
  await expect(receipt).toHaveAccessibleName(/[\d.]+¢ billed · [\d.]+¢ of it billed by your provider/);
  const id = await playground.generationId(answer);
  const { totalCost, upstreamCost } = await bookedOf(page, id);
  await receipt.click();
  const figures = page.getByRole('dialog', { name: 'Receipt' });
  await expect(figures).toContainText(`fee of OpenRouter$${totalCost}`);
  await expect(figures).toContainText(`$${upstreamCost} of it billed by your provider`);
  // The one is a twentieth of the other.
  expect(Number(upstreamCost) / Number(totalCost)).toBeCloseTo(20, 6);
});
