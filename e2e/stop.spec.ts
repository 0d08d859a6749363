import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

test('Stop keeps the text and ends the answer at the upstream', async ({ playground, upstream, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Go on for long.');
  const answer = playground.lastAnswer();
  await expect(answer).toContainText(/(\w+\W+){8}/);
  await playground.stop.click();

  await expect(answer.getByText('Stopped')).toBeVisible();
  await expect(answer).toContainText(/(\w+\W+){8}/);
  await expect(playground.failure()).toBeHidden();
  // What it costs is told some seconds later, and must not read as nothing before.
  await expect(playground.receipt(answer)).toHaveAccessibleName(/¢ (partial|billed)/);
  await expect(playground.receipt(answer)).not.toHaveAccessibleName(/\$0|free/);
  expect(await upstream.wasBrokenOff(await playground.generationId(answer))).toBe(true);

  await playground.composer.fill('And again.');
  await expect(playground.run).toBeEnabled();
});

test('an answer that ends by itself was not broken off', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  const answer = await playground.askAndWait('To the end.');
  await expect(answer.getByText('Stopped')).toBeHidden();
  expect(await upstream.wasBrokenOff(await playground.generationId(answer))).toBe(false);
});

test('Esc stops', async ({ playground, page, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Until Esc.');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){5}/);
  await page.keyboard.press('Escape');
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
  await expect(playground.stop).toBeHidden();
});

test('an upstream that only keeps alive can be stopped, and asked anew', async ({ playground, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseModel('simulator/keep-alive');
  await playground.ask('Anybody there?');
  await expect(playground.lastAnswer().getByText('Connecting')).toBeVisible();
  // Emptied once it is accepted; what is stopped before that was never asked.
  await expect(playground.composer).toHaveValue('');
  await playground.stop.click();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
  await expect(playground.question('Anybody there?')).toBeVisible();

  await playground.chooseModel('simulator/flood');
  await playground.lastAnswer().getByRole('button', { name: 'Regenerate' }).click();
  await playground.finished();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeHidden();
});

test('stopped before it was accepted, nothing was asked and the text is still there', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await page.route('**/api/chat', () => {});
  const asked = page.waitForRequest('**/api/chat');
  await playground.ask('Never mind.');
  // Before this, the part that sends may still be on its way: the errand below.
  await asked;
  await playground.stop.click();
  await expect(playground.composer).toHaveValue('Never mind.');
  await expect(playground.messages).toHaveCount(0);
  await expect(playground.failure()).toBeHidden();
  await expect(playground.run).toBeVisible();
});

test('stopped while the part that sends was still on its way, nothing is sent', async ({ playground, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat')) asked.push(request.method());
  });
  await playground.open();
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_next/**/*.js', async (route) => {
    await arrived;
    await route.fallback();
  });
  await playground.ask('Too early.');
  await playground.stop.click();
  await expect(playground.run).toBeVisible();
  await expect(playground.composer).toHaveValue('Too early.');
  arrive();
  // What is asked next is the first that is sent at all.
  await playground.askAndWait('In time.');
  expect(asked).toEqual(['POST']);
  await expect(playground.question('Too early.')).toHaveCount(0);
});

test('pressing Stop never sends what was typed meanwhile', async ({ playground, upstream, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('The one that was sent.');
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){5}/);
  await playground.composer.fill('The one that was not.');
  await playground.stop.click();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
  await expect(playground.run).toBeVisible();
  await expect(playground.composer).toHaveValue('The one that was not.');
  await expect(playground.composer).toBeFocused();
  await expect(playground.messages).toHaveCount(2);
  expect(await upstream.count('The one that was not.')).toBe(0);
});
