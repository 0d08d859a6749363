import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

// Ends as no other key does, so that it is known where it arrives.
const KEY = 'sk-or-v1-a-visitors-own-key-7f3e';
const OPERATORS_END = 'cret';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'API key' });
const fieldOf = (dialog: Locator) => dialog.getByLabel(/^(Your|Another) key$/);

async function openDialog(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'API key' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('region', { name: 'In use now' })).toHaveAttribute('aria-busy', 'false');
  return dialog;
}

/** Pastes a key and saves it. */
async function save(page: Page, key: string) {
  const dialog = await openDialog(page);
  await fieldOf(dialog).fill(key);
  await dialog.getByRole('button', { name: 'Save' }).click();
  return dialog;
}

/** Everything that a script of the page can read, or that the page was made of. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: unknown[] = [document.cookie, { ...localStorage }, { ...sessionStorage }, location.href];
    found.push(
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input')].map(({ value }) => value),
    );
    found.push(performance.getEntriesByType('resource').map(({ name }) => name));
    const all = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await all(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        found.push(await all(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(found);
  });

const cookies = (context: BrowserContext) => context.cookies();

test('a pasted key is checked, kept out of reach of scripts, used, and forgotten', async ({
  playground,
  page,
  context,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  const dialog = await openDialog(page);
  await expect(dialog).toContainText('This server’s own key pays.');
  await fieldOf(dialog).fill(KEY);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('definition').first()).toHaveText(/^sk-or-v1-\S*\.\.\.f3e$/);
  await expect(dialog).toContainText(/Remaining\s*\$/);
  await expect(dialog).toContainText('$20.00, reset monthly');
  await expect(fieldOf(dialog)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await playground.askAndWait('On my own account.');
  expect(await upstream.keyOf('On my own account.')).toBe(KEY.slice(-4));

  await playground.reload();
  await playground.askAndWait('Still on my own account.');
  expect(await upstream.keyOf('Still on my own account.')).toBe(KEY.slice(-4));

  const [cookie, ...others] = await cookies(context);
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie?.value).not.toContain(KEY);
  expect(await readable(page)).toContain('Still on my own account.');
  expect(await readable(page)).not.toContain(KEY);
  expect(await (await page.request.get('/')).text()).not.toContain(KEY);

  await openDialog(page);
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await expect(dialog).toContainText('This server’s own key pays.');
  await expect(dialog.getByRole('button', { name: 'Forget' })).toBeHidden();
  await expect(fieldOf(dialog)).toBeFocused();
  expect(await cookies(context)).toEqual([]);
  await page.keyboard.press('Escape');
  await playground.askAndWait('On the house.');
  expect(await upstream.keyOf('On the house.')).toBe(OPERATORS_END);
});

test('a key that the upstream refuses is told in a sentence, and the one before it stays', async ({
  playground,
  page,
  context,
  complaints,
}) => {
  complaints.expect(/server responded with a status of 401.*\/api\/key/);
  await playground.open();
  const dialog = await save(page, KEY);
  await expect(dialog.getByRole('button', { name: 'Forget' })).toBeVisible();
  const before = await cookies(context);

  await fieldOf(dialog).fill('sk-or-v1-nobodys-invalid');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const told = 'The key was not accepted. User not found. Nothing was saved.';
  await expect(fieldOf(dialog)).toHaveAccessibleDescription(told);
  await expect(dialog.getByRole('definition').first()).toHaveText(/f3e$/);
  expect(await cookies(context)).toEqual(before);
});

test('what is no key is not sent, and a lost line is told', async ({ playground, page, context, complaints }) => {
  complaints.expect(/net::ERR_INTERNET_DISCONNECTED/);
  await playground.open();
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(fieldOf(dialog)).toHaveAccessibleDescription('Paste a key first.');
  await expect(fieldOf(dialog)).toBeFocused();
  await context.setOffline(true);
  await fieldOf(dialog).fill(KEY);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const told = 'The server could not be reached. Nothing was saved.';
  await expect(fieldOf(dialog)).toHaveAccessibleDescription(told);
  await context.setOffline(false);
  expect(await cookies(context)).toEqual([]);
});

test('a cookie that cannot be opened is as none, and goes', async ({ playground, context, upstream, baseURL }) => {
  await context.addCookies([{ name: 'openrouter-playground-key', value: 'Fe26.2*tampered', url: baseURL ?? '' }]);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('With a broken cookie.');
  expect(await upstream.keyOf('With a broken cookie.')).toBe(OPERATORS_END);
  await expect.poll(() => cookies(context)).toEqual([]);
});

test.describe('axe finds nothing', () => {
  test('on the dialog with a key, and with a refused one', async ({ playground, page, complaints }) => {
    complaints.expect(/server responded with a status of 401/);
    await playground.open();
    const dialog = await save(page, KEY);
    await dialog.getByRole('button', { name: 'Forget' }).waitFor();
    await expectAccessible(page, 'the dialog with a key');
    await fieldOf(dialog).fill('sk-or-v1-nobodys-invalid');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('The key was not accepted.').first().waitFor();
    await expectAccessible(page, 'the dialog with a refused key');
  });
});
