import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

const exporting = (page: Page): Locator => page.getByRole('dialog', { name: 'Export answers' });
const imported = (page: Page): Locator => page.getByRole('dialog', { name: 'Exported comparison' });

async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Answers as a file…' }).click();
  await expect(exporting(page)).toBeVisible();
}

async function downloaded(page: Page, format: string): Promise<{ name: string; path: string; text: string }> {
  await exporting(page).getByText(format, { exact: true }).click();
  const button = exporting(page).getByRole('button', { name: 'Download' });
  await expect(button).toBeEnabled();
  const waiting = page.waitForEvent('download');
  await button.click();
  const download = await waiting;
  const name = download.suggestedFilename();
  // A browser tells a page from a text by the name of the file.
  const path = test.info().outputPath(name);
  await download.saveAs(path);
  return { name, path, text: readFileSync(path, 'utf8') };
}

async function importFile(page: Page, file: string | Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const input = page.locator('input[type=file]');
  await input.setInputFiles(
    typeof file === 'string' ? file : { name: 'file.json', mimeType: 'application/json', buffer: file },
  );
}

const compareTwo = async (playground: Playground, prompt: string): Promise<void> => {
  await playground.open();
  await playground.setParameter('Temperature', '0.25');
  await playground.page.getByRole('button', { name: 'Compare two models' }).click();
  await playground.pick('simulator/echo');
  await playground.ask(prompt);
  await expect(playground.messages).toHaveCount(4);
  await expect(playground.receipt(playground.messages.nth(1))).toBeVisible();
  await expect(playground.receipt(playground.messages.nth(3))).toBeVisible();
};

test('a comparison is a page that needs nothing else, and draws nothing of what models wrote', async ({
  playground,
  page,
  context,
}) => {
  const hostile = 'Echo <script>document.title="run"</script><img src="https://evil.test/a.png">';
  await compareTwo(playground, hostile);
  // What is set after an answer is no part of it.
  await playground.setParameter('Temperature', '0.9');
  await openExport(page);
  await expect(exporting(page)).toContainText('2 panes, 2 answers');
  await expectAccessible(page, 'the dialog of an export');
  const { name, path, text } = await downloaded(page, 'HTML');
  expect(name).toMatch(/^echo-script-.*\.html$/);
  expect(text).not.toContain('sk-or-v1');

  // As its reader has it: a file, without the playground.
  const reader = await context.newPage();
  await reader.goto(`file://${path}`);
  await expect(reader.getByRole('heading', { level: 2 })).toContainText(['1. GPT-4o-mini', '2. echo', 'Prices']);
  await expect(reader.locator('article').filter({ hasText: 'You' }).first()).toContainText(hostile);
  await expect(reader.locator('article').nth(1)).toContainText(/Provider.*Tokens out.*as billed/s);
  expect(await reader.title()).not.toBe('run');
  await expect(reader.locator('script, img')).toHaveCount(0);
  await reader.getByText('Settings as sent').first().click();
  await expect(reader.getByText('0.25', { exact: true }).first()).toBeVisible();
  await expect(reader.getByText('0.9', { exact: true })).toHaveCount(0);
  await expectAccessible(reader, 'an exported page');
});

test('a comparison comes back from its file as a new conversation, and Undo leads back', async ({
  playground,
  page,
}) => {
  await compareTwo(playground, 'Echo, with the password=hunter2secret in it.');
  const receipt = await playground.receipt(playground.messages.nth(1)).textContent();
  await page.getByRole('button', { name: 'Costs', exact: true }).click();
  await page.getByRole('dialog', { name: 'Costs' }).getByRole('button', { name: 'Answers as a file…' }).click();
  // What is surely a secret is left out; the visitor may put it back.
  await expect(exporting(page).getByRole('button', { name: 'Put back: Password' })).toBeVisible();
  const markdown = await downloaded(page, 'Markdown');
  expect(markdown.text).toContain('| temperature | 0.25 |');
  const json = await downloaded(page, 'JSON');
  expect(`${markdown.text}${json.text}`).not.toContain('hunter2secret');
  await page.keyboard.press('Escape');
  await playground.beginAnew();
  await playground.composer.fill('Half a thought.');

  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  await importFile(page, json.path);
  await expect(imported(page)).toContainText('GPT-4o-mini: 2 messages');
  await expect(playground.messages).toHaveCount(0);
  await imported(page).getByRole('button', { name: 'Open' }).click();
  await expect(playground.messages).toHaveCount(4);
  await expect(playground.question('password=[removed]').first()).toBeVisible();
  await expect(playground.receipt(playground.messages.nth(1))).toHaveText(
    (receipt ?? '').replace('billed', 'as imported'),
  );
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.25');
  expect(posts).toEqual([]);
  await playground.reload();
  await expect(playground.messages).toHaveCount(4);

  await importFile(page, json.path);
  await imported(page).getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.messages).toHaveCount(4);
});

test('a file that cannot be opened says why, and changes nothing', async ({ playground, page }) => {
  await compareTwo(playground, 'Keep me.');
  await playground.composer.fill('And me.');
  const broken = page.getByRole('dialog', { name: 'This file cannot be opened' });
  const files: [string, string][] = [
    ['{"comparison": 7}', 'It was made by a newer playground (version 7; this one reads up to 1).'],
    ['{"comparison": 1, "title": "x"}', 'It cannot be read'],
    ['{"comparison": 1, "constructor": {}}', 'The key “constructor” is not allowed.'],
    ['{"comparison": 1', 'It is not JSON'],
  ];
  for (const [text, sentence] of files) {
    await importFile(page, Buffer.from(text));
    await expect(broken).toContainText(sentence);
    await expect(broken).toContainText('Nothing was changed.');
    await page.keyboard.press('Escape');
    await expect(broken).toBeHidden();
  }
  await expect(playground.messages).toHaveCount(4);
  await expect(playground.composer).toHaveValue('And me.');
});

test('an export says whose words an edited answer holds', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/echo');
  const answer = await playground.askAndWait('First.');
  await answer.hover();
  await answer.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'Edit this answer' }).click();
  await answer.getByRole('textbox', { name: 'Edit message' }).fill('My own words.');
  await answer.getByRole('button', { name: 'Save as a version' }).click();
  await expect(playground.lastAnswer()).toContainText('My own words.');
  await openExport(page);
  const { text } = await downloaded(page, 'Markdown');
  expect(text).toMatch(/You, in the place of simulator\/echo[\s\S]*My own words\./);
});
