import { expect, test } from './support/test';

// A trace would copy the four megabytes at every step.
test.use({ trace: 'off' });

test('a message over the limit is refused with a sentence, and stays in the composer', async ({
  playground,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: the server responded with a status of 413/);
  const long = 'long '.repeat(900_000);
  await playground.open();
  await playground.ask(long);
  const note = playground.failure();
  await expect(note).toContainText('The request is larger than 4 MB.');
  await expect(note.getByRole('button', { name: 'Edit the message' })).toBeVisible();
  await expect(playground.messages).toHaveCount(0);
  expect(await playground.composer.inputValue()).toBe(long);

  await note.getByRole('button', { name: 'Edit the message' }).click();
  await expect(playground.composer).toBeFocused();
  await playground.composer.fill('');
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Shorter.');
  await expect(playground.failure()).toBeHidden();
});
