import { BROKEN_OFF } from './support/complaints';
import { expect, Playground, test } from './support/test';

/** The drafts that the database holds. */
const keptDrafts = (): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('openrouter-playground');
    opening.addEventListener('error', reject);
    opening.addEventListener('success', () => {
      const asked = opening.result.transaction('workspaces').objectStore('workspaces').getAll();
      asked.addEventListener('success', () => {
        opening.result.close();
        resolve((asked.result as { draft: { text: string } }[]).map(({ draft }) => draft.text));
      });
    });
  });

test('two tabs see each other’s turns, settings and growing answers', async ({
  playground,
  page,
  context,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('From the first');
  const second = new Playground(await context.newPage());
  await second.open();
  await expect(second.question('From the first')).toBeVisible();

  await second.setParameter('Temperature', '0.4');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.4');
  await second.askAndWait('From the second');
  await expect(playground.question('From the second')).toBeVisible();
  await expect(playground.receipt(playground.lastAnswer())).toBeVisible();

  await playground.chooseLongAnswer();
  await playground.ask('A long one');
  await expect(second.question('A long one')).toBeVisible();
  await expect(second.lastAnswer().getByText('In another tab')).toBeVisible();
  await expect(second.lastAnswer()).toContainText(/(\w+\W+){30}/);
  await playground.stop.click();
  await expect(second.lastAnswer().getByText('Stopped')).toBeVisible();
});

test('an answer whose tab was closed ends as stopped in the other', async ({ playground, context }) => {
  await playground.open();
  await playground.chooseLongAnswer();
  const second = new Playground(await context.newPage());
  await second.open();
  await second.ask('Cut short');
  await expect(second.lastAnswer()).toContainText(/(\w+\W+){30}/);
  await expect(playground.question('Cut short')).toBeVisible();
  await second.page.close();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
});

test('the loser of a conflict goes on as a conversation of its own, and nothing is gone', async ({
  playground,
  page,
  context,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Common ground');
  // This one hears nothing of the others, as a tab that was asleep.
  const second = new Playground(await context.newPage());
  await second.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  await second.open();
  await expect(second.question('Common ground')).toBeVisible();
  await playground.composer.fill('Mine');
  await expect.poll(() => page.evaluate(keptDrafts)).toEqual(['Mine']);
  await second.composer.fill('Yours');
  await expect(second.page.getByText(/goes on as a conversation of its own/)).toBeVisible();
  await expect(playground.composer).toHaveValue('Mine');
  await expect(second.composer).toHaveValue('Yours');
  await expect.poll(async () => (await page.evaluate(keptDrafts)).toSorted()).toEqual(['Mine', 'Yours']);
  await page.getByRole('button', { name: 'History and presets' }).click();
  const items = page.getByRole('region', { name: 'History', exact: true }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items).toContainText(['Common ground', 'Common ground']);
  await expect(playground.question('Common ground')).toBeVisible();
  await expect(second.question('Common ground')).toBeVisible();
});

test('what one tab deletes and the other goes on with is whole after Undo', async ({ playground, page, context }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Alpha');
  const second = new Playground(await context.newPage());
  await second.open();
  await expect(second.question('Alpha')).toBeVisible();
  await page.getByRole('button', { name: 'History and presets' }).click();
  await page.getByRole('button', { name: 'Actions for Alpha', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await expect(playground.messages).toHaveCount(0);
  await second.askAndWait('Beta');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.question('Beta')).toBeVisible();
  await second.composer.fill('And on.');
  await expect(playground.composer).toHaveValue('And on.');
  await second.reload();
  await expect(second.messages).toHaveCount(4);
  await expect(second.composer).toHaveValue('And on.');
});
