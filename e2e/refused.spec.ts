import { expect, test } from './support/test';

test('offline, nothing is lost, and Try again sends it once the line is back', async ({
  playground,
  context,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
  complaints.expect(/request failed: POST \/api\/chat net::ERR_INTERNET_DISCONNECTED/);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('While the line is up.');
  await context.setOffline(true);
  await playground.ask('Into the void.');
  const note = playground.failure();
  await expect(note).toContainText('You are offline. The text is kept.');
  await expect(playground.composer).toHaveValue('Into the void.');
  await expect(playground.messages).toHaveCount(2);

  await context.setOffline(false);
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(playground.question('Into the void.')).toBeVisible();
  await playground.finished();
  await expect(note).toBeHidden();
  await expect(playground.composer).toHaveValue('');
});

test('an answer that ends without its end keeps what arrived', async ({ playground, page }) => {
  // Between server and browser stands a network too, which no upstream can break.
  const events = [
    { type: 'start' },
    { type: 'text-start', id: '0' },
    { type: 'text-delta', id: '0', delta: 'Half of it' },
  ];
  await page.route('**/api/chat', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''),
    }),
  );
  await playground.open();
  const answer = await playground.askAndWait('Cut me off.');
  await expect(answer).toContainText('Half of it');
  await expect(playground.failure()).toContainText(
    'The connection broke before the answer was complete. What arrived is kept.',
  );
});

test('a host that answers in our place is told by its status', async ({ playground, page, complaints }) => {
  complaints.expect(/Failed to load resource: the server responded with a status of 504/);
  await page.route('**/api/chat', (route) => route.fulfill({ status: 504, body: '<h1>Gateway timeout</h1>' }));
  await playground.open();
  await playground.ask('Hello?');
  await expect(playground.failure()).toContainText('The server answered with status 504.');
  await expect(playground.composer).toHaveValue('Hello?');
  await expect(playground.messages).toHaveCount(0);
});
