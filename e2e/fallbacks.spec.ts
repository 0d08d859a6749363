import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

const fold = (playground: Playground): Locator =>
  playground.parameters.locator('summary').filter({ hasText: 'Fallbacks' });

const order = (page: Page): Locator => page.getByRole('list', { name: 'Models in the order in which they are asked' });

async function add(playground: Playground, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await playground.parameters.getByRole('button', { name: 'Add a fallback' }).click();
    await playground.pick(id);
  }
}

const names = (page: Page): Promise<string[]> =>
  order(page)
    .getByRole('button', { name: /^Remove / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.slice(7) ?? ''));

test('a fallback serves where the first model is down: it is seen, with the way there and the settled cost', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/down');
  await fold(playground).click();
  await add(playground, 'openai/gpt-4o-mini');
  const answer = await playground.askAndWait('Who answers?');
  await expect(answer).toContainText('Fallback used for down');
  const body = JSON.parse((await upstream.arrived('Who answers?')).body) as { model: string; models: string[] };
  expect(body).toMatchObject({ model: 'simulator/down', models: ['openai/gpt-4o-mini'] });

  await answer.getByRole('button', { name: /^Route: .* · 2 attempts$/ }).click();
  const route = page.getByRole('dialog', { name: 'Route' });
  await expect(route).toContainText('Another model than the one asked for answered, at its own price.');
  await expect(route.getByRole('region', { name: 'Attempts' }).getByRole('listitem')).toHaveText([
    /down · Simulator failed with 503/,
    /GPT-4o-mini · .+ served/,
  ]);
  await route.getByRole('button', { name: 'Load the settled figures' }).click();
  await expect(route.getByRole('region', { name: 'Settled figures' })).toContainText(/Cost\s*\$0\.0/);
  await expectAccessible(page, 'the route of an answer');
});

test('the dated name of the same model is no fallback, nor is another provider of it; a failure has a route too', async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/dated');
  const answer = await playground.askAndWait('By which name?');
  await expect(answer).not.toContainText('Fallback used');
  await playground.chooseModel('simulator/provider-down');
  const second = await playground.askAndWait('Who else?');
  await expect(second).not.toContainText('Fallback used');
  await second.getByRole('button', { name: /^Route: .* · 2 attempts$/ }).click();
  const tries = page.getByRole('dialog', { name: 'Route' }).getByRole('region', { name: 'Attempts' });
  await expect(tries.getByRole('listitem')).toHaveText([/Simulator A failed with 502/, /Simulator B served/]);
  await page.keyboard.press('Escape');
  await playground.chooseModel('simulator/503');
  const failed = await playground.askAndWait('And nobody?');
  await failed.getByRole('button', { name: /^Route: / }).click();
  const route = page.getByRole('dialog', { name: 'Route' });
  await expect(route).toContainText('Nobody answered.');
  await expect(route.getByRole('listitem').first()).toContainText('failed with 503');
});

test('the list is put in order by buttons, by keys and by dragging, and what is asked first follows', async ({
  playground,
  page,
}) => {
  await playground.open();
  await fold(playground).click();
  await add(playground, 'simulator/flood', 'simulator/echo');
  expect(await names(page)).toEqual(['GPT-4o-mini', 'flood', 'echo']);
  await order(page).getByRole('button', { name: 'Move echo up' }).click();
  await expect.poll(() => names(page)).toEqual(['GPT-4o-mini', 'echo', 'flood']);

  const handle = order(page).getByRole('button', { name: 'Drag flood' });
  await handle.focus();
  await page.keyboard.press('Space');
  await expect(handle).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(order(page).getByRole('listitem').nth(1)).toContainText('flood');
  await page.keyboard.press('Space');
  await expect.poll(() => names(page)).toEqual(['GPT-4o-mini', 'flood', 'echo']);
  await expect(handle).toHaveAttribute('aria-pressed', 'false');

  const first = await order(page).getByRole('button', { name: 'Drag GPT-4o-mini' }).boundingBox();
  if (!first) throw new Error('The first of the list is not on the screen.');
  await order(page).getByRole('button', { name: 'Drag echo' }).hover();
  await page.mouse.down();
  await page.mouse.move(first.x + first.width / 2, first.y + first.height / 2, { steps: 12 });
  // Let go only once it lies there, as a hand does.
  await expect(order(page).getByRole('listitem').first()).toContainText('echo');
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual(['echo', 'GPT-4o-mini', 'flood']);
  await expect(playground.modelButton().first()).toHaveAccessibleName(/echo/);

  await order(page).getByRole('button', { name: 'Remove echo' }).click();
  await expect.poll(() => names(page)).toEqual(['GPT-4o-mini', 'flood']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => names(page)).toEqual(['echo', 'GPT-4o-mini', 'flood']);
});

test('three fallbacks and no more, none twice; each says what changes if it serves', async ({ playground, page }) => {
  await playground.open();
  await fold(playground).click();
  await add(playground, 'anthropic/claude-haiku-4.5', 'nobody/never-was', '@preset/mine');
  await expect(order(page).getByRole('listitem').filter({ hasText: 'Haiku' })).toContainText(
    /Price in ×6\.67, out ×8\.33/,
  );
  await expect(order(page).getByRole('listitem').filter({ hasText: 'never-was' })).toContainText('Not in the list');
  const more = playground.parameters.getByRole('button', { name: 'Add a fallback' });
  await expect(more).toHaveAttribute('aria-disabled', 'true');
  await expect(more).toHaveAccessibleDescription('At most three fallbacks: that is the limit of the API.');
  await order(page).getByRole('button', { name: 'Remove @preset/mine' }).click();
  await more.click();
  const search = playground.picker.getByRole('combobox', { name: 'Search models' });
  await search.fill('anthropic/claude-haiku-4.5');
  await search.press('Enter');
  await expect(playground.picker.getByText('This model is in the list already.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.picker).toBeHidden();
  expect(await names(page)).toEqual(['GPT-4o-mini', 'Claude Haiku 4.5', 'nobody/never-was']);
});

test('a variant is chosen where it exists, and a router is told what it may choose from', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await fold(playground).click();
  await order(page).getByRole('combobox', { name: 'Variant of GPT-4o-mini' }).selectOption(':nitro');
  await playground.askAndWait('Quickly.');
  expect(JSON.parse((await upstream.arrived('Quickly.')).body)).toMatchObject({ model: 'openai/gpt-4o-mini:nitro' });

  await playground.chooseModel('openrouter/auto');
  await page.getByRole('textbox', { name: 'Allowed models' }).fill('anthropic/*\n\nopenai/gpt-4o-mini');
  await page.getByRole('combobox', { name: 'Cost tier' }).selectOption('low');
  const answer = await playground.askAndWait('Whoever may.');
  expect(JSON.parse((await upstream.arrived('Whoever may.')).body)).toMatchObject({
    plugins: [{ id: 'auto-router', allowed_models: ['anthropic/*', 'openai/gpt-4o-mini'], cost_tier: 'low' }],
  });
  await expect(answer).not.toContainText('Fallback used');
});

test('a rehearsal tells the order, and why an entry is passed over, without sending', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await fold(playground).click();
  await add(playground, 'openai/gpt-3.5-turbo-16k', 'nobody/never-was');
  await playground.composer.fill(`Rehearsed only. ${'word '.repeat(20_000)}`);
  await page.getByRole('button', { name: 'Rehearse' }).click();
  const rehearsal = page.getByRole('region', { name: 'Rehearse' });
  await expect(rehearsal.getByRole('listitem')).toHaveText([
    /GPT-4o-mini\s*Asked first\s*\d+ providers?/,
    /Passed over.*About \d+(\.\d)?K tokens do not fit into 16K\./,
    /Asked if those before it fail.*It is not in the list/,
  ]);
  expect(await upstream.count('Rehearsed only.')).toBe(0);
  await expectAccessible(page, 'the fallbacks and their rehearsal');
});
