import type { Download, Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

/** The history, opened where it is closed. */
async function openHistory(page: Page): Promise<Locator> {
  const history = page.getByRole('region', { name: 'History', exact: true });
  await page.getByRole('button', { name: 'History and presets' }).click();
  await expect(history).toBeVisible();
  return history;
}

const item = (history: Locator, title: string): Locator =>
  history.getByRole('listitem').filter({ hasText: title }).getByRole('button').first();

async function act(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

async function textOf(download: Promise<Download>): Promise<string> {
  let text = '';
  for await (const piece of await (await download).createReadStream()) text += String(piece);
  return text;
}

test('conversations are listed, found by their text, renamed, pinned, and opened again', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('About the canal');
  await playground.beginAnew();
  await playground.askAndWait('About zeppelins');
  const history = await openHistory(page);
  await expect(history.getByRole('listitem')).toContainText(['About zeppelins', 'About the canal']);
  await expect(item(history, 'About zeppelins')).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page, 'the history');

  await act(page, 'About the canal', 'Rename');
  const title = history.getByRole('textbox', { name: 'Title of the conversation' });
  await title.fill('Water');
  await title.press('Enter');
  await act(page, 'Water', 'Pin');
  await expect(history.getByRole('region').first()).toHaveAccessibleName('Pinned');

  const search = history.getByRole('searchbox');
  await search.fill('the canal');
  await expect(history.getByRole('listitem')).toContainText(['Water']);
  await search.fill('nowhere to be found');
  await expect(history.getByText('No conversation has this in its title or its text.')).toBeVisible();
  await search.press('Escape');

  await playground.composer.fill('Not lost');
  await item(history, 'Water').click();
  await expect(playground.question('About the canal')).toBeVisible();
  await expect(playground.composer).toHaveValue('');
  await item(history, 'About zeppelins').click();
  await expect(playground.composer).toHaveValue('Not lost');
  // A tab shows again what it showed, not what was changed last.
  await item(history, 'Water').click();
  await expect(playground.question('About the canal')).toBeVisible();
  await playground.reload();
  await expect(playground.question('About the canal')).toBeVisible();
  await expect(history.getByText(/ on this device/)).toBeVisible();
});

test('what is deleted comes back with Undo, and the shown one makes room for a new one', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Keep me');
  await playground.beginAnew();
  await playground.askAndWait('Drop me');
  const history = await openHistory(page);
  await act(page, 'Drop me', 'Delete');
  await expect(playground.messages).toHaveCount(0);
  await expect(item(history, 'Drop me')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.question('Drop me')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for the history' }).click();
  await page.getByRole('menuitem', { name: 'Delete all' }).click();
  await expect(item(history, 'me')).toHaveCount(0);
  await playground.reload();
  await expect(item(history, 'me')).toHaveCount(0);

  // What Undo does not reach any more is kept for some days; a preset too.
  const library = page.getByRole('region', { name: 'Presets' });
  await page.getByRole('button', { name: 'Actions for Creative', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await act(page, 'Creative (2)', 'Delete');
  await page.getByRole('button', { name: 'Actions for the history' }).click();
  await page.getByRole('menuitem', { name: /^Recently deleted/ }).click();
  const deleted = page.getByRole('dialog', { name: 'Recently deleted' });
  await expect(deleted.getByRole('listitem')).toHaveText([/Creative \(2\)Preset/, /Conversation/, /Conversation/]);
  await expectAccessible(page, 'what was deleted');
  await deleted.getByRole('button', { name: 'Restore Creative (2)' }).click();
  await deleted.getByRole('button', { name: 'Restore Keep me' }).click();
  await expect(deleted.getByRole('listitem')).toHaveCount(1);
  await deleted.getByRole('button', { name: 'Delete Drop me for good' }).click();
  await expect(deleted).toContainText('Nothing is left here.');
  await page.keyboard.press('Escape');
  await expect(library.getByRole('list', { name: 'Yours' })).toContainText('Creative (2)');
  await item(history, 'Keep me').click();
  await expect(playground.question('Keep me')).toBeVisible();
});

test('answers go on behind another conversation, and are kept there', async ({ playground, page, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('In front');
  await playground.beginAnew();
  await playground.chooseLongAnswer();
  await playground.ask('Behind');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){10}/);
  const history = await openHistory(page);
  await item(history, 'In front').click();
  await expect(playground.question('In front')).toBeVisible();
  await expect(item(history, 'Behind')).toContainText('Answering…');
  // Here one can ask meanwhile: neither waits for the other.
  await playground.askAndWait('And again');
  await item(history, 'Behind').click();
  await expect(item(history, 'Behind')).not.toContainText('Answering…');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){300}/);
  await expect(playground.stop).toBeVisible();
  // It stops while it is away, and what came until then is there.
  await item(history, 'In front').click();
  await expect(item(history, 'Behind')).toContainText('Answering…');
  await playground.reload();
  await item(history, 'Behind').click();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){250}/);
});

test('everything goes into a file, and comes out of it elsewhere', async ({ playground, page, browser, baseURL }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Take me along');
  const history = await openHistory(page);
  await page.getByRole('button', { name: 'Actions for the history' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Export everything/ }).click();
  const file = JSON.parse(await textOf(download)) as { kind: string; workspaces: object[] };
  expect(file.workspaces).toHaveLength(1);
  expect(JSON.stringify(file)).not.toContain('sk-or-v1');

  const notices = page.getByRole('region', { name: 'Notices' });
  const choose = (name: string, content: string, into = history): Promise<void> =>
    into
      .getByLabel('Import a file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose('same.json', JSON.stringify(file));
  await expect(notices.getByText('0 conversations imported, 1 was here already.')).toBeVisible();
  // A copy that differs comes beside it once, however often its file is chosen.
  const changed = JSON.stringify({ ...file, workspaces: [{ ...file.workspaces[0], title: 'Taken along' }] });
  await choose('changed.json', changed);
  await expect(notices.getByText('1 conversation imported.')).toBeVisible();
  await choose('changed.json', changed);
  await expect(notices.getByText('0 conversations imported, 1 was here already.')).toHaveCount(2);
  await act(page, 'Taken along', 'Delete');
  await choose('new.json', JSON.stringify({ ...file, version: 99 }));
  await expect(notices.getByText(/written by a newer playground \(version 99/)).toBeVisible();
  await choose(
    'odd.json',
    JSON.stringify({ ...file, workspaces: [null, { id: '__proto__' }, { ...file.workspaces[0], panes: [] }] }),
  );
  await expect(notices.getByText('0 conversations imported, 3 entries could not be read.')).toBeVisible();
  // Two that claim one id are two.
  const twins = ['One', 'Two'].map((title) => ({ ...file.workspaces[0], id: 'twin', title }));
  await choose('twins.json', JSON.stringify({ ...file, workspaces: twins }));
  await expect(item(history, 'One')).toBeVisible();
  await expect(item(history, 'Two')).toBeVisible();
  await act(page, 'One', 'Delete');
  await act(page, 'Two', 'Delete');
  await choose('none.json', '<html>');
  await expect(notices.getByText('This file is no JSON, so nothing was imported.')).toBeVisible();
  await expect(history.getByRole('listitem')).toHaveCount(1);

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const there = await other.newPage();
  await there.goto('/');
  const empty = await openHistory(there);
  await choose('history.json', JSON.stringify(file), empty);
  await item(empty, 'Take me along').click();
  await expect(there.getByRole('article').filter({ hasText: 'Take me along' }).first()).toBeVisible();
  await other.close();
});

test('a row that nobody can read is set aside, and the rest is there', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('I am well');
  const history = await openHistory(page);
  await expect(item(history, 'I am well')).toBeVisible();
  // Away from the page whose database it is: nothing may be written over what is broken here.
  await page.goto('/api/health');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('openrouter-playground');
        opening.addEventListener('success', () => {
          const change = opening.result.transaction(['workspaces', 'summaries', 'presets'], 'readwrite');
          const now = Date.now() + 1000;
          change.objectStore('workspaces').put({ id: 'broken', updatedAt: now, panes: 'none', conversations: 7 });
          change
            .objectStore('summaries')
            .put({ id: 'broken', title: 'Broken', updatedAt: now, models: [], questions: 1 });
          const preset = { variables: {}, panes: 7 };
          change.objectStore('presets').put({ id: 'odd', name: 'Odd', versions: [{ at: now, preset }] });
          change.addEventListener('complete', () => (opening.result.close(), resolve()));
          change.addEventListener('error', reject);
        });
      }),
  );
  await page.evaluate(() => sessionStorage.clear());
  await playground.open();
  await expect(playground.question('I am well')).toBeVisible();
  await expect(page.getByText(/A kept conversation could not be read/)).toBeVisible();
  await expect(history.getByText('2 entries could not be read and are set aside.')).toBeVisible();
  const download = page.waitForEvent('download');
  await history.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await textOf(download)).toMatch(/"broken"[^]*"odd"|"odd"[^]*"broken"/);
  await history.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(history.getByText(/set aside/)).toBeHidden();
});

test('where nothing can be kept, what was left is listed, opened again, and goes into the file', async ({
  playground,
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Refused', 'SecurityError');
    };
  });
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Lonely one');
  await expect(page.getByText(/does not let the playground keep anything/)).toBeVisible();
  await playground.beginAnew();
  await playground.askAndWait('Second one');
  const history = await openHistory(page);
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Actions for the history' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Export everything/ }).click();
  const text = await textOf(download);
  for (const prompt of ['Lonely one', 'Second one']) expect(text).toContain(prompt);
  await item(history, 'Lonely one').click();
  await expect(playground.question('Lonely one')).toBeVisible();
  await expect(history.getByRole('listitem')).toHaveCount(2);
});
