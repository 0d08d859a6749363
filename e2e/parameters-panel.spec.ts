import type { Page } from '@playwright/test';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

type Body = Record<string, unknown>;
const bodyOf = (text: string): Body => JSON.parse(text) as Body;

const number = (value: string) => (page: Page, label: string) =>
  page.getByRole('spinbutton', { name: label, exact: true }).fill(value);
const choice = (value: string) => (page: Page, label: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOption(value);
const text = (value: string) => (page: Page, label: string) =>
  page.getByRole('textbox', { name: label, exact: true }).fill(value);

/** Each control by its label: how to set it, and what must then be in the body. */
const ROWS: [group: string, label: string, set: (page: Page, label: string) => Promise<unknown>, sent: Body][] = [
  ['Sampling', 'Temperature', number('0'), { temperature: 0 }],
  ['Sampling', 'Top P', number('0.9'), { top_p: 0.9 }],
  ['Sampling', 'Top K', number('40'), { top_k: 40 }],
  ['Sampling', 'Min P', number('0.05'), { min_p: 0.05 }],
  ['Sampling', 'Top A', number('0,1'), { top_a: 0.1 }],
  ['Sampling', 'Seed', number('-7'), { seed: -7 }],
  ['Length', 'Max tokens', number('64'), { max_tokens: 64 }],
  ['Length', 'Stop sequences', text('END\n\\n\\nUser:'), { stop: ['END', '\n\nUser:'] }],
  ['Penalties', 'Frequency penalty', number('-0.5'), { frequency_penalty: -0.5 }],
  ['Penalties', 'Presence penalty', number('0.5'), { presence_penalty: 0.5 }],
  ['Penalties', 'Repetition penalty', number('1.1'), { repetition_penalty: 1.1 }],
  ['Penalties', 'Logit bias', text('{"50256": -100}'), { logit_bias: { '50256': -100 } }],
  [
    'Reasoning',
    'Reasoning effort',
    choice('low'),
    { reasoning: { effort: 'low', max_tokens: 32, exclude: false, enabled: true } },
  ],
  ['Reasoning', 'Reasoning tokens', number('32'), {}],
  ['Reasoning', 'Hide reasoning', choice('false'), {}],
  ['Reasoning', 'Reasoning', choice('true'), {}],
  ['Output', 'Response format', text('{"type": "text"}'), { response_format: { type: 'text' } }],
  ['Output', 'Verbosity', choice('high'), { verbosity: 'high' }],
  ['Output', 'Logprobs', choice('true'), { logprobs: true }],
  ['Output', 'Top logprobs', number('2'), { top_logprobs: 2 }],
  ['Request', 'Parallel tool calls', choice('false'), { parallel_tool_calls: false }],
  ['Request', 'Service tier', choice('flex'), { service_tier: 'flex' }],
  ['Request', 'User', text('someone'), { user: 'someone' }],
  ['Request', 'Session id', text('a session'), { session_id: 'a session' }],
  ['Request', 'Metadata', text('{"experiment": "a"}'), { metadata: { experiment: 'a' } }],
  ['Extra JSON', 'Extra JSON of this pane', text('{"future_field": [1, null]}'), { future_field: [1, null] }],
];

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

test('every parameter has a labelled control whose value reaches the upstream, as the preview says', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await unfold(playground, ...GROUPS);
  for (const [, label, set] of ROWS) await set(page, label);
  await playground.composer.fill('Everything set.');
  const preview = await previewed(page);
  await playground.composer.press('Enter');
  const arrived = await upstream.arrived('Everything set.');
  expect(arrived.body).toBe(preview);
  const wanted = Object.assign({}, ...ROWS.map(([, , , sent]) => sent)) as Body;
  expect(bodyOf(arrived.body)).toMatchObject(wanted);
  expect(Object.keys(bodyOf(arrived.body)).sort()).toEqual(
    ['model', 'messages', 'stream', ...Object.keys(wanted)].sort(),
  );
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
  await page.getByRole('button', { name: 'Reset all' }).click();
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
  await page.getByRole('checkbox', { name: 'Send anyway: Top A' }).check();
  await expect(box).toHaveAccessibleDescription(/Sent because you asked for it/);
  await playground.askAndWait('Sent anyway.');
  expect(bodyOf((await upstream.arrived('Sent anyway.')).body)).toHaveProperty('top_a', 0.2);
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

for (const [what, typed, says] of [
  ['half an object', '{"50256": ', /not JSON/],
  ['a hostile key', '{"__proto__": {"a": 1}}', /“__proto__” is not allowed/],
  ['deep nesting', '{"a":'.repeat(10_000), /nested deeper/],
  ['5 MB', `{"a":"${'x'.repeat(5_000_000)}"}`, /at most 64 KB/],
  ['a bias out of range', '{"50256": 101}', /between -100 and 100/],
] as const) {
  test(`the last valid value stays in force: ${what}`, async ({ playground, page, upstream }) => {
    await playground.open();
    await playground.chooseModel('simulator/flood');
    await unfold(playground, 'Penalties');
    const field = page.getByRole('textbox', { name: 'Logit bias' });
    await field.fill('{"50256": -100}');
    await field.fill(typed);
    await expect(field).toHaveAccessibleDescription(says);
    await expect(field).toHaveAccessibleDescription(/last valid value stays/);
    await playground.askAndWait(`Bad input: ${what}.`);
    const body = bodyOf((await upstream.arrived(`Bad input: ${what}.`)).body);
    expect(body['logit_bias']).toEqual({ '50256': -100 });
  });
}

test('a search finds parameters by label, API name and help, and Esc clears it', async ({ playground, page }) => {
  await playground.open();
  const search = page.getByRole('searchbox', { name: 'Search parameters' });
  await search.fill('top_p');
  await expect(page.getByRole('spinbutton')).toHaveCount(1);
  await expect(page.getByRole('spinbutton', { name: 'Top P' })).toBeVisible();
  await search.fill('tokenizer');
  await expect(page.getByRole('textbox', { name: 'Logit bias' })).toBeVisible();
  await search.fill('no such thing');
  await expect(playground.parameters.getByText('No parameter has this').last()).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toBeVisible();
});
