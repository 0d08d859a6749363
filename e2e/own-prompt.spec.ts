import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

type Body = { model: string; messages: { role: string; content: string }[] };

const pane = (page: Page, name: string): Locator => page.getByRole('region', { name: `Pane: ${name}`, exact: true });
const ownComposer = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: `Message to ${name}`, exact: true });

async function panes(playground: Playground, first: string, ...others: string[]): Promise<void> {
  await playground.open();
  await playground.chooseModel(first);
  for (const id of others) {
    await playground.page.getByRole('button', { name: 'Add model' }).click();
    await playground.pick(id);
  }
}

async function tick(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Own prompt' }).click();
  await page.keyboard.press('Escape');
}

/** Texts of the own composers in the newest workspace that this device keeps. */
const keptDrafts = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('openrouter-playground');
        opening.addEventListener('error', () => reject(new Error('The database does not open.')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('workspaces').objectStore('workspaces').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            const rows = reading.result as { updatedAt: number; panes: { draft?: { text: string } | null }[] }[];
            const newest = rows.toSorted((a, b) => a.updatedAt - b.updatedAt).at(-1);
            resolve(newest?.panes.flatMap(({ draft }) => (draft ? [draft.text] : [])) ?? []);
          });
        });
      }),
  );

test('a pane with a prompt of its own is asked alone, and Run leaves it out', async ({
  playground,
  page,
  upstream,
}) => {
  await panes(playground, 'simulator/flood', 'simulator/echo', 'simulator/markdown-500');
  await tick(page, 'echo');
  const own = ownComposer(page, 'echo');
  const echo = pane(page, 'echo');
  const run = echo.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toHaveAccessibleDescription('Type a message first');
  await playground.composer.fill('Both of the others.');
  await own.fill('Only echo, {{tone}}.');
  const fields = page.getByRole('group', { name: 'Variables of echo' });
  await expect(fields).toContainText('Fill {{tone}} first.');
  await expect(run).toHaveAccessibleDescription('Fill {{tone}} first.');
  await expect(echo.getByRole('button', { name: /^Estimated cost of Run/ })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expectAccessible(page, `a composer of its own, ${theme}`);
  }

  // What one pane still lacks is its own business.
  const some = page.getByRole('button', { name: 'Run 2 of 3' });
  await some.click();
  for (const name of ['flood', 'Markdown, fast']) {
    await expect(pane(page, name).getByRole('button', { name: /^Receipt: / })).toBeVisible();
    await expect(pane(page, name).getByText('Both of the others.', { exact: true })).toBeVisible();
  }
  await expect(echo.getByRole('article')).toHaveCount(0);
  await expect(playground.composer).toHaveValue('');
  await expect(own).toHaveValue('Only echo, {{tone}}.');

  await fields.getByRole('textbox', { name: 'tone' }).fill('please');
  await own.focus();
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  const preview = page.getByRole('dialog', { name: 'Request' });
  await expect(preview).toContainText('"Only echo, please."');
  await expect(preview.getByRole('region', { name: 'Headers' })).toContainText('POST');
  await page.keyboard.press('Escape');
  await own.press('Enter');
  await expect(echo.getByRole('button', { name: /^Receipt: / })).toBeVisible();
  await expect(own).toHaveValue('');
  const bodies = await upstream.all('Only echo, please.');
  expect(bodies.map((body) => (JSON.parse(body) as Body).model)).toEqual(['simulator/echo']);
  expect((JSON.parse((await upstream.arrived('Only echo, please.')).body) as Body).messages).toEqual([
    { role: 'user', content: 'Only echo, please.' },
  ]);
  await own.press('ArrowUp');
  await expect(own).toHaveValue('Only echo, {{tone}}.');
  await playground.composer.press('ArrowUp');
  await expect(playground.composer).toHaveValue('Both of the others.');
});

test('what is typed for one pane is never lost: ticks, a refusal, a reload, its own Stop', async ({
  playground,
  page,
  complaints,
}) => {
  await panes(playground, 'simulator/flood', 'simulator/paced-100');
  const name = '100 tokens a second';
  await tick(page, name);
  const own = ownComposer(page, name);
  await own.fill('Waits here.');
  await playground.composer.fill('Stands there.');
  await tick(page, name);
  await expect(own).toBeHidden();
  await expect(playground.composer).toHaveValue('Stands there.');
  await tick(page, name);
  await expect(own).toHaveValue('Waits here.');
  await expect.poll(() => keptDrafts(page)).toEqual(['Waits here.']);
  await playground.reload();
  await expect(own).toHaveValue('Waits here.');
  await expect(playground.composer).toHaveValue('Stands there.');

  complaints.expect(/ERR_FAILED|ERR_ABORTED/);
  await page.route('**/api/chat', (route) => route.abort());
  await own.press('Enter');
  await expect(pane(page, name).getByRole('group', { name: 'Failure' })).toBeVisible();
  await expect(own).toHaveValue('Waits here.');
  await page.unroute('**/api/chat');

  await own.press('Enter');
  const stop = pane(page, name).getByRole('button', { name: 'Stop', exact: true });
  await expect(stop).toBeVisible();
  await expect(own).toHaveValue('');
  await own.pressSequentially('Meanwhile.');
  // The common composer is free while the other pane runs.
  await expect(page.getByRole('button', { name: 'Run 1 of 2' })).toBeVisible();
  await own.press('Escape');
  await expect(pane(page, name).getByText('Stopped')).toBeVisible();
  await expect(own).toHaveValue('Meanwhile.');

  // Where the common composer is free, the text moves there; alone, a pane has no other.
  await playground.composer.fill('');
  await page.getByRole('button', { name: 'Actions for flood', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove pane' }).click();
  await expect(own).toBeHidden();
  await expect(playground.composer).toHaveValue('Meanwhile.');
  await expect(playground.run).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own).toHaveValue('Meanwhile.');
  await expect(playground.composer).toHaveValue('');
});

test('nothing that can be pressed moves while a prompt is typed', async ({ playground, page }) => {
  await panes(playground, 'simulator/flood', 'simulator/echo');
  await tick(page, 'echo');
  const own = ownComposer(page, 'echo');
  const places = (form: Locator): Promise<string[]> =>
    form.getByRole('button', { name: /^(Run|Request|Code|Import|Share|Costs)/ }).evaluateAll((buttons) =>
      buttons.map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return [button.textContent, x, y, width, height].join(' ');
      }),
    );
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const [box, label] of [
      [playground.composer, 'Variables'],
      [own, 'Variables of echo'],
    ] as const) {
      await box.scrollIntoViewIfNeeded();
      const form = page.locator('form').filter({ has: box });
      const before = await places(form);
      await box.fill('Hello {{name}}');
      const fields = page.getByRole('group', { name: label, exact: true });
      await expect(fields).toContainText('Fill {{name}} first.');
      await expect(form.getByRole('button', { name: /^Estimated cost of Run/ })).toBeVisible();
      expect(await places(form)).toEqual(before);
      const field = fields.getByRole('textbox', { name: 'name' });
      const y = (await field.boundingBox())?.y;
      await field.fill('x');
      await expect(fields).not.toContainText('first.');
      if (height > 400) expect((await field.boundingBox())?.y).toBe(y);
      await field.fill('');
      await box.fill('');
      await expect(fields).toBeHidden();
    }
    await expect(page.getByRole('button', { name: 'Run 1 of 2' })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  }
});
