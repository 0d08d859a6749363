import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

interface Answer {
  models: { id: string; expirationDate: string | null }[];
  skipped: number;
  fetchedAt: number;
  failed?: string;
}

const HOUR = 3_600_000;

/** Lets the server answer, and changes what it said; a refresh stays as it is. */
const change = (page: Page, how: (answer: Answer) => void): Promise<unknown> =>
  page.route('/api/models', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Answer;
    how(answer);
    await route.fulfill({ response, json: answer });
  });

test('columns sort by a press of their head, the other way at the second, and not any more at the third', async ({
  playground,
  page,
}) => {
  const { picker } = playground;
  const options = picker.getByRole('option');
  const search = picker.getByRole('combobox');
  await playground.open();
  await page.keyboard.press('Control+k');
  await search.fill('maker:anthropic');
  const unsorted = (await options.first().innerText()).split(',')[0] ?? '-';

  const price = picker.getByRole('button', { name: 'Price per 1M tokens in' });
  const prices = async (): Promise<number[]> => {
    const all = (await options.allInnerTexts()).map((text) => /\$([\d.]+) in,/.exec(text)?.[1]);
    return all.slice(0, 5).map(Number);
  };
  await price.click();
  await expect(price).toHaveAccessibleName('Price per 1M tokens in, lowest first');
  await expect(picker.getByText('Sorted by Price per 1M tokens in, lowest first.')).toBeAttached();
  await expect(search).toBeFocused();
  const rising = await prices();
  expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  await price.click();
  await expect(price).toHaveAccessibleName('Price per 1M tokens in, highest first');
  const falling = await prices();
  expect(falling).toEqual(falling.toSorted((a, b) => b - a));
  expect(falling[0]).toBeGreaterThan(rising[0] ?? 0);
  await price.click();
  await expect(options.first()).toContainText(`${unsorted}, `);
  await expect(price).toHaveAttribute('aria-pressed', 'false');

  // By key too, and with every column that a laptop shows.
  for (const name of ['Supported parameters', 'Context', 'Max output', 'Age', 'Price per 1M tokens out']) {
    const head = picker.getByRole('button', { name, exact: true });
    await head.focus();
    await page.keyboard.press('Enter');
    await expect(picker.getByRole('button', { name: new RegExp(`^${name}, `) })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await expectAccessible(page, 'the picker, sorted');
});

test('the list tells its age, why it is old, and what could not be read; a refresh mends it', async ({
  playground,
  page,
}) => {
  await change(page, (answer) => {
    // Well past the hour: a server that has just started fetches the list after the picker was opened.
    answer.fetchedAt -= 3.5 * HOUR;
    answer.failed = 'Down for repairs.';
    answer.skipped = 3;
  });
  const { picker } = playground;
  await playground.open();
  await page.keyboard.press('Control+k');
  await expect(picker.getByText('List from 3 h ago')).toBeVisible();
  await expect(picker.getByText('3 rows could not be read')).toBeVisible();
  await expect(picker.getByRole('alert')).toContainText('The list could not be refreshed. Down for repairs.');
  await expect(picker.getByRole('option', { name: /^GPT-4o-mini, current/ })).toBeVisible();
  await expectAccessible(page, 'the picker with an old list');
  await picker.getByRole('button', { name: 'Refresh the list' }).click();
  await expect(picker.getByText(/List from (just now|\d+ min ago)/)).toBeVisible();
  await expect(picker.getByRole('alert')).toHaveCount(0);
  await expect(picker.getByText('could not be read')).toHaveCount(0);
  await expect(picker.getByText(/^The list is up to date: \d+ models\./)).toBeAttached();
});

test('a refresh that fails leaves the list', async ({ playground, page, complaints }) => {
  complaints.expect(/502/);
  await page.route('/api/models?refresh', (route) =>
    route.fulfill({ status: 502, json: { failure: { message: 'Nobody answers.' } } }),
  );
  const { picker } = playground;
  await playground.open();
  await page.keyboard.press('Control+k');
  await picker.getByRole('button', { name: 'Refresh the list' }).click();
  await expect(picker.getByRole('alert')).toContainText('Nobody answers.');
  await expect(picker.getByRole('option', { name: /^GPT-4o-mini, current/ })).toBeVisible();
});

test('an empty list is said, and ids can be typed', async ({ playground, page }) => {
  await change(page, (answer) => {
    answer.models = [];
  });
  const { picker } = playground;
  await playground.open();
  await page.keyboard.press('Control+k');
  await expect(picker.getByText('0 models')).toBeVisible();
  await expect(picker.getByRole('option')).toHaveText([/^openai\/gpt-4o-mini, current, Not in the list/]);
  await picker.getByRole('combobox').fill('llama3');
  await expect(picker.getByRole('option')).toHaveText([/^Use “llama3” as the model id/]);
  await page.keyboard.press('Enter');
  await expect(playground.modelButton()).toHaveAccessibleName('Model: llama3');
});

test('where no list can be had, ids can be typed and Try again asks once more', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(/502/);
  await page.route('/api/models', (route) =>
    route.fulfill({ status: 502, json: { failure: { message: 'Nobody answers.' } } }),
  );
  const { picker } = playground;
  await playground.open();
  await page.keyboard.press('Control+k');
  await expect(picker.getByRole('alert')).toContainText('The list of models could not be loaded.');
  await picker.getByRole('combobox').fill('openai/gpt-4o');
  await expect(picker.getByRole('option', { selected: true })).toHaveAccessibleName(
    'Use “openai/gpt-4o” as the model id',
  );
  await picker.getByRole('button', { name: 'Try again' }).click();
  await expect(picker.getByRole('alert')).toHaveCount(0);
  await expect(picker.getByRole('option', { name: /^GPT-4o, / })).toBeVisible();
});

test('ids with a preset, a variant or a date have a sentence of their own', async ({ playground, page }) => {
  const { picker } = playground;
  const details = picker.getByRole('region', { name: 'Details of the model' });
  await playground.open();
  await page.keyboard.press('Control+k');
  for (const [id, sentence] of [
    ['@preset/mine', 'The preset “mine” of your OpenRouter account decides'],
    ['openai/gpt-4o-mini@preset/mine', 'The settings of the preset “mine”'],
    ['openai/gpt-4o-mini:nitro', 'It is routed in another way'],
    ['no-such/model', 'This id is not in the list'],
  ] as const) {
    await picker.getByRole('combobox').fill(id);
    await expect(details).toContainText(sentence);
  }
  await page.keyboard.press('Escape');
});

test('a model that has gone keeps its conversation and offers replacements', async ({ playground, page }) => {
  const note = page.getByRole('region', { name: 'About this model' });
  await playground.open();
  await playground.askAndWait('Before it went.');
  await expect(note).toHaveCount(0);
  await playground.chooseModel('anthropic/claude-3.5-sonnet-old');
  await expect(note).toContainText('anthropic/claude-3.5-sonnet-old is not in the list of models');
  const offers = note.getByRole('button', { name: /^Use Claude Sonnet/ });
  await expect(offers).toHaveCount(3);
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectAccessible(page, 'a conversation whose model has gone');
  const name = ((await offers.first().textContent()) ?? '').replace('Use ', '');
  await offers.first().click();
  await expect(note).toHaveCount(0);
  await expect(playground.modelButton()).toHaveAccessibleName(`Model: ${name}`);
  await expect(playground.composer).toBeFocused();
  await expect(playground.messages).toHaveCount(2);
  await expect(playground.question('Before it went.')).toBeVisible();
});

test('a model that goes away soon says when; one whose list is not there says nothing', async ({
  playground,
  page,
}) => {
  const day = new Date(Date.now() + 10 * 24 * HOUR);
  await change(page, (answer) => {
    for (const model of answer.models) {
      if (model.id === 'openai/gpt-4o-mini') model.expirationDate = day.toISOString().slice(0, 10);
    }
  });
  const note = page.getByRole('region', { name: 'About this model' });
  await playground.open();
  await expect(note).toContainText(/GPT-4o-mini: Goes away on \d+ \w+ \d{4}\./);
  await expect(note.getByRole('button', { name: /^Use / })).toHaveCount(3);
  await note.getByRole('button', { name: 'Choose another' }).click();
  await expect(playground.picker.getByRole('option', { name: /GPT-4o-mini, current.*Goes away on/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.chooseModel('openai/gpt-4o');
  await expect(note).toHaveCount(0);
  await playground.chooseModel('openai/gpt-4o@preset/mine');
  await expect(playground.modelButton()).toHaveAccessibleName('Model: GPT-4o');
  await expect(note).toHaveCount(0);
});
