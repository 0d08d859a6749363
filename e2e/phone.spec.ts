import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('at 360 px a question is asked and answered without scrolling sideways', async ({ playground, page }) => {
  await playground.open();
  expect(page.viewportSize()?.width).toBe(360);
  expect(await overhang(page)).toBe(0);
  await expect(playground.composer).toBeInViewport({ ratio: 1 });
  await expect(playground.run).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, 'the empty screen on a phone');

  await playground.chooseModel('simulator/hostile');
  const answer = await playground.askAndWait('As wide as you can.');
  expect(await overhang(page)).toBe(0);
  expect(await playground.conversation.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await expect(playground.composer).toBeInViewport({ ratio: 1 });
  await expect(playground.receipt(answer)).toBeInViewport();
  // Nothing hovers on a phone, so the actions are simply there.
  await expect(answer.getByRole('button', { name: 'Regenerate' })).toBeInViewport({ ratio: 1 });
  await expect(answer.getByRole('button', { name: 'Regenerate' })).not.toHaveCSS('color', 'rgba(0, 0, 0, 0)');
});

test('the header fits whatever the model is called', async ({ playground, page }) => {
  await playground.open();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Model: / })
    .click();
  const search = playground.picker.getByRole('combobox');
  await search.fill('a-laboratory-with-a-very-long-name/and-a-model-with-an-even-longer-name-than-that');
  await search.press('Enter');
  for (const name of [/^Model: /, 'New conversation', /parameters/, 'API key', 'Theme']) {
    await expect(page.getByRole('banner').getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
  expect(await overhang(page)).toBe(0);

  // Of several models the one that is looked at is seen in the strip, whether it was pressed or swiped to.
  for (const id of ['simulator/flood', 'simulator/echo']) {
    await page.getByRole('button', { name: 'Add model' }).click();
    await playground.pick(id);
  }
  const strip = page.getByRole('navigation', { name: 'Models' });
  await expect(strip.getByRole('button', { name: 'echo' })).toBeInViewport({ ratio: 0.95 });
  await page.getByRole('region', { name: 'Pane: flood' }).evaluate((pane) => pane.scrollIntoView({ inline: 'start' }));
  await expect(strip.getByRole('button', { name: 'flood' })).toHaveAttribute('aria-current', 'true');
  await expect(strip.getByRole('button', { name: 'flood' })).toBeInViewport({ ratio: 0.95 });
  expect(await overhang(page)).toBe(0);
});

test('the parameters are a drawer', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await expect(playground.parameters).toBeHidden();
  await page.getByRole('button', { name: /parameters/ }).click();
  const drawer = page.getByRole('dialog', { name: 'Parameters' });
  await expect(drawer).toBeVisible();
  await expect(drawer.getByRole('spinbutton', { name: 'Temperature' })).toBeInViewport({ ratio: 1 });
  expect(await overhang(page)).toBe(0);
  await expectAccessible(page, 'the drawer');
  await drawer.getByRole('spinbutton', { name: 'Temperature' }).fill('0.6');
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();
  await playground.askAndWait('From the pocket.');
  expect(JSON.parse((await upstream.arrived('From the pocket.')).body)).toHaveProperty('temperature', 0.6);
});

test('the drawer is as it was left when it opens again', async ({ playground, page }) => {
  await playground.open();
  const open = page.getByRole('banner').getByRole('button', { name: /parameters/ });
  const drawer = page.getByRole('dialog', { name: 'Parameters' });
  await open.click();
  await drawer.locator('summary').filter({ hasText: 'Penalties' }).click();
  await drawer.locator('summary').filter({ hasText: 'Sampling' }).click();
  const bias = drawer.getByRole('textbox', { name: 'Logit bias' });
  await bias.fill('{"half": ');
  await drawer.getByRole('spinbutton', { name: 'Max tokens' }).fill('-5');
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await expect(bias).toHaveValue('{"half": ');
  await expect(bias).toHaveAccessibleDescription(/not JSON/);
  await expect(drawer.getByRole('spinbutton', { name: 'Max tokens' })).toHaveAccessibleDescription(
    /A whole number from 1 .*“-5” was not taken/,
  );
  await expect(drawer.getByRole('spinbutton', { name: 'Temperature' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('request, code and import fit', async ({ playground, page }) => {
  await playground.open();
  for (const name of ['Request', 'Code', 'Import']) {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.getByRole('heading', { name: name === 'Request' ? 'Headers' : name })).toBeVisible();
    if (name === 'Request') await expect(dialog.getByRole('region', { name: 'Headers' })).toContainText('POST');
    await expect.poll(() => dialog.boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('the picker fills the screen', async ({ playground, page }) => {
  await playground.open();
  await playground.modelButton().click();
  await expect(playground.picker.getByRole('option').first()).toBeVisible();
  // It comes in with a movement.
  await expect.poll(() => playground.picker.boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
  await expect(playground.picker.getByRole('button', { name: 'Close' }).last()).toBeInViewport({ ratio: 1 });
  expect(await overhang(page)).toBe(0);
  await expectAccessible(page, 'the picker on a phone');
  await playground.picker.getByRole('option').nth(2).tap();
  await expect(playground.picker).toBeHidden();
});

test('failure and receipt fit', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/error-mid');
  const answer = await playground.askAndWait('Fail.');
  await playground.failure().getByText('Details', { exact: true }).tap();
  expect(await overhang(page)).toBe(0);
  await expectAccessible(page, 'a failure on a phone');
  await playground.receipt(answer).tap();
  const figures = page.getByRole('dialog', { name: 'Receipt' });
  await expect(figures).toBeInViewport({ ratio: 1 });
  expect(await overhang(page)).toBe(0);
});

test('the dialog for a key fits', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('banner').getByRole('button', { name: 'API key' }).tap();
  const dialog = page.getByRole('dialog', { name: 'API key' });
  await dialog.getByLabel('Your key').fill('sk-or-v1-from-the-pocket');
  await dialog.getByRole('button', { name: 'Save' }).tap();
  for (const name of ['Forget', 'Close', 'Save'])
    await expect(dialog.getByRole('button', { name, exact: true }).last()).toBeInViewport({ ratio: 1 });
  expect(await overhang(page)).toBe(0);
  await expectAccessible(page, 'the dialog for a key on a phone');
});

test('the picker sorts, stars and tells the age of its list at 360 px', async ({ playground, page }) => {
  const { picker } = playground;
  await playground.open();
  await playground.modelButton().click();
  await picker.getByRole('option').nth(1).locator('[data-star]').click();
  await expect(picker.getByRole('option').nth(1)).toHaveAccessibleName(/, Favourite, /);
  await picker.getByRole('button', { name: 'Price per 1M tokens out' }).click();
  await expect(picker.getByRole('option').first()).toHaveAccessibleName(/, free, /);
  await expect(picker.getByText(/^List from /)).toBeInViewport({ ratio: 1 });
  await expect(picker.getByRole('button', { name: 'Refresh the list' })).toBeInViewport({ ratio: 1 });
  expect(await picker.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(await overhang(page)).toBe(0);
  await expectAccessible(page, 'the picker on a phone');
  await picker.getByRole('combobox').fill('no-such/model');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'About this model' })).toBeVisible();
  await expect(playground.run).toBeInViewport({ ratio: 1 });
  expect(await overhang(page)).toBe(0);
});
