import { expectAccessible } from './support/axe';
import { Library } from './support/library';
import { expect, test } from './support/test';

const NAME = 'History and presets';

test('the left zone is a column that opens with a button or a key, and is remembered', async ({ playground, page }) => {
  await playground.open();
  const zone = page.getByRole('complementary', { name: NAME });
  const button = page.getByRole('banner').getByRole('button', { name: NAME });
  await expect(zone).toHaveCount(0);
  await button.click();
  await expect(zone.getByRole('region', { name: 'Presets' })).toBeVisible();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(async () => (await zone.boundingBox())?.width).toBe(264);
  await playground.reload();
  await expect(zone).toBeVisible();
  // A key closes it around what has the focus, which goes to its button.
  await zone.getByRole('searchbox', { name: 'Search presets' }).focus();
  await page.keyboard.press('Control+b');
  await expect(zone).toBeHidden();
  await expect(button).toBeFocused();
  await playground.composer.press('Control+b');
  await expect(zone).toBeVisible();
  await expect(playground.composer).toBeFocused();
  await page.keyboard.press('Control+b');
  await playground.reload();
  await expect(zone).toHaveCount(0);
});

test.describe('where there is no room', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('it is a drawer, which Esc closes', async ({ playground, page }) => {
    await playground.open();
    const button = page.getByRole('banner').getByRole('button', { name: NAME });
    const drawer = page.getByRole('dialog', { name: NAME });
    await button.click();
    await expect(drawer.getByRole('region', { name: 'Presets' })).toBeVisible();
    await expect.poll(async () => (await drawer.boundingBox())?.x).toBe(0);
    await expectAccessible(page, 'the left zone as a drawer');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Control+b');
    await expect(drawer).toBeVisible();
    await page.keyboard.press('Control+b');
    await expect(drawer).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('what is done in it can be undone in it, and what is applied is seen', async ({ playground, page }) => {
    await playground.open();
    const library = new Library(page);
    await library.open();
    await library.act('Creative', 'Duplicate');
    await library.act('Creative (2)', 'Delete');
    await expect(library.own).toHaveCount(0);
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
    await expect(library.row('Creative (2)')).toBeVisible();
    await library.row('Creative (2)').click();
    await page.getByRole('dialog', { name: 'Apply Creative (2)' }).getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(playground.composer).toHaveValue(/lighthouse|\{\{subject\}\}/);
  });
});
