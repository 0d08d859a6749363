import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';

const DEMO = 'Demo: a built-in simulator answers, not the real models.';

test('a newcomer asks and is answered, and is told that it is a demo', async ({ playground, page }) => {
  await playground.open();
  await expect(page.getByText(DEMO)).toBeVisible();
  await expect(page.getByText(/OPENROUTER_API_KEY/)).toBeVisible();
  const answer = await playground.askAndWait('Which is larger, 9.9 or 9.11?');
  await expect(answer).toContainText(/(\w+\W+){4}/);
  await expect(playground.failure()).toBeHidden();
  await expect(playground.receipt(answer)).toHaveAccessibleName(/billed/);
});

test('the banner, once dismissed, is gone for the session and back in the next', async ({
  playground,
  page,
  browser,
  baseURL,
}) => {
  await playground.open();
  await page.getByRole('button', { name: 'Hide for this session' }).click();
  await expect(page.getByText(DEMO)).toBeHidden();
  await playground.reload();
  await expect(page.getByText(DEMO)).toBeHidden();

  const another = await browser.newContext({ baseURL: baseURL ?? '' });
  const visitor = await another.newPage();
  await visitor.goto('/');
  await expect(visitor.getByText(DEMO)).toBeVisible();
  await another.close();
});

test('the banner offers to add a key, and goes once there is one', async ({ playground, page }) => {
  // The key would go to OpenRouter, which no errand reaches.
  await page.route('**/api/key', (route) => {
    const [owner, upstream] = route.request().method() === 'PUT' ? ['visitor', 'openrouter'] : ['nobody', 'simulator'];
    return route.fulfill({ json: { owner, upstream, sentTo: 'OpenRouter', facts: null, problem: null } });
  });
  await playground.open();
  await page.getByRole('button', { name: 'Add a key' }).click();
  const dialog = page.getByRole('dialog', { name: 'API key' });
  await expect(dialog).toContainText('No key: the built-in simulator answers.');
  await expect(dialog).toContainText('Sealed in a cookie that scripts cannot read; sent to OpenRouter only.');
  await expect(page.getByText(DEMO)).toBeVisible();
  await dialog.getByLabel('Your key').fill('sk-or-v1-mine');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(DEMO)).toBeHidden();
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByText(DEMO)).toBeVisible();
});

test('the banner is in the first HTML, so that nothing is pushed down', async ({ request }) => {
  expect(await (await request.get('/')).text()).toContain(DEMO);
});

test('health says that the simulator answers', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe('no-store');
  expect(await response.json()).toMatchObject({
    ready: true,
    upstream: 'simulator',
    says: 'the built-in simulator (no OPENROUTER_API_KEY is set)',
  });
});

test('faults can be tried here too, and Stop works', async ({ playground, complaints }) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseModel('simulator/error-mid');
  await playground.askAndWait('Fail in the middle.');
  await expect(playground.failure()).toContainText('What arrived is kept.');
  await playground.chooseModel('simulator/keep-alive');
  await playground.ask('Hello?');
  await expect(playground.lastAnswer().getByText('Connecting')).toBeVisible();
  await playground.stop.click();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the banner does not widen the page', async ({ playground, page }) => {
    await playground.open();
    await expect(page.getByText(DEMO)).toBeVisible();
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths).toEqual([360, 360]);
  });
});
