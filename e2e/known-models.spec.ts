import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

const KEY = 'openrouter-playground.models';
const OPUS = /^Claude Opus 4\.5/;
const FLASH = /^Gemini 2\.5 Flash, /;

test('favourites and recents lead the list, and survive a reload', async ({ playground, page }) => {
  const { picker } = playground;
  const favourites = picker.getByRole('group', { name: 'Favourites' });
  const recents = picker.getByRole('group', { name: 'Recent' });
  await playground.open();
  await playground.chooseModel('google/gemini-2.5-flash');
  await playground.chooseModel('openai/gpt-4o-mini:nitro');
  await playground.chooseModel('@preset/mine');
  await playground.chooseModel('openai/gpt-4o-mini');

  await page.keyboard.press('Control+k');
  await expect(favourites).toHaveCount(0);
  await picker.getByRole('combobox').fill('claude opus 4.5');
  const opus = picker.getByRole('option', { name: OPUS });
  await opus.locator('[data-star]').click();
  await expect(picker.getByText('Claude Opus 4.5 is a favourite now.')).toBeAttached();
  await expect(opus).toHaveAccessibleName(/^Claude Opus 4\.5, Favourite, /);
  await page.keyboard.press('Escape');
  await playground.reload();

  await page.keyboard.press('Control+k');
  await expect(favourites.getByRole('option')).toHaveText([OPUS]);
  // Models before what has no row of its own, and the pane's model before all.
  await expect(recents.getByRole('option')).toHaveText([
    /^GPT-4o-mini, current, /,
    FLASH,
    /^@preset\/mine, Preset of your account/,
    /^openai\/gpt-4o-mini:nitro, Variant of GPT-4o-mini/,
  ]);
  await expect(picker.getByRole('option', { selected: true })).toHaveAccessibleName(/^GPT-4o-mini, current/);
  await expectAccessible(page, 'the picker with favourites and recents');
  // A filter asks of what is known; nothing is known of a preset.
  await picker.getByRole('button', { name: 'Tools', exact: true }).click();
  await expect(picker.getByRole('option', { name: '@preset/mine' })).toHaveCount(0);
  await expect(favourites.getByRole('option')).toHaveCount(1);
});

test('the keyboard alone stars a model, in the list and in the details', async ({ playground, page }) => {
  const { picker } = playground;
  await playground.open();
  await page.keyboard.press('Control+k');
  await expect(picker.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('gemini 2.5 flash');
  await expect(picker.getByRole('option', { selected: true })).toHaveAccessibleName(FLASH);
  await page.keyboard.press('Shift+Enter');
  await expect(picker.getByRole('option', { selected: true })).toHaveAccessibleName(/^Gemini 2\.5 Flash, Favourite/);
  const details = picker.getByRole('region', { name: 'Details of the model' });
  const toggle = details.getByRole('button', { name: 'Favourite' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  for (let tries = 0; tries < 30 && !(await toggle.evaluate((it) => it === document.activeElement)); tries += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(toggle).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await expect(picker.getByText('Gemini 2.5 Flash is no favourite any more.')).toBeAttached();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(picker.getByRole('option').first()).toBeVisible();
  await expect(picker.getByRole('group', { name: 'Favourites' })).toHaveCount(0);
});

test('a star does not move the row under the finger', async ({ playground, page }) => {
  const { picker } = playground;
  await playground.open();
  await page.keyboard.press('Control+k');
  // By its place: rows that are read while the list still settles are not those that are pressed.
  const third = picker.locator('[role=option][aria-posinset="3"]');
  await expect(picker.getByRole('option', { selected: true })).toHaveAccessibleName(/^GPT-4o-mini, current/);
  const id = (await third.getAttribute('id')) ?? '-';
  await third.locator('[data-star]').click();
  await expect(third).toHaveAccessibleName(/, Favourite, /);
  await expect(third).toHaveAttribute('id', id);
});

test.describe('whatever the storage holds', () => {
  for (const [what, kept] of [
    ['no JSON', '{{{'],
    ['wrong kinds', '{"favourites":{"0":1},"recents":[null,7,"gone/model"]}'],
    ['too many', JSON.stringify({ favourites: Array.from({ length: 9999 }, (_, at) => `a/${at}`), recents: 'x' })],
  ] as const) {
    test(what, async ({ playground, page }) => {
      await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [KEY, kept] as const);
      await playground.open();
      await page.keyboard.press('Control+k');
      await expect(playground.picker.getByRole('option', { name: /^GPT-4o-mini, current/ })).toBeVisible();
    });
  }

  test('refused altogether: a star lasts until the page goes', async ({ playground, page }) => {
    await page.addInitScript(() => {
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException('Refused', 'SecurityError');
      };
    });
    await playground.open();
    await page.keyboard.press('Control+k');
    await expect(playground.picker.getByRole('option', { selected: true })).toHaveAccessibleName(
      /^GPT-4o-mini, current/,
    );
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Escape');
    await expect(playground.picker).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(playground.picker.getByRole('group', { name: 'Favourites' }).getByRole('option')).toHaveText([
      /^GPT-4o-mini, current, Favourite/,
    ]);
  });
});
