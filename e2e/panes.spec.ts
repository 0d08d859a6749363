import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { BROKEN_OFF } from './support/complaints';
import { FAILURES } from './support/failures';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

type Body = { model: string; temperature?: number; messages: { role: string; content: string }[] };

const pane = (page: Page, name: string): Locator => page.getByRole('region', { name: `Pane: ${name}`, exact: true });

async function add(playground: Playground, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await playground.page.getByRole('button', { name: 'Add model' }).click();
    await playground.pick(id);
  }
}

const menu = async (page: Page, name: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page
    .getByRole('menuitem', { name: item })
    .or(page.getByRole('menuitemcheckbox', { name: item }))
    .click();
};

const heads = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: /^Pane: / })
    .filter({ visible: true })
    .evaluateAll((regions) => regions.map((region) => region.getAttribute('aria-label')?.slice(6) ?? ''));

/** How many panes the newest workspace has that this device keeps: a change is written within half a second. */
const keptPanes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('openrouter-playground');
        opening.addEventListener('error', () => reject(new Error('The database does not open.')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('workspaces').objectStore('workspaces').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            const rows = reading.result as { updatedAt: number; panes: unknown[] }[];
            resolve(rows.toSorted((a, b) => a.updatedAt - b.updatedAt).at(-1)?.panes.length ?? 0);
          });
        });
      }),
  );

test('one prompt goes to all panes in one request; one that fails leaves the others alone', async ({
  playground,
  page,
}) => {
  await playground.open();
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat')) posts.push(request.postData() ?? '');
  });
  await page.getByRole('button', { name: 'Compare two models' }).click();
  await playground.pick('simulator/502');
  await add(playground, 'simulator/flood');
  await playground.composer.fill('All of you.');
  await page.getByRole('button', { name: 'Run all' }).click();
  for (const name of ['GPT-4o-mini', 'flood', '502 bad gateway']) {
    await expect(pane(page, name).getByRole('button', { name: /^Receipt: / })).toBeVisible();
    await expect(pane(page, name).getByRole('article').first()).toContainText('All of you.');
  }
  await expect(pane(page, '502 bad gateway').getByRole('group', { name: 'Failure' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Failure' })).toHaveCount(1);
  expect(posts).toHaveLength(1);
  expect((JSON.parse(posts[0] ?? '') as { runs: unknown[] }).runs).toHaveLength(3);
  await expectAccessible(page, 'three panes');
});

test('one pane is stopped, or asked alone, and the others go on as they are', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await add(playground, 'simulator/slow');
  await playground.ask('Go on for long.');
  const [fast, slow] = [pane(page, '100 tokens a second'), pane(page, 'very slow')];
  await expect(fast.getByRole('article').last()).toContainText(/(\w+\W+){20}/);
  await page.getByRole('button', { name: 'Stop this pane' }).first().click();
  await expect(fast.getByText('Stopped')).toBeVisible();
  await expect(slow.getByText('Stopped')).toBeHidden();
  await expect(slow.getByRole('article').last()).toContainText(/\w+/);
  await page.getByRole('button', { name: 'Stop all' }).click();
  await expect(slow.getByText('Stopped')).toBeVisible();

  await playground.composer.fill('Only one of you.');
  await menu(page, 'very slow', 'Run in this pane only');
  await expect(slow.getByText('Only one of you.', { exact: true })).toBeVisible();
  await expect(fast.getByText('Only one of you.', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Stop all' }).click();
});

test('a pane has settings of its own, which another can take over', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.setParameter('Temperature', '0.7');
  await add(playground, 'simulator/flood', 'simulator/echo');
  const shares = page.getByRole('group', { name: 'echo shares with all panes' });
  await shares.getByRole('switch', { name: 'Parameters' }).uncheck();
  await playground.setParameter('Temperature', '0.2');
  await shares.getByRole('switch', { name: 'System prompt' }).uncheck();
  await page.getByRole('textbox', { name: 'System prompt' }).fill('Be an echo.');
  await expect(page.getByText('Modified', { exact: true })).toHaveCount(1);
  await playground.composer.fill('Each its own.');
  await playground.composer.press('Enter');
  await expect(page.getByRole('button', { name: /^Receipt: / })).toHaveCount(3);
  const bodies = (await upstream.all('Each its own.')).map((body) => JSON.parse(body) as Body);
  const of = (model: string): Body | undefined => bodies.find((body) => body.model === model);
  expect(of('openai/gpt-4o-mini')).toMatchObject({ temperature: 0.7, messages: [{ role: 'user' }] });
  expect(of('simulator/flood')).toMatchObject({ temperature: 0.7 });
  expect(of('simulator/echo')).toMatchObject({
    temperature: 0.2,
    messages: [{ role: 'system', content: 'Be an echo.' }, { role: 'user' }],
  });

  await menu(page, 'flood', '3 echo');
  await expect(page.getByText('Modified', { exact: true })).toHaveCount(2);
  await page.getByRole('navigation', { name: 'Models' }).getByRole('button', { name: 'flood' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.2');
  await menu(page, 'flood', 'Own parameters');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.7');
  // It has its own system prompt still, and may have its parameters back.
  await expect(page.getByRole('textbox', { name: 'System prompt' })).toHaveValue('Be an echo.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.2');
});

test('panes are copied, moved, shown alone, taken away and brought back, and are there after a reload', async ({
  playground,
  page,
}) => {
  await playground.open();
  await add(playground, 'simulator/flood');
  await playground.composer.fill('Keep this.');
  await playground.composer.press('Enter');
  await expect(page.getByRole('button', { name: /^Receipt: / })).toHaveCount(2);
  await menu(page, 'flood', 'Move left');
  expect(await heads(page)).toEqual(['flood', 'GPT-4o-mini']);
  await menu(page, 'flood', 'Duplicate pane');
  expect(await heads(page)).toEqual(['flood', 'flood', 'GPT-4o-mini']);
  await expect(pane(page, 'flood').nth(1).getByText('Keep this.', { exact: true })).toBeVisible();

  await page.keyboard.press('Alt+3');
  expect(await heads(page)).toEqual(['GPT-4o-mini']);
  await page.keyboard.press('Alt+3');
  expect(await heads(page)).toHaveLength(3);

  await menu(page, 'GPT-4o-mini', 'Remove pane');
  expect(await heads(page)).toEqual(['flood', 'flood']);
  // Nobody who works by keyboard is thrown to the top of the page.
  await expect(page.getByRole('button', { name: 'Actions for flood', exact: true }).last()).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await heads(page)).toEqual(['flood', 'flood', 'GPT-4o-mini']);
  await expect(page.getByRole('button', { name: 'Actions for GPT-4o-mini', exact: true })).toBeFocused();
  await expect(pane(page, 'GPT-4o-mini').getByText('Keep this.', { exact: true })).toBeVisible();
  await expect.poll(() => keptPanes(page)).toBe(3);
  await playground.reload();
  await expect.poll(() => heads(page)).toEqual(['flood', 'flood', 'GPT-4o-mini']);
  await expect(pane(page, 'GPT-4o-mini').getByText('Keep this.', { exact: true })).toBeVisible();
});

test('a pane goes on alone in a conversation of its own, and there is a way back', async ({ playground, page }) => {
  await playground.open();
  await add(playground, 'simulator/flood');
  await playground.composer.fill('Apart.');
  await playground.composer.press('Enter');
  await expect(page.getByRole('button', { name: /^Receipt: / })).toHaveCount(2);
  await menu(page, 'flood', 'Continue alone');
  await expect.poll(() => heads(page)).toEqual(['flood']);
  await expect(playground.composer).toBeFocused();
  await expect(playground.question('Apart.')).toBeVisible();
  await expect(playground.run).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => heads(page)).toEqual(['GPT-4o-mini', 'flood']);
});

test('eight panes and no more run side by side, whatever happens to seven of them', async ({ playground, page }) => {
  const failing = [
    'simulator/401',
    'simulator/402',
    'simulator/403-moderation',
    'simulator/404-no-endpoints',
    'simulator/502',
    'simulator/error-mid',
    'simulator/cut',
  ] as const;
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await add(playground, ...failing);
  const more = page.getByRole('button', { name: 'Add model' });
  await expect(more).toHaveAttribute('aria-disabled', 'true');
  await expect(more).toHaveAccessibleDescription('At most eight panes side by side.');
  await playground.composer.fill('Eight times.');
  await playground.composer.press('Enter');
  await expect(page.getByRole('button', { name: /^Receipt: / })).toHaveCount(8);
  await expect(pane(page, 'flood').getByRole('button', { name: /^Receipt: .* billed\b/ })).toBeVisible();
  for (const id of failing) {
    await expect(
      page.getByRole('group', { name: 'Failure' }).filter({ hasText: FAILURES[id]?.says ?? id }),
    ).not.toHaveCount(0);
  }
  await expect(page.getByRole('group', { name: 'Failure' })).toHaveCount(failing.length);
  await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
});

test('panes scroll together when they are told to, and each for itself otherwise', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await add(playground, 'simulator/echo');
  await playground.setParameter('Max tokens', '1500');
  await playground.ask(Array.from({ length: 120 }, (_, line) => `Line ${line} of many.`).join('\n\n'));
  await expect(page.getByRole('button', { name: /^Receipt: / })).toHaveCount(2);
  const logs = page.getByRole('log');
  const top = (at: number): Promise<number> => logs.nth(at).evaluate((log) => Math.round(log.scrollTop));
  await expect.poll(() => top(1)).toBeGreaterThan(500);
  await page.getByRole('switch', { name: 'Scrolling' }).uncheck();
  await logs.first().hover();
  await page.mouse.wheel(0, -100_000);
  await expect.poll(() => top(0)).toBe(0);
  expect(await top(1)).toBeGreaterThan(500);

  await page.getByRole('switch', { name: 'Scrolling' }).check();
  await logs.first().hover();
  await page.mouse.wheel(0, 300);
  await page.mouse.wheel(0, -100_000);
  await expect.poll(() => top(1)).toBe(0);
});
