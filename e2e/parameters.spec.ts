import { expect, test } from './support/test';

const bodyOf = (text: string) => JSON.parse(text) as Record<string, unknown>;

interface Row {
  id: string;
  supportedParameters: string[] | null;
}

test('what is set is sent, and what is not set is absent', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Nothing set.');
  const plain = bodyOf((await upstream.arrived('Nothing set.')).body);
  expect(Object.keys(plain)).toEqual(['model', 'messages', 'stream']);

  await playground.setParameter('Temperature', '0.3');
  await playground.setParameter('Top P', '0.9');
  await playground.setParameter('Max tokens', '12');
  await playground.askAndWait('All set.');
  const set = bodyOf((await upstream.arrived('All set.')).body);
  expect(set).toMatchObject({ temperature: 0.3, top_p: 0.9, max_tokens: 12 });

  await page.getByRole('button', { name: 'Reset Temperature' }).click();
  await expect(page.getByRole('slider', { name: 'Temperature' })).toBeFocused();
  await playground.askAndWait('One unset again.');
  const some = bodyOf((await upstream.arrived('One unset again.')).body);
  expect(some).not.toHaveProperty('temperature');
  expect(some).toMatchObject({ top_p: 0.9, max_tokens: 12 });

  await page.getByRole('button', { name: 'Reset all' }).click();
  await playground.askAndWait('Nothing left.');
  expect(Object.keys(bodyOf((await upstream.arrived('Nothing left.')).body))).toEqual(['model', 'messages', 'stream']);
});

test('zero is a value and not an absence', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Temperature', '0');
  await playground.askAndWait('As cold as can be.');
  expect(bodyOf((await upstream.arrived('As cold as can be.')).body)).toHaveProperty('temperature', 0);
});

test('a number outside the range is told and never sent', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  const box = page.getByRole('spinbutton', { name: 'Temperature' });
  await box.fill('7');
  await expect(box).toHaveAccessibleDescription(/0.*2/);
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  // The field goes back to what is in force, and the sentence does not go with it.
  await box.press('Tab');
  await expect(box).toHaveValue('');
  await expect(box).toHaveAccessibleDescription('A number from 0 to 2; “7” was not taken.');
  await box.fill('1');
  await expect(box).not.toHaveAccessibleDescription(/not taken/);
  await box.fill('8');
  await box.blur();
  await expect(box).toHaveValue('1');
  await expect(box).toHaveAccessibleDescription(/“8” was not taken/);
  await page.getByRole('button', { name: 'Reset Temperature' }).click();
  await expect(box).not.toHaveAccessibleDescription(/not taken/);
  await box.fill('7');
  await playground.askAndWait('Too hot.');
  expect(bodyOf((await upstream.arrived('Too hot.')).body)).not.toHaveProperty('temperature');
});

test('a parameter that the model does not take is dropped, and the panel says so', async ({
  playground,
  page,
  request,
  upstream,
}) => {
  const { models } = (await (await request.get('/api/models')).json()) as { models: Row[] };
  const reluctant = models.find(
    ({ id, supportedParameters: list }) =>
      list?.includes('max_tokens') &&
      !list.includes('temperature') &&
      !id.startsWith('simulator/') &&
      !id.startsWith('~'),
  );
  expect(reluctant).toBeDefined();
  await playground.open();
  await playground.setParameter('Temperature', '0.3');
  await playground.setParameter('Max tokens', '20');
  await playground.chooseModel(reluctant?.id ?? '');
  const box = page.getByRole('spinbutton', { name: 'Temperature' });
  await expect(box).toHaveAccessibleDescription(/does not take Temperature: the value is kept, but not sent/);
  await expect(box).toHaveValue('0.3');
  await playground.askAndWait('Without warmth.');
  const body = bodyOf((await upstream.arrived('Without warmth.')).body);
  expect(body).not.toHaveProperty('temperature');
  expect(body).toHaveProperty('max_tokens', 20);

  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('With warmth.');
  expect(bodyOf((await upstream.arrived('With warmth.')).body)).toHaveProperty('temperature', 0.3);
});

test('the system prompt arrives as the first message, and an empty one not at all', async ({
  playground,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  const system = playground.parameters.getByRole('textbox', { name: /System prompt/ });
  await system.fill('You are a lighthouse.');
  await playground.askAndWait('Who are you?');
  expect(bodyOf((await upstream.arrived('Who are you?')).body)['messages']).toEqual([
    { role: 'system', content: 'You are a lighthouse.' },
    { role: 'user', content: 'Who are you?' },
  ]);
  await system.fill('   ');
  await playground.beginAnew();
  await playground.askAndWait('And now?');
  expect(bodyOf((await upstream.arrived('And now?')).body)['messages']).toEqual([
    { role: 'user', content: 'And now?' },
  ]);
});
