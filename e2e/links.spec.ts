import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { Playground } from './support/playground';
import { expect, test } from './support/test';

const packed = (value: unknown): string =>
  `/#p=1.${deflateSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;

const openShare = async (page: Page) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return page.getByRole('dialog', { name: 'Share', exact: true });
};
/** What the link field holds, once it was made anew. */
const linkOf = async (page: Page, before = ''): Promise<string> => {
  const field = page.getByRole('textbox', { name: 'Link', exact: true });
  await expect(field).not.toHaveValue(before);
  return field.inputValue();
};

/** What a reload would bring back. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('openrouter-playground');
        opening.onsuccess = () => {
          const rows = opening.result.transaction('workspaces').objectStore('workspaces').index('updatedAt');
          const newest = rows.openCursor(null, 'prev');
          newest.onsuccess = () => {
            resolve(JSON.stringify(newest.result?.value ?? null));
            opening.result.close();
          };
        };
      }),
  );

test('a link made in one browser opens in another to the same workspace', async ({
  playground,
  page,
  browser,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Temperature', '0.35');
  await playground.setParameter('Seed', '42');
  await playground.parameters.getByRole('textbox', { name: /System prompt/ }).fill('Be {{tone}}.');
  await playground.composer.fill('Shared errand, {{tone}} é東🚀');
  await page.getByRole('textbox', { name: 'tone', exact: true }).fill('brief');
  const request = async (of: Page): Promise<string> => {
    await of.getByRole('button', { name: 'Request', exact: true }).click();
    const preview = of.getByRole('dialog', { name: 'Request' });
    // Closed earlier, it would break off what it asks the server.
    await expect(preview).toContainText('/chat/completions');
    const body = await preview.locator('[data-preview]').innerText();
    await of.keyboard.press('Escape');
    return body;
  };
  const sent = await request(page);
  await openShare(page);
  const link = await linkOf(page);
  expect(new URL(link).search).toBe('');

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  const dialog = other.getByRole('dialog', { name: 'Shared preset' });
  await expect(dialog.getByRole('region', { name: 'Not taken over' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(new Playground(other).composer).toHaveValue('Shared errand, {{tone}} é東🚀');
  expect(await request(other)).toBe(sent);
  expect(sent).toContain('Shared errand, brief é東🚀');
  // Kept like any other work.
  await expect.poll(() => kept(other)).toContain('Shared errand');
  await other.reload();
  await expect(new Playground(other).composer).toHaveValue('Shared errand, {{tone}} é東🚀');
  expect(await request(other)).toBe(sent);
  expect(await upstream.count('Shared errand')).toBe(0);
  await other.context().close();
});

test('what is shared is chosen, and secrets are found and removed', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.parameters.getByRole('textbox', { name: /System prompt/ }).fill('Not to be shared.');
  await playground.composer.fill('Mail jane@example.org with sk-or-v1-0123456789abcdef.');
  const dialog = await openShare(page);
  const secrets = dialog.getByRole('region', { name: 'Looks like a secret' });
  await expect(secrets.getByRole('listitem')).toHaveCount(2);
  await expect(secrets).not.toContainText('0123456789');
  const first = await linkOf(page);
  await secrets.getByRole('button', { name: 'Remove: API key' }).click();
  const second = await linkOf(page, first);
  await dialog.getByRole('switch', { name: 'System prompt' }).click();
  const third = await linkOf(page, second);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(third);

  await page.keyboard.press('Escape');
  await page.evaluate((fragment) => (location.hash = fragment), new URL(third).hash.slice(1));
  const offer = page.getByRole('dialog', { name: 'Shared preset' });
  await expect(offer).toContainText('Mail jane@example.org with [removed].');
  await expect(offer.getByText('Not to be shared.')).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Nothing chosen is nothing to copy.
  await openShare(page);
  for (const part of await dialog.getByRole('switch').all()) await part.click();
  await expect(dialog).toContainText('Choose what is to be in it.');
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeHidden();
});

test('what is too long for a link is a file, which Import opens', async ({ playground, page }) => {
  await playground.open();
  const random = Array.from({ length: 12_000 }, (_, at) => ((at * 7919) % 100_003).toString(36)).join(' ');
  await playground.composer.fill(`Long. ${random}`);
  const dialog = await openShare(page);
  await expect(dialog).toContainText(/The link would have \d\d,\d{3} characters\./);
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download file' }).click();
  const path = await (await download).path();
  expect(readFileSync(path, 'utf8')).toContain('"version": 1');
  await page.keyboard.press('Escape');
  await playground.composer.fill('Short.');

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  const broken = page.getByRole('dialog', { name: 'This file cannot be opened' });
  await expect(broken).toContainText('The file holds no preset.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await file.setInputFiles(path);
  await page.getByRole('dialog', { name: 'Shared preset' }).getByRole('button', { name: 'Apply' }).click();
  await expect(playground.composer).toHaveValue(`Long. ${random}`);
});

test('a link that somebody wrote shows what it would change, and waits', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.composer.fill('Unsaved work.');
  const link =
    '/?model=simulator/flood&temperature=0.2&system=Be%20brief.&prompt=Linked%20question&top_p=7&colour=red&utm_source=e2e';
  await page.goto(link);
  const dialog = page.getByRole('dialog', { name: 'Shared preset' });
  const changes = dialog.getByRole('region', { name: 'Would change' });
  await expect(changes).toContainText('simulator/flood');
  await expect(changes).toContainText('Linked question');
  await expect(changes).toContainText('Before: Unsaved work.');
  const remarks = dialog.getByRole('region', { name: 'Not taken over' });
  await expect(remarks).toContainText('Top P must be between 0 and 1.');
  await expect(remarks).toContainText('“colour”');
  await expect(playground.composer).toHaveValue('Unsaved work.');

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('/?colour=red&utm_source=e2e');
  await expect(playground.composer).toHaveValue('Unsaved work.');

  // The same after #, on the page that is open: no server sees it.
  await page.evaluate((fragment) => (location.hash = fragment), link.slice(2));
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('/?colour=red&utm_source=e2e');
  await expect(playground.composer).toHaveValue('Linked question');
  await expect(playground.modelButton()).toHaveAccessibleName('Model: flood');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.2');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.composer).toHaveValue('Unsaved work.');
  await expect(playground.modelButton()).not.toHaveAccessibleName('Model: flood');
  await expect.poll(() => kept(page)).toContain('Unsaved work.');
  await playground.reload();
  await expect(playground.composer).toHaveValue('Unsaved work.');
  expect(await upstream.count('Linked question')).toBe(0);
});

test('an applied link keeps the conversation of before, and undo leads back to it', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Said before the link.');
  await page.evaluate(() => (location.hash = 'prompt=From%20the%20link'));
  await page.getByRole('dialog', { name: 'Shared preset' }).getByRole('button', { name: 'Apply' }).click();
  await expect(playground.messages).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).hover();
  await playground.composer.press('Enter');
  await expect(playground.question('From the link')).toBeVisible();
  await playground.finished();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.question('Said before the link.')).toBeVisible();
  await expect.poll(() => kept(page)).toContain('Said before the link.');
  await playground.reload();
  await expect(playground.question('Said before the link.')).toBeVisible();
});

test('a hostile link gives a sentence and changes nothing', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.fill('Untouched.');
  const panes = Array.from({ length: 10_000 }, () => ({ model: 'a/b' }));
  const whole = packed({ prompt: 'Whole, and long enough to be cut.' });
  const hostile: [string, RegExp][] = [
    [whole.slice(0, -5), /damaged/],
    [`${whole.slice(0, 20)}${whole[20] === 'A' ? 'B' : 'A'}${whole.slice(21)}`, /damaged/],
    ['/#p=7.abc', /newer playground \(version 7/],
    [packed('\0'.repeat(200_000_000)), /more than 2 MB once unpacked/],
    [packed({ panes }), /10,000 panes/],
    [packed('{"__proto__":{"polluted":true}}'), /“__proto__” is not allowed/],
    [`/#p=1.${'A'.repeat(1_500_000)}`, /damaged/],
  ];
  const dialog = page.getByRole('dialog', { name: 'This link cannot be opened' });
  for (const [link, sentence] of hostile) {
    await page.evaluate((fragment) => (location.hash = fragment), link.slice(2));
    await expect(dialog).toContainText(sentence);
    await expect(dialog).toContainText('Nothing was changed.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL('/');
  }
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await expect(playground.composer).toHaveValue('Untouched.');

  // What is only ugly is text, and stays text.
  await page.goto(packed({ prompt: '<img src=x onerror=alert(1)>', panes: [{ model: 'javascript:alert(1)' }] }));
  const offer = page.getByRole('dialog', { name: 'Shared preset' });
  await expect(offer).toContainText('<img src=x onerror=alert(1)>');
  await expect(offer.getByRole('link')).toHaveCount(0);
  await expect(offer.getByRole('img')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(playground.composer).toHaveValue('Untouched.');
});

test('an address that holds nothing for us is left alone', async ({ playground, page }) => {
  await page.goto('/?utm_source=x#composer');
  await playground.ready();
  await playground.composer.press('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL('/?utm_source=x#composer');
});

for (const width of [360, 1280]) {
  test.describe(`both dialogs and the fields, ${width} px wide`, () => {
    test.use({ viewport: { width, height: 760 } });

    test('fit, and axe finds nothing', async ({ playground, page }) => {
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await playground.open();
      await playground.composer.fill('Mail {{who}} at jane@example.org about {{a_long_name_of_some_variable}}.');
      await page.getByRole('textbox', { name: 'who', exact: true }).fill('Jane');
      await expectAccessible(page, 'the fields for variables');
      expect(await fits()).toBe(true);
      await openShare(page);
      await linkOf(page);
      await page.getByRole('button', { name: 'Remove: E-mail address' }).click();
      await expectAccessible(page, 'the share dialog');
      expect(await fits()).toBe(true);
      await page.keyboard.press('Escape');
      const link = packed({
        prompt: 'Hi, '.repeat(400),
        parameters: { temperature: 0.2, future: 1 },
        panes: [{ model: 'simulator/flood', models: ['a/b'], provider: { sort: 'price' } }, { model: 'c/d' }],
      });
      await page.evaluate((fragment) => (location.hash = fragment), link.slice(2));
      await page.getByRole('dialog', { name: 'Shared preset' }).waitFor();
      await expectAccessible(page, 'the preview of a link');
      expect(await fits()).toBe(true);
      await page.keyboard.press('Escape');
      await expect(page).toHaveURL('/');
      await page.evaluate(() => (location.hash = 'p=1.broken'));
      await page.getByRole('dialog', { name: 'This link cannot be opened' }).waitFor();
      await expectAccessible(page, 'a broken link');
    });
  });
}

test('what was typed into an applied link is kept when it is undone', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.fill('Mine.');
  await page.goto('/#prompt=From%20a%20link.');
  const dialog = page.getByRole('dialog', { name: 'Shared preset' });
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(playground.composer).toHaveValue('From a link.');
  await playground.composer.fill('From a link. And more of mine.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.composer).toHaveValue('Mine.');
  await page.getByRole('button', { name: 'History and presets' }).click();
  const items = page.getByRole('region', { name: 'History', exact: true }).getByRole('listitem');
  await items.filter({ hasText: 'And more of mine.' }).getByRole('button').first().click();
  await expect(playground.composer).toHaveValue('From a link. And more of mine.');
});
