import { expect, test } from './support/test';

test('variables are filled at send, seen filled before, and a missing one keeps from sending', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.parameters.getByRole('textbox', { name: /System prompt/ }).fill('Be {{tone}}.');
  await playground.composer.fill('Variable errand about {{thing}}, {{ tone }}.');
  const fields = page.getByRole('group', { name: 'Variables' });
  await expect(fields.getByRole('textbox')).toHaveCount(2);
  await expect(fields).toContainText('Fill {{tone}}, {{thing}} first.');
  await expect(playground.run).toHaveAttribute('aria-disabled', 'true');
  await expect(playground.run).toHaveAccessibleDescription('Fill {{tone}}, {{thing}} first.');
  await playground.composer.press('Enter');
  await fields.getByRole('textbox', { name: 'tone' }).fill('brief');
  await expect(fields).toContainText('Fill {{thing}} first.');
  await playground.composer.press('Enter');
  await expect(playground.messages).toHaveCount(0);
  await fields.getByRole('textbox', { name: 'thing' }).fill('links {{tone}}');

  await page.getByRole('button', { name: 'Request', exact: true }).click();
  const preview = page.getByRole('dialog', { name: 'Request' });
  await expect(preview).toContainText('"Be brief."');
  await expect(preview).toContainText('"Variable errand about links {{tone}}, brief."');
  await page.keyboard.press('Escape');

  await playground.composer.press('Enter');
  await expect(playground.question('Variable errand about links {{tone}}, brief.')).toBeVisible();
  await playground.finished();
  const { messages } = JSON.parse((await upstream.arrived('Variable errand')).body) as { messages: object[] };
  expect(messages).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Variable errand about links {{tone}}, brief.' },
  ]);
  expect(await upstream.count('Variable errand')).toBe(1);

  // Recalled as it was written, and the values are still there, also after a reload.
  await playground.composer.press('ArrowUp');
  await expect(playground.composer).toHaveValue('Variable errand about {{thing}}, {{ tone }}.');
  await expect(fields.getByRole('textbox', { name: 'tone' })).toHaveValue('brief');
  await playground.reload();
  await expect(fields.getByRole('textbox', { name: 'thing' })).toHaveValue('links {{tone}}');
});

test('a prompt about templates is sent as it is written', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.composer.fill('Explain {{slot}} in Vue.');
  await page.getByRole('group', { name: 'Variables' }).getByRole('button', { name: 'As written' }).click();
  await playground.composer.press('Enter');
  await playground.finished();
  expect((await upstream.arrived('in Vue.')).body).toContain('Explain {{slot}} in Vue.');
});

test('an answer made anew waits for the variables of the system prompt', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  const answer = await playground.askAndWait('First.');
  await playground.parameters.getByRole('textbox', { name: /System prompt/ }).fill('Be {{tone}}.');
  await expect(page.getByRole('textbox', { name: 'tone', exact: true })).toBeVisible();
  await answer.getByRole('button', { name: 'Regenerate' }).click();
  await expect(playground.failure()).toContainText('Fill {{tone}} first.');
  await page.getByRole('textbox', { name: 'tone', exact: true }).fill('brief');
  await answer.getByRole('button', { name: 'Regenerate' }).click();
  await expect(page.getByText('2 of 2')).toBeVisible();
});
