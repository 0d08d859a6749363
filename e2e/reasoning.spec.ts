import { expect, test } from './support/test';

test('reasoning is shown as it comes, with its time, and folds away', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/thinking');
  await playground.ask('Think it over.');
  const answer = playground.lastAnswer();
  await expect(answer.getByText('Thinking', { exact: true })).toBeVisible();
  await expect(answer.getByText(/^Thinking \d/)).toBeVisible();
  const thoughts = answer.getByRole('region', { name: 'Reasoning' });
  await expect(thoughts).toContainText(/(\w+\W+){10}/);
  // Only thoughts yet: the answer comes after them.
  await expect(answer.getByText('Writing', { exact: true })).toBeHidden();

  await playground.finished();
  const summary = answer.getByText(/^Thought for [\d.]+ s$/);
  await expect(summary).toBeVisible();
  await expect(playground.receipt(answer)).toHaveAccessibleName(/\(0 cached, 1,200 reasoning\)/);
  await summary.click();
  await expect(thoughts).toBeHidden();
  await summary.click();
  await expect(thoughts).toBeVisible();
});

test('an answer that was all reasoning says why there is no text', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/all-reasoning');
  await playground.setParameter('Max tokens', '40');
  const answer = await playground.askAndWait('Too much thought.');
  await expect(answer.getByText(/^Thought for/)).toBeVisible();
  await expect(playground.receipt(answer)).toHaveAccessibleName(/40 reasoning/);
  await expect(playground.failure()).toContainText('All 40 tokens went to reasoning before the first word.');
  await playground.failure().getByRole('button', { name: 'Drop Max tokens' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await expect(playground.page.getByRole('spinbutton', { name: 'Max tokens', exact: true })).toHaveValue('');
});
