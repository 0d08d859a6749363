import { BROKEN_OFF } from './support/complaints';
import { expect, test } from './support/test';
import type { Playground } from './support/playground';

const fromEnd = ({ conversation }: Playground): Promise<number> =>
  conversation.evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight));
const top = ({ conversation }: Playground): Promise<number> => conversation.evaluate((box) => box.scrollTop);
const height = ({ conversation }: Playground): Promise<number> => conversation.evaluate((box) => box.scrollHeight);

test('the end stays in view while text comes, until the reader scrolls up', async ({
  playground,
  page,
  complaints,
}) => {
  complaints.expect(BROKEN_OFF);
  await page.setViewportSize({ width: 1100, height: 500 });
  await playground.open();
  await playground.chooseModel('simulator/paced-500');
  await playground.askAndWait('Fill the screen.');
  expect(await fromEnd(playground)).toBeLessThan(48);

  await playground.chooseLongAnswer();
  await playground.ask('And more.');
  const first = await height(playground);
  await expect.poll(() => height(playground)).toBeGreaterThan(first + 60);
  expect(await fromEnd(playground)).toBeLessThan(48);
  const jump = page.getByRole('button', { name: 'Jump to latest' });
  await expect(jump).toBeHidden();

  await playground.conversation.hover();
  await page.mouse.wheel(0, -400);
  await expect(jump).toBeVisible();
  const where = await top(playground);
  const then = await height(playground);
  await expect.poll(() => height(playground)).toBeGreaterThan(then + 60);
  // What is being read has not moved while the text grew.
  expect(await top(playground)).toBe(where);
  await expect(jump).toBeVisible();

  await jump.click();
  await expect(jump).toBeHidden();
  const held = await height(playground);
  await expect.poll(() => height(playground)).toBeGreaterThan(held + 60);
  expect(await fromEnd(playground)).toBeLessThan(48);
  await playground.stop.click();
  await expect(playground.lastAnswer().getByText('Stopped')).toBeVisible();
});

test('scrolling back to the end takes hold again, and a new question always does', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1100, height: 500 });
  await playground.open();
  await playground.chooseModel('simulator/markdown-500');
  await playground.askAndWait('A long one.');
  await playground.conversation.hover();
  const jump = page.getByRole('button', { name: 'Jump to latest' });
  await page.mouse.wheel(0, -500);
  await expect(jump).toBeVisible();
  await page.mouse.wheel(0, 5000);
  await expect(jump).toBeHidden();
  await page.mouse.wheel(0, -900);
  await expect(jump).toBeVisible();

  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('The next one.');
  await expect(jump).toBeHidden();
  await expect.poll(() => fromEnd(playground)).toBeLessThan(48);
});

test('after a reload, the end of the conversation is in view', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1100, height: 500 });
  await playground.open();
  await playground.chooseModel('simulator/markdown-500');
  await playground.askAndWait('A long one.');
  await playground.reload();
  await expect(playground.receipt(playground.lastAnswer())).toBeInViewport();
  await expect.poll(() => fromEnd(playground)).toBeLessThan(48);
});
