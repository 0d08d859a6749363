import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';

const DEEP = '{"a":'.repeat(10_000);
const HUGE = 5_000_000;

/** What no field of JSON takes, with a piece of what must then be said. */
const BAD_JSON: [typed: string, says: RegExp][] = [
  ['{"50256": ', /not JSON/],
  ['[1, 2]', /must be a JSON object/],
  ['{"__proto__": {"a": 1}}', /“__proto__” is not allowed/],
  ['{"constructor": {"prototype": {"a": 1}}}', /“constructor” is not allowed/],
  [DEEP, /nested deeper/],
  [`{"a":"${'x'.repeat(HUGE)}"}`, /at most 64 KB/],
];

/** Each field that is read from a text: a valid text, what it must come to, and what more it must refuse. */
const FIELDS: [group: string | null, label: string, key: string, valid: string, sent: unknown, bad: typeof BAD_JSON][] =
  [
    [
      'Penalties',
      'Logit bias',
      'logit_bias',
      '{"50256": -100}',
      { '50256': -100 },
      [
        ...BAD_JSON,
        ['{"50256": 101}', /between -100 and 100/],
        ['{"hello": 1}', /not a token id/],
        [JSON.stringify(Object.fromEntries(Array.from({ length: 1025 }, (_, at) => [at, 0]))), /at most 1024/],
      ],
    ],
    [
      'Request',
      'Metadata',
      'metadata',
      '{"experiment": "a"}',
      { experiment: 'a' },
      [
        ...BAD_JSON,
        ['{"a": {"b": 1}}', /must be a text/],
        [JSON.stringify({ a: 'x'.repeat(513) }), /512 characters/],
        [JSON.stringify(Object.fromEntries(Array.from({ length: 17 }, (_, at) => [at, 'v']))), /at most 16/],
      ],
    ],
    ['Extra JSON', 'Extra JSON of this pane', 'future', '{"future": 1}', 1, BAD_JSON],
    [
      null,
      'Stop sequences',
      'stop',
      'END',
      ['END'],
      [
        ['one\ntwo\nthree\nfour\nfive', /at most 4/],
        ['x'.repeat(1001), /1 to 1000/],
        ['x'.repeat(HUGE), /at most 64 KB/],
      ],
    ],
  ];

async function refuses(field: Locator, bad: typeof BAD_JSON): Promise<void> {
  for (const [typed, says] of bad) {
    await field.fill(typed);
    await expect(field).toHaveAccessibleDescription(says);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  }
}

for (const [group, label, key, valid, sent, bad] of FIELDS) {
  test(`${label}: what is malformed, huge or hostile is told, and the last valid value stays`, async ({
    playground,
    page,
    upstream,
  }) => {
    await playground.open();
    await playground.chooseModel('simulator/flood');
    if (group) await playground.parameters.locator('summary').filter({ hasText: group }).click();
    const field = page.getByRole('textbox', { name: label, exact: true });
    await refuses(field, bad);
    await playground.askAndWait(`${label}: none.`);
    expect(JSON.parse((await upstream.arrived(`${label}: none.`)).body)).not.toHaveProperty(key);
    await field.fill(valid);
    await expect(field).not.toHaveAttribute('aria-invalid');
    await refuses(field, bad);
    await expect(field).toHaveAccessibleDescription(/last valid value stays/);
    await playground.askAndWait(`${label}: the last.`);
    expect(JSON.parse((await upstream.arrived(`${label}: the last.`)).body)).toHaveProperty(key, sent);
    expect(await page.evaluate(() => 'a' in {})).toBe(false);
  });
}

test('what our own server refuses in the extra JSON is taken out with one press', async ({
  playground,
  page,
  complaints,
  upstream,
}) => {
  complaints.expect(/Failed to load resource: the server responded with a status of 400/);
  await playground.open();
  await playground.parameters.locator('summary').filter({ hasText: 'Extra JSON' }).click();
  await page.getByRole('textbox', { name: 'Extra JSON of this pane' }).fill('{"messages": "x"}');
  await playground.ask('Refused at home.');
  await playground.failure().getByRole('button', { name: 'Drop messages from the extra JSON' }).click();
  await playground.finished();
  await expect(playground.question('Refused at home.')).toBeVisible();
  expect(await upstream.count('Refused at home.')).toBe(1);
});

test('five million characters are pasted into every kind of field, and the page goes on', async ({
  playground,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.parameters.locator('summary').filter({ hasText: 'Request' }).click();
  const paste = async (field: Locator): Promise<void> => {
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
  };
  // Digits and one letter: what a careless pattern reads again and again.
  await page.evaluate((length) => navigator.clipboard.writeText(`${'1'.repeat(length)}x`), HUGE);
  const temperature = page.getByRole('spinbutton', { name: 'Temperature' });
  await paste(temperature);
  await expect(temperature).toHaveAccessibleDescription(/A number from 0 to 2/);
  for (const label of ['Stop sequences', 'User', 'Metadata']) {
    const field = page.getByRole('textbox', { name: label, exact: true });
    await paste(field);
    await expect(field).toHaveAccessibleDescription(/at most 64 KB/);
    expect((await field.inputValue()).length).toBe(0);
  }
  const search = page.getByRole('searchbox', { name: 'Search parameters' });
  await paste(search);
  await expect(playground.parameters.getByText('No parameter has this').last()).toBeVisible();
  await search.press('Escape');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const pasted = page.getByRole('textbox', { name: 'cURL command or JSON body' });
  await paste(pasted);
  await expect(pasted).toHaveAccessibleDescription(/longer than/);
  await page.keyboard.press('Escape');
  await page.evaluate((length) => navigator.clipboard.writeText('\n'.repeat(length)), HUGE);
  const stop = page.getByRole('textbox', { name: 'Stop sequences', exact: true });
  await paste(stop);
  await expect(stop).toHaveAccessibleDescription(/at most 64 KB/);
  await playground.setParameter('Temperature', '0.5');
  await expect(temperature).toHaveValue('0.5');
});
