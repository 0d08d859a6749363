import { chromium } from '@playwright/test';
import { expect, Playground, test } from './support/test';

test('a browser that is killed in mid-answer has kept the question, the text so far and the draft', async ({
  baseURL,
  launchOptions,
}, info) => {
  const profile = info.outputPath('profile');
  const visit = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: baseURL ?? '' });
    return { context, playground: new Playground(context.pages()[0] ?? (await context.newPage())) };
  };
  const { context, playground } = await visit();
  await playground.open();
  await playground.chooseLongAnswer();
  await playground.ask('Will this last?');
  await playground.composer.fill('The next question');
  // Written twice a second at most: what came some hundred words ago is kept.
  await expect(playground.lastAnswer()).toContainText(/(\w+\W+){300}/);
  const session = await context.newCDPSession(playground.page);
  const closed = context.waitForEvent('close');
  await session.send('Browser.crash').catch(() => {});
  await closed;

  const { context: next, playground: again } = await visit();
  await again.open();
  await expect(again.question('Will this last?')).toBeVisible();
  await expect(again.lastAnswer().getByText('Stopped')).toBeVisible();
  await expect(again.lastAnswer()).toContainText(/(\w+\W+){20}/);
  await expect(again.composer).toHaveValue('The next question');
  await next.close();
});
