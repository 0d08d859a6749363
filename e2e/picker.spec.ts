import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

test('the keyboard finds a model and chooses it', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.focus();
  await page.keyboard.press('Control+k');
  const search = playground.picker.getByRole('combobox', { name: 'Search models' });
  await expect(search).toBeFocused();
  const options = playground.picker.getByRole('option');
  // The current one leads, with what it costs and how much it reads.
  await expect(options.first()).toHaveAccessibleName(
    /GPT-4o-mini.*current.*Context \d+K.*\$0\.15 in, \$0\.60 out per 1M tokens/,
  );
  await expect(playground.picker.getByText(/^4\d\d models$/).first()).toBeVisible();

  await page.keyboard.type('sonnet');
  await expect(options.first()).toContainText(/sonnet/i);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(search).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '-');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const row = await playground.picker.getByRole('option', { selected: true }).innerText();
  await page.keyboard.press('Enter');
  await expect(playground.picker).toBeHidden();
  const chosen = row.split(',')[0] ?? '-';
  await expect(playground.modelButton()).toHaveAccessibleName(`Model: ${chosen}`);
  await expect(playground.composer).toBeFocused();
});

test('Esc closes the picker and gives the focus back', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.fill('Typed before.');
  await page.keyboard.press('Control+k');
  await expect(playground.picker).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.picker).toBeHidden();
  await expect(playground.composer).toBeFocused();

  await playground.modelButton().click();
  await expect(playground.picker).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.picker).toBeHidden();
  await expect(playground.modelButton()).toBeFocused();
  await expect(playground.modelButton()).toHaveAccessibleName('Model: GPT-4o-mini');
  await expect(playground.composer).toHaveValue('Typed before.');
});

test('Esc in the picker does not stop the answer behind it', async ({ playground, page, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseModel('simulator/keep-alive');
  await playground.ask('Keep going.');
  await expect(playground.lastAnswer().getByText('Connecting')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(playground.picker).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.picker).toBeHidden();
  await expect(playground.stop).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
});

test('filters and prices narrow the list, and nothing found is said', async ({ playground, page }) => {
  await playground.open();
  await page.keyboard.press('Control+k');
  const { picker } = playground;
  const search = picker.getByRole('combobox');
  await picker.getByRole('button', { name: 'Free', exact: true }).click();
  await expect(picker.getByRole('option').nth(1)).toHaveAccessibleName(/free/i);
  await search.fill('in<0.2 ctx>500k');
  await expect(picker.getByText(/^\d\d? models$/).first()).toBeVisible();
  await search.fill('zzqqxx');
  await expect(picker.getByText('No model matches “zzqqxx”.')).toBeVisible();
  await expect(picker.getByRole('option')).toHaveCount(0);
  // Said once typing pauses, for who cannot see the list.
  await expect(picker.getByText('No model matches.', { exact: true })).toBeAttached();
});

test('an id that is not in the list can be typed, and is sent as typed', async ({ playground, page, upstream }) => {
  await playground.open();
  await page.keyboard.press('Control+k');
  const search = playground.picker.getByRole('combobox');
  await search.fill('some-lab/brand-new:beta');
  await expect(playground.picker.getByRole('option', { selected: true })).toHaveAccessibleName(
    'Use “some-lab/brand-new:beta” as the model id',
  );
  await search.press('Enter');
  await expect(playground.modelButton()).toHaveAccessibleName('Model: some-lab/brand-new:beta');
  await playground.askAndWait('Are you out yet?');
  expect(JSON.parse((await upstream.arrived('Are you out yet?')).body)).toHaveProperty(
    'model',
    'some-lab/brand-new:beta',
  );
  await expect(playground.failure()).toBeVisible();
});

test('the faults of the simulator are listed under a heading of their own', async ({ playground, page }) => {
  await playground.open();
  await page.keyboard.press('Control+k');
  await playground.picker.getByRole('combobox').fill('simulator');
  await expect(playground.picker.getByText('Simulator faults').first()).toBeVisible();
});
