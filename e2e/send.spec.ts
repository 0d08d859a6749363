import { expect, test } from './support/test';

test('a question is answered as it is written, and ends with a receipt', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/paced-100');
  await playground.ask('Say something long.');

  await expect(playground.question('Say something long.')).toBeVisible();
  await expect(playground.composer).toHaveValue('');
  // While it runs, some of the text is there and the end is not.
  const answer = playground.lastAnswer();
  await expect(answer).toContainText(/(\w+\W+){5}/);
  await expect(answer.getByText('Writing')).toBeVisible();
  await expect(playground.stop).toBeVisible();
  const early = await answer.innerText();

  await playground.finished();
  expect((await answer.innerText()).length).toBeGreaterThan(early.length);
  await expect(answer.getByText('Writing')).toBeHidden();
  const receipt = playground.receipt(answer);
  await expect(receipt).toHaveAccessibleName(
    /\d m?s first token · [\d.]+ s · [\d,]+ tok\/s \d+ → 500 \(0 cached, 0 reasoning\) · 0\.\d+¢ billed/,
  );
  await receipt.click();
  const figures = playground.page.getByRole('dialog', { name: 'Receipt' });
  await expect(figures.getByText('usage.cost, as billed')).toBeVisible();
  await expect(figures.getByText('measured at the server')).toBeVisible();
  await expect(figures.getByText(/^gen-/)).toBeVisible();
  await expect(figures.getByText('length', { exact: false })).toBeVisible();
});

test('the composer keeps the text until the server has accepted it', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  let letThrough = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/api/chat', async (route) => {
    await gate;
    await route.continue();
  });
  await playground.ask('On its way.');
  await expect(playground.stop).toBeVisible();
  await expect(playground.composer).toHaveValue('On its way.');
  await expect(playground.messages).toHaveCount(0);

  letThrough();
  await expect(playground.composer).toHaveValue('');
  await expect(playground.messages).toHaveCount(2);
  await playground.finished();
});

test('what is typed while the request is on its way stays in the composer', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  let letThrough = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/api/chat', async (route) => {
    await gate;
    await route.continue();
  });
  await playground.ask('First thought.');
  await expect(playground.stop).toBeVisible();
  await playground.composer.fill('Second thought.');
  letThrough();
  await playground.finished();
  await expect(playground.question('First thought.')).toBeVisible();
  await expect(playground.composer).toHaveValue('Second thought.');
});

test('the button runs, and a suggested prompt is only filled in', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await expect(playground.run).toHaveAccessibleDescription('Type a message first');
  await page.getByRole('button', { name: /^Which is larger\?/ }).click();
  await expect(playground.composer).toHaveValue(/9\.9 or 9\.11/);
  await expect(playground.composer).toBeFocused();
  await expect(playground.messages).toHaveCount(0);

  await playground.run.click();
  await playground.finished();
  await expect(playground.question('9.9 or 9.11')).toBeVisible();
});

test('a second question carries the first exchange with it', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/dated');
  await playground.askAndWait('The first of two.');
  await playground.askAndWait('The second of two.');
  const { messages } = JSON.parse((await upstream.arrived('The second of two.')).body) as {
    messages: { role: string; content: string }[];
  };
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  expect(messages[1]?.content).not.toBe('');
});

test('the served model is told, and a dated name is no fallback', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/dated');
  const answer = await playground.askAndWait('Under which name?');
  await expect(answer.getByText(/Fallback used/)).toBeHidden();
  await playground.receipt(answer).click();
  const figures = page.getByRole('dialog', { name: 'Receipt' });
  await expect(figures.getByText('simulator/dated', { exact: true })).toBeVisible();
  await expect(figures.getByText(/^simulator\/dated-.+/)).toBeVisible();
});
