import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { Library } from './support/library';
import { Playground } from './support/playground';
import { expect, test } from './support/test';

const textOf = async (download: Promise<Download>): Promise<string> =>
  readFileSync(await (await download).path(), 'utf8');

const undo = (page: Page) => page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last();

test('a set-up is kept, found and applied, in this tab and in another', async ({ playground, page, context }) => {
  await playground.open();
  const library = new Library(page);
  await library.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Temperature', '0.35');
  await playground.composer.fill('Kept question');
  await library.save('Mine', 'Work, #fast');
  await expect(library.own.getByRole('listitem')).toHaveText([/Mine.*flood · work, fast/]);

  // Another tab has it without being asked, and brings back all of it; what was typed there is not lost.
  const other = await context.newPage();
  const there = new Playground(other);
  const elsewhere = new Library(other);
  // The zone is open there too: the device remembers it.
  await there.open();
  await expect(elsewhere.row('Mine')).toBeVisible();
  await there.composer.fill('Typed in the other tab');
  await elsewhere.row('Mine').click();
  const offer = other.getByRole('dialog', { name: 'Apply Mine' });
  await expect(offer.getByRole('region', { name: 'Would change' })).toContainText('Kept question');
  await offer.getByRole('button', { name: 'Apply' }).click();
  await expect(there.composer).toHaveValue('Kept question');
  await expect(other.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.35');
  await undo(other).click();
  await expect(there.composer).toHaveValue('Typed in the other tab');

  // Renamed there, it is renamed here; deleted here, it is gone there, and comes back.
  await elsewhere.act('Mine', 'Name and tags…');
  const label = other.getByRole('dialog', { name: 'Name and tags' });
  await label.getByRole('textbox', { name: 'Name' }).fill('Renamed');
  await label.getByRole('button', { name: 'Save' }).click();
  await expect(library.row('Renamed')).toBeVisible();
  await library.act('Renamed', 'Delete');
  await expect(elsewhere.row('Renamed')).toHaveCount(0);
  await expect(library.row('Factual')).toBeVisible();
  await undo(page).click();
  await expect(elsewhere.row('Renamed')).toBeVisible();
  await other.close();
});

test('favourites, tags and words narrow the list', async ({ playground, page }) => {
  await playground.open();
  const library = new Library(page);
  await library.open();
  await library.save('Mine', 'work');
  await library.act('Creative', 'Duplicate');
  await expect(library.own.getByRole('listitem')).toHaveCount(2);
  await library.row('Mine').hover();
  await library.own
    .getByRole('listitem')
    .filter({ hasText: 'Mine' })
    .getByRole('button', { name: 'Add to favourites' })
    .click();
  await expect(library.own.getByRole('listitem').first()).toContainText('Mine, favourite');
  await library.panel.getByRole('button', { name: '#work' }).click();
  await expect(library.panel.locator('[data-preset]')).toHaveCount(1);
  await library.panel.getByRole('searchbox').fill('lighthouse');
  await expect(library.panel).toContainText('No preset has “lighthouse”');
  await library.panel.getByRole('button', { name: 'Show all' }).click();
  await library.panel.getByRole('searchbox').fill('lighthouse');
  await expect(library.own.getByRole('listitem')).toHaveText([/Creative \(2\)/]);
  // The arrows lead from preset to preset, past what stands beside their names.
  await library.panel.getByRole('searchbox').fill('');
  await expect(library.own.getByRole('listitem')).toHaveCount(2);
  await library.row('Creative (2)').focus();
  await page.keyboard.press('ArrowUp');
  await expect(library.row('Mine')).toBeFocused();
  await page.keyboard.press('End');
  await expect(library.row('Tool use')).toBeFocused();
});

test('saving again adds a version, which is compared and brought back', async ({ playground, page }) => {
  await playground.open();
  const library = new Library(page);
  await library.open();
  await playground.composer.fill('The first question');
  await library.save('Kept');
  await playground.composer.fill('The second question');
  await library.panel.getByRole('button', { name: 'Save', exact: true }).click();
  const saving = page.getByRole('dialog', { name: 'Save as preset' });
  await saving.getByRole('textbox', { name: 'Name' }).fill('kept');
  await expect(saving).toContainText('“Kept” is there: this becomes its version 2.');
  await saving.getByRole('button', { name: 'Save version 2' }).click();
  await expect(library.own.getByRole('listitem')).toHaveCount(1);
  await library.act('Kept', 'Save the present set-up into it');
  await expect(page.getByText('Kept is kept like this already').first()).toBeVisible();
  await playground.composer.fill('The third question');
  await library.act('Kept', 'Save the present set-up into it');

  await library.act('Kept', 'Versions (3)…');
  const dialog = page.getByRole('dialog', { name: 'Versions of Kept' });
  await expect(dialog).toContainText('1 difference.');
  await expect(dialog.locator('del')).toHaveText('second');
  await expect(dialog.locator('ins')).toHaveText('third');
  await dialog.getByRole('combobox', { name: 'Version' }).selectOption({ index: 2 });
  await expect(dialog).toContainText('Nothing: it is the first');
  await dialog.getByText('The present set-up', { exact: true }).click();
  await expect(dialog.locator('del')).toHaveText('third');
  await expect(dialog.locator('ins')).toHaveText('first');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(dialog).toBeHidden();
  await library.row('Kept').click();
  const offer = page.getByRole('dialog', { name: 'Apply Kept' });
  await expect(offer).toContainText('The first question');
  await page.keyboard.press('Escape');
  await undo(page).click();
  // What was restored is a fourth version until the way back has been kept.
  await library.panel.getByRole('button', { name: 'Actions for Kept', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Versions (3)…' })).toBeVisible();
  await page.keyboard.press('Escape');
  // Kept on the device, not in the page.
  await playground.reload();
  await library.row('Kept').click();
  await expect(offer).toContainText('Everything is set like this already.');
});

test('presets leave as files and come back the same', async ({ playground, page }) => {
  await playground.open();
  const library = new Library(page);
  await library.open();
  await library.act('JSON extraction', 'Duplicate');
  await library.act('Tool use', 'Duplicate');
  await expect(library.own.getByRole('listitem')).toHaveCount(2);
  const exportAll = async (): Promise<string> => {
    await library.panel.getByRole('button', { name: 'More for presets' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export all as JSON' }).click();
    return textOf(download);
  };
  const file = await exportAll();
  const adding = page.getByRole('dialog', { name: 'Import presets' });
  await library.choose('presets.json', file);
  await expect(adding).toContainText('Here already, so passed over: JSON extraction (2), Tool use (2).');
  await expect(adding.getByRole('button', { name: /^Add/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await library.act('Tool use (2)', 'Delete');
  await library.act('JSON extraction (2)', 'Delete');
  await expect(library.own).toHaveCount(0);
  await library.choose('presets.json', JSON.stringify({ ...(JSON.parse(file) as object), future: 1 }));
  await expect(adding.getByRole('region', { name: 'Not taken over' })).toContainText('“future”');
  await adding.getByRole('button', { name: 'Add 2 presets' }).click();
  await expect(library.own.getByRole('listitem')).toHaveCount(2);
  expect(JSON.parse(await exportAll())).toEqual(JSON.parse(file));

  // A prompt file says what it has no place for, and is read with what the playground has no place for.
  const download = page.waitForEvent('download');
  await library.act('Tool use (2)', 'Export as .prompt.yml');
  const yml = await textOf(download);
  await expect(
    page.getByText('A prompt file has no place for: extra JSON, values of variables.').first(),
  ).toBeVisible();
  expect(yml).toContain('model: openai/gpt-4o-mini');
  await library.choose('weather.prompt.yml', `${yml}testData:\n  - city: Oslo\n`.replace(/^name: .*/, 'name: Weather'));
  await expect(adding.getByRole('region', { name: 'Not taken over' })).toContainText('1 entry of test data');
  await adding.getByRole('button', { name: 'Add 1 preset' }).click();
  await expect(library.row('Weather')).toBeVisible();

  const row = { name: 'x', versions: [{ at: '2026-01-01T00:00:00Z', preset: {} as object }] };
  const panes = Array.from({ length: 10_000 }, () => ({ model: 'a/b' }));
  const hostile: [string, string, RegExp][] = [
    ['a.json', JSON.stringify({ version: 9, presets: [row] }), /newer playground \(version 9/],
    ['a.json', '{"version":1,"presets":[],"__proto__":{"polluted":1}}', /“__proto__” is not allowed/],
    ['a.json', 'x'.repeat(5_000_000), /not JSON/],
    [
      'a.json',
      JSON.stringify({ version: 1, presets: [{ ...row, versions: [{ ...row.versions[0], preset: { panes } }] }] }),
      /10,000 panes/,
    ],
    [
      'a.prompt.yml',
      `a: &a [x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [*${[...'abcdefg'][at]}, *${[...'abcdefg'][at]}, *${[...'abcdefg'][at]}]`).join('\n')}\nmodel: a/b`,
      /aliases/,
    ],
  ];
  const broken = page.getByRole('dialog', { name: 'This file cannot be opened' });
  for (const [name, text, sentence] of hostile) {
    await library.choose(name, text);
    await expect(broken).toContainText(sentence);
    await expect(broken).toContainText('Nothing was changed.');
    await broken.getByRole('button', { name: 'Close' }).last().click();
    await expect(broken).toBeHidden();
  }
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await expect(library.own.getByRole('listitem')).toHaveCount(3);
});

test('a built-in preset stands beside other panes with settings of its own, and can be shared', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  const library = new Library(page);
  await library.open();
  await playground.chooseModel('simulator/flood');
  await library.act('Code review', 'Open in a new pane');
  await expect(playground.conversation).toHaveCount(2);
  await page.getByRole('textbox', { name: 'language', exact: true }).waitFor();
  await playground.composer.fill('Beside each other');
  await playground.composer.press('Enter');
  await expect.poll(() => upstream.count('Beside each other')).toBe(2);
  const bodies = (await upstream.all('Beside each other')).map((body) => JSON.parse(body) as Record<string, unknown>);
  const flood = bodies.find(({ model }) => model === 'simulator/flood');
  const review = bodies.find(({ model }) => model !== 'simulator/flood');
  expect(flood).not.toHaveProperty('temperature');
  expect(JSON.stringify(flood)).not.toContain('You review');
  expect(review).toMatchObject({ model: 'anthropic/claude-sonnet-4.5', temperature: 0.2 });
  expect(JSON.stringify(review)).toContain('You review Python code.');

  await library.act('Tool use', 'Share…');
  const share = page.getByRole('dialog', { name: 'Share', exact: true });
  await expect(share).toContainText('What is the weather in {{city}}? Use the tool.');
  const link = share.getByRole('textbox', { name: 'Link', exact: true });
  await expect(link).not.toHaveValue('');
  const { hash } = new URL(await link.inputValue());
  await page.keyboard.press('Escape');
  await page.evaluate((fragment) => (location.hash = fragment), hash.slice(1));
  await expect(page.getByRole('dialog', { name: 'Shared preset' })).toContainText('get_weather');
});

test('where the device keeps nothing, presets stay in the page and can be taken away', async ({ playground, page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function refuse(this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'presets') throw new DOMException('Full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await playground.open();
  const library = new Library(page);
  await library.open();
  await playground.composer.fill('Not to be lost');
  await library.save('Homeless');
  await expect(library.panel).toContainText('storage is full');
  await library.act('Homeless', 'Duplicate');
  await expect(library.own.getByRole('listitem')).toHaveCount(2);
  await library.act('Homeless', 'Delete');
  await expect(library.own.getByRole('listitem')).toHaveText([/Homeless \(2\)/]);
  const download = page.waitForEvent('download');
  await library.act('Homeless (2)', 'Export as JSON');
  expect(await textOf(download)).toContain('Not to be lost');
});

for (const width of [360, 1280]) {
  test.describe(`the library, ${width} px wide`, () => {
    test.use({ viewport: { width, height: 760 } });

    test('fits, and axe finds nothing', async ({ playground, page }) => {
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await playground.open();
      const library = new Library(page);
      await library.open();
      await expectAccessible(page, 'the library as it comes');
      await library.act('Creative', 'Duplicate');
      await library.act('Creative (2)', 'Save the present set-up into it');
      await library.own.getByRole('listitem').first().hover();
      await expectAccessible(page, 'the library with a preset');
      await library.panel.getByRole('button', { name: 'Actions for Creative (2)' }).click();
      await expectAccessible(page, 'the menu of a preset');
      await page.getByRole('menuitem', { name: 'Versions (2)…' }).click();
      await expect(page.getByRole('dialog', { name: /^Versions/ })).toContainText(/\d+ differences?\./);
      await expectAccessible(page, 'the versions of a preset');
      expect(await fits()).toBe(true);
      await page.keyboard.press('Escape');
      await library.panel.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('dialog', { name: 'Save as preset' }).waitFor();
      await expectAccessible(page, 'saving a preset');
      await page.keyboard.press('Escape');
      await library.choose('x.prompt.yml', 'name: x\nmodel: a/b\ncolour: red');
      await page.getByRole('dialog', { name: 'Import presets' }).waitFor();
      await expectAccessible(page, 'importing presets');
      await page.keyboard.press('Escape');
      expect(await fits()).toBe(true);
    });
  });
}
