import type { Page } from '@playwright/test';
import { sampleOf } from '@/lib/core/parameter-samples';
import { PARAMETERS } from '@/lib/core/parameters';
import type { Parameter } from '@/lib/core/parameter';
import type { Json } from '@/lib/core/json';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

type Body = Record<string, unknown>;
const bodyOf = (text: string): Body => JSON.parse(text) as Body;

/** Sets a parameter by its control, which must have its label. */
async function set(page: Page, parameter: Parameter, value: Json): Promise<void> {
  const { kind, label } = parameter;
  const named = { name: label, exact: true };
  if (kind === 'number' || kind === 'integer') await page.getByRole('spinbutton', named).fill(String(value));
  else if (kind === 'boolean' || kind === 'choice') await page.getByRole('combobox', named).selectOption(String(value));
  else if (kind === 'text') await page.getByRole('textbox', named).fill(String(value));
  else if (kind === 'object') await page.getByRole('textbox', named).fill(JSON.stringify(value));
  else {
    const lines = (value as string[]).map((line) => line.replaceAll('\n', '\\n'));
    await page.getByRole('textbox', named).fill(lines.join('\n'));
  }
}

/** What the body must hold when every row has its sample: `reasoning.effort` stands inside `reasoning`. */
function bodyOfSamples(): Body {
  const body: Record<string, Body | Json> = {};
  for (const parameter of PARAMETERS) {
    const [top = '', inner] = parameter.name.split('.');
    body[top] = inner ? { ...(body[top] as Body), [inner]: sampleOf(parameter) } : sampleOf(parameter);
  }
  return body;
}

const GROUPS = ['Penalties', 'Reasoning', 'Output', 'Request', 'Extra JSON'];

async function unfold(playground: Playground, ...groups: string[]): Promise<void> {
  for (const group of groups)
    await playground.parameters
      .locator('summary')
      .filter({ hasText: new RegExp(`^${group}`) })
      .click();
}

/** The exact JSON that the preview offers for copying. */
async function previewed(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Request' });
  await dialog.getByRole('button', { name: 'Copy the body' }).click();
  await expect(dialog.getByRole('button', { name: 'Body copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return copied;
}

test('every parameter of the table has a labelled control whose value reaches the upstream, as the preview says', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await unfold(playground, ...GROUPS);
  for (const parameter of PARAMETERS) await set(page, parameter, sampleOf(parameter));
  await page.getByRole('textbox', { name: 'Extra JSON of this pane' }).fill('{"future_field": [1, null]}');
  await playground.composer.fill('Everything set.');
  const preview = await previewed(page);
  await playground.composer.press('Enter');
  const arrived = await upstream.arrived('Everything set.');
  expect(arrived.body).toBe(preview);
  const { model, messages, stream, ...rest } = bodyOf(arrived.body);
  expect([model, messages, stream]).toEqual(['simulator/flood', [{ role: 'user', content: 'Everything set.' }], true]);
  expect(rest).toEqual({ ...bodyOfSamples(), future_field: [1, null] });

  await page.getByRole('button', { name: 'Reset all' }).click();
  await playground.composer.fill('Everything unset.');
  await playground.composer.press('Enter');
  const unset = bodyOf((await upstream.arrived('Everything unset.')).body);
  expect(Object.keys(unset)).toEqual(['model', 'messages', 'stream', 'future_field']);
});

test('each parameter can be unset, one by one and all at once', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await unfold(playground, 'Request');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('someone');
  await page.getByRole('combobox', { name: 'Service tier' }).selectOption('flex');
  await page.getByRole('button', { name: 'Reset User' }).click();
  await expect(page.getByRole('textbox', { name: 'User', exact: true })).toBeFocused();
  await playground.askAndWait('One is unset.');
  const one = bodyOf((await upstream.arrived('One is unset.')).body);
  expect(one).not.toHaveProperty('user');
  expect(one).toHaveProperty('service_tier', 'flex');
  await page.getByRole('spinbutton', { name: 'Max tokens', exact: true }).fill('1,000');
  const all = page.getByRole('button', { name: 'Reset all' });
  await all.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(all).toBeFocused();
  await page.keyboard.press('Control+.');
  await expect(playground.parameters).toBeHidden();
  await expect(page.getByRole('button', { name: 'Show parameters' })).toBeFocused();
  await page.keyboard.press('Enter');
  await playground.askAndWait('All are back.');
  const back = bodyOf((await upstream.arrived('All are back.')).body);
  expect(back).toMatchObject({ service_tier: 'flex', max_tokens: 1000 });
  await all.click();
  await playground.askAndWait('All are unset.');
  expect(Object.keys(bodyOf((await upstream.arrived('All are unset.')).body))).toEqual(['model', 'messages', 'stream']);
});

test('what the model does not take is dropped aloud, and can be sent anyway', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('openai/gpt-4o-mini');
  const box = page.getByRole('spinbutton', { name: 'Top A', exact: true });
  await expect(box).toHaveAccessibleDescription(/Not taken by this model/);
  await box.fill('0.2');
  await expect(box).toHaveAccessibleDescription(/Dropped: This model does not take Top A/);
  await playground.askAndWait('Dropped, then.');
  expect(bodyOf((await upstream.arrived('Dropped, then.')).body)).not.toHaveProperty('top_a');
  const anyway = page.getByRole('checkbox', { name: 'Send anyway: Top A' });
  await anyway.check();
  await expect(box).toHaveAccessibleDescription(/Sent because you asked for it/);
  await playground.askAndWait('Sent anyway.');
  expect(bodyOf((await upstream.arrived('Sent anyway.')).body)).toHaveProperty('top_a', 0.2);
  // With the keyboard alone, and the focus goes nowhere with the box.
  await page.getByRole('button', { name: 'Reset Top A' }).press('Enter');
  await anyway.press('Space');
  await expect(anyway).toBeHidden();
  await expect(box).toBeFocused();
});

test('a conflict is named in the panel and in the preview', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Temperature', '0.3');
  await unfold(playground, 'Extra JSON');
  await page.getByRole('textbox', { name: 'Extra JSON of this pane' }).fill('{"temperature": 1, "stream": true}');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveAccessibleDescription(/Conflict, not sent/);
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Request' });
  await expect(dialog.getByText('Conflict: The extra JSON wins over the control Temperature.')).toBeVisible();
  await expect(dialog.getByText('Conflict: The extra JSON replaces what the playground builds.')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Headers' })).toContainText('Bearer ••••');
  await expect(dialog).not.toContainText('secret');
});

test('a search finds parameters by label, API name and help, and Esc clears it', async ({ playground, page }) => {
  await playground.open();
  const search = page.getByRole('searchbox', { name: 'Search parameters' });
  await search.fill('top_p');
  await expect(page.getByRole('spinbutton')).toHaveCount(1);
  await expect(page.getByRole('spinbutton', { name: 'Top P' })).toBeVisible();
  await search.fill('tokenizer');
  await expect(page.getByRole('textbox', { name: 'Logit bias' })).toBeVisible();
  await search.fill('max_price');
  await expect(page.getByRole('spinbutton', { name: 'Max price in, $ per 1M' })).toBeVisible();
  await expect(playground.parameters.getByRole('region', { name: 'Providers', exact: true })).toContainText(/tok\/s/);
  await search.fill('no such thing');
  await expect(playground.parameters.getByText('No parameter has this').last()).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toBeVisible();
});
