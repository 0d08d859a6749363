import { expect, test } from './support/test';

test('Regenerate keeps the old answer as a version beside the new one', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Twice, please.');
  await playground.chooseModel('simulator/echo');
  await playground.lastAnswer().getByRole('button', { name: 'Regenerate' }).click();
  await playground.finished();

  const answer = playground.lastAnswer();
  await expect(answer.getByText('2 of 2')).toBeVisible();
  await expect(answer).toContainText('"simulator/echo"');
  await expect(answer.getByRole('button', { name: 'Next version' })).toBeDisabled();
  await answer.getByRole('button', { name: 'Previous version' }).click();
  await expect(answer.getByText('1 of 2')).toBeVisible();
  await expect(answer).not.toContainText('"simulator/echo"');
  await answer.getByRole('button', { name: 'Next version' }).click();
  await expect(answer).toContainText('"simulator/echo"');
  await expect(playground.messages).toHaveCount(2);
});

test('an edited question is sent again, and the old one is a version away', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/echo');
  await playground.askAndWait('Spelt wrnog.');
  const question = playground.messages.first();
  await question.hover();
  await question.getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'Edit message' });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue('Spelt wrnog.');
  await editor.fill('Spelt right.');
  await editor.press('Enter');
  await expect(editor).toBeHidden();
  await playground.finished();

  await expect(playground.messages).toHaveCount(2);
  await expect(question).toContainText('Spelt right.');
  await expect(playground.lastAnswer()).toContainText('Spelt right.');
  const sent = JSON.parse((await upstream.arrived('Spelt right.')).body) as { messages: unknown[] };
  expect(sent.messages).toEqual([{ role: 'user', content: 'Spelt right.' }]);
  await question.getByRole('button', { name: 'Previous version' }).click();
  await expect(question).toContainText('Spelt wrnog.');
  await expect(playground.lastAnswer()).toContainText('Spelt wrnog.');
});

test('Esc leaves an edit without a trace', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('As it was.');
  const question = playground.messages.first();
  await question.hover();
  await question.getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'Edit message' });
  await editor.fill('Something else.');
  await editor.press('Escape');
  await expect(editor).toBeHidden();
  await expect(question).toContainText('As it was.');
  await expect(question.getByText('of 2')).toBeHidden();
  // The focus is not lost with the editor.
  await expect(question.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
});

test('Delete takes a message with all that follows, and Undo brings it back', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('First question.');
  await playground.askAndWait('Second question.');
  const second = playground.messages.nth(2);
  await second.hover();
  await second.getByRole('button', { name: 'Delete' }).click();
  await expect(playground.messages).toHaveCount(2);
  await expect(page.getByText('Second question.')).toBeHidden();

  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(playground.messages).toHaveCount(4);
  await expect(playground.question('Second question.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Message deleted')).toBeHidden();
});

test('an answer can be deleted, and the question that is left is answered by an empty Run', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Once more.');
  const answer = playground.lastAnswer();
  await answer.hover();
  await answer.getByRole('button', { name: 'Delete' }).click();
  await expect(playground.messages).toHaveCount(1);
  await playground.composer.press('Enter');
  await expect(playground.messages).toHaveCount(2);
  await playground.finished();
});

test('Copy puts the text on the clipboard', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Word for word.');
  const question = playground.messages.first();
  await question.hover();
  await question.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Word for word.');
});

test('an edited answer stands beside the one that came, is sent as the model’s own, and costs nothing', async ({
  playground,
  page,
}) => {
  await playground.open();
  const answer = await playground.askAndWait('First.');
  await answer.hover();
  await answer.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'Edit this answer' }).click();
  const editor = answer.getByRole('textbox', { name: 'Edit message' });
  await expect(editor).toBeFocused();
  await editor.fill('My own words.');
  await answer.getByRole('button', { name: 'Save as a version' }).click();
  await expect(playground.lastAnswer()).toContainText('My own words.');
  await expect(playground.lastAnswer().getByText('Edited by you')).toBeVisible();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.composer.fill('Second.');
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  await expect(page.getByRole('dialog').getByText(/"content": "My own words\."/)).toBeVisible();
});

test('a conversation goes on from any message, and branches into one of its own', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/echo');
  await playground.askAndWait('One.');
  await playground.askAndWait('Two.');
  const first = playground.messages.nth(1);
  const act = async (name: string): Promise<void> => {
    await first.hover();
    await first.getByRole('button', { name: /^More for / }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const undo = page.getByRole('button', { name: 'Undo' }).last();
  await act('Continue from here');
  await expect(playground.messages).toHaveCount(2);
  await undo.click();
  await expect(playground.messages).toHaveCount(4);
  await act('Continue from here');
  await playground.askAndWait('Another two.');
  await expect(playground.question('Another two.').getByText('2 of 2')).toBeVisible();

  await act('Branch into a new conversation');
  await expect(playground.messages).toHaveCount(2);
  await page.getByRole('button', { name: 'History and presets' }).click();
  const items = page.getByRole('region', { name: 'History', exact: true }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await undo.click();
  await expect(playground.messages).toHaveCount(4);
  // Nothing was said in the branch, so nobody would look for it.
  await expect(items).toHaveCount(1);
});
