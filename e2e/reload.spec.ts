import type { Locator } from '@playwright/test';

import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

/** The renderer of Markdown loads on demand; until then the text stands plain, with other blank lines. */
const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const textOf = async (answer: Locator): Promise<string> => squeeze(await answer.innerText());

test('a draft survives a reload', async ({ playground }) => {
  await playground.open();
  await playground.composer.fill('Not sent yet.\nTwo lines.');
  await playground.reload();
  await expect(playground.composer).toHaveValue('Not sent yet.\nTwo lines.');
});

test('conversation, model, settings and system prompt survive a reload', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Temperature', '0.35');
  await playground.parameters.getByRole('textbox', { name: /System prompt/ }).fill('Be brief.');
  const answer = await playground.askAndWait('Remember me.');
  // A message that has just ended counts as out of sight, and so without text, until the next frame.
  await expect.poll(() => textOf(answer)).not.toBe('');
  const before = await textOf(answer);
  await playground.reload();

  await expect(playground.question('Remember me.')).toBeVisible();
  await expect.poll(() => textOf(playground.lastAnswer())).toBe(before);
  await expect(playground.modelButton()).toHaveAccessibleName('Model: flood');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.35');
  await expect(playground.parameters.getByRole('textbox', { name: /System prompt/ })).toHaveValue('Be brief.');
});

test('text under way survives a reload as stopped, and the upstream is let go', async ({
  playground,
  upstream,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Half a story.');
  const answer = playground.lastAnswer();
  // A growing answer is written twice a second at most, so what came a moment ago may not be kept yet.
  await expect(answer).toContainText(/(\w+\W+){250}/);
  await playground.reload();

  await expect(answer.getByText('Stopped')).toBeVisible();
  await expect(answer).toContainText(/(\w+\W+){20}/);
  await expect(playground.question('Half a story.')).toBeVisible();
  // What came is paid, and the bill comes to whoever opens the page again.
  await expect(playground.receipt(answer)).toHaveAccessibleName(/billed/);
  expect(await upstream.wasBrokenOff(await playground.generationId(answer))).toBe(true);
});

test('a new conversation starts empty and goes on with model and settings', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Top P', '0.5');
  await playground.askAndWait('Old news.');
  await playground.beginAnew();
  await expect(playground.composer).toBeFocused();
  await expect(playground.modelButton()).toHaveAccessibleName('Model: flood');
  await expect(page.getByRole('spinbutton', { name: 'Top P' })).toHaveValue('0.5');
  await playground.askAndWait('Fresh news.');
  await playground.reload();
  await expect(playground.question('Fresh news.')).toBeVisible();
  await expect(playground.question('Old news.')).toBeHidden();
});
