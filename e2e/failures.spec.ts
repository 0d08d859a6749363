import { FAILURES } from './support/failures';
import { expect, test } from './support/test';

const all = Object.entries(FAILURES);
const groups: [when: string, errands: typeof all][] = [
  ['with a 4xx', all.filter(([id]) => /\/4/.test(id))],
  ['of the provider', all.filter(([id, { kept }]) => !/\/4/.test(id) && !kept)],
  ['in the middle of the text, which stays', all.filter(([, { kept }]) => kept)],
];

for (const [when, errands] of groups) {
  test(`a failure ${when} is a sentence, its cause, what mends it and everything known`, async ({ playground }) => {
    await playground.open();
    for (const [model, { says, cause, buttons, kept }] of errands) {
      await test.step(model, async () => {
        await playground.chooseModel(model);
        const answer = await playground.askAndWait(`Go wrong, ${model}.`);
        const note = answer.getByRole('group', { name: 'Failure' });
        await expect(note.getByRole('alert')).toContainText(says);
        await expect(note.getByRole('code').first()).toContainText(cause);
        const shown = note.locator('button:not(details *), a');
        await expect(shown).toHaveText(buttons.map((label) => new RegExp(`^${label}`)));
        if (kept) await expect(answer).toContainText(/(\w+\W+){6}/);
        else await expect(note).not.toContainText('What arrived is kept.');

        await note.getByText('Details', { exact: true }).click();
        const details = note.getByRole('region', { name: 'Details' });
        const known = JSON.parse(await details.innerText()) as { stage: string; message: string };
        expect(known.stage).toMatch(/^(before|stream|cut|empty)$/);
        expect(known.message).not.toBe('');
        // It failed alone: the question stays, and the next one can be asked.
        await expect(playground.question(`Go wrong, ${model}.`)).toBeVisible();
        await expect(playground.composer).toHaveValue('');
        await expect(playground.stop).toBeHidden();
      });
    }
  });
}

test('a wait counts down, acts at its end when pressed before, and lets go when pressed again', async ({
  playground,
  page,
}) => {
  await page.clock.install();
  await playground.open();
  await playground.chooseModel('simulator/503');
  await playground.askAndWait('Wait for it.');
  const note = playground.failure();
  const wait = note.getByRole('button', { name: /^Try again in \d+ s$/ });
  await expect(wait).toBeVisible();
  await wait.click();
  await note.getByRole('button', { name: /^Trying again in \d+ s: press to stop$/ }).click();
  await page.clock.runFor(20_000);
  const again = note.getByRole('button', { name: 'Try again', exact: true });
  await expect(again).toBeVisible();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeHidden();
  await again.click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground
    .failure()
    .getByRole('button', { name: /^Try again in/ })
    .click();
  await page.clock.runFor(20_000);
  await expect(playground.lastAnswer().getByText('3 of 3')).toBeVisible();
});

test('a rule that leaves no provider: the button drops it, and the model answers', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('openai/gpt-4o-mini');
  await playground.parameters.locator('summary').filter({ hasText: 'Provider routing' }).click();
  await playground.setParameter('Max price in, $ per 1M', '0.01');
  await playground.askAndWait('At any price.');
  await expect(playground.failure()).toContainText('No provider is left under the price limit.');
  // What was dropped by hand needs no button any more.
  const drop = playground.failure().getByRole('button', { name: 'Drop the price limit' });
  await expect(drop).toBeVisible();
  await playground.setParameter('Max price in, $ per 1M', '');
  await expect(drop).toBeHidden();
  await playground.setParameter('Max price in, $ per 1M', '0.01');
  await drop.click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
  await expect.poll(() => upstream.count('At any price.')).toBe(2);
});

test('a conversation that is too long: the button asks again without the earlier turns, which stay', async ({
  playground,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('openai/gpt-3.5-turbo');
  await playground.askAndWait(`The first of the turns. ${'word '.repeat(12_500)}`);
  // Of 16,385 tokens this leaves too few for what was said.
  await playground.setParameter('Max tokens', '4096');
  await playground.askAndWait('And more?');
  await expect(playground.failure()).toContainText(
    'The conversation, with room for the answer, is longer than the model can read.',
  );
  await playground.failure().getByRole('button', { name: 'Ask without the earlier turns' }).click();
  await expect(playground.messages).toHaveCount(2);
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
  const { body } = await upstream.arrived('And more?');
  expect(body).not.toContain('The first of the turns.');
  await playground.question('And more?').getByRole('button', { name: 'Previous version' }).click();
  await expect(playground.question('The first of the turns.')).toBeVisible();
});

test('a request that is not accepted: the button shows it', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/400');
  await playground.askAndWait('Not like this.');
  await playground.failure().getByRole('button', { name: 'Show the request' }).click();
  await expect(page.getByRole('dialog', { name: 'Request' })).toBeVisible();
});

test('402: the button uses the tokens that the credit still pays for', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/402');
  await playground.askAndWait('Too dear.');
  await expect(playground.failure()).toContainText('2,210 tokens are affordable.');
  await playground.failure().getByRole('button', { name: 'Use 2,210 tokens' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await expect(playground.page.getByRole('spinbutton', { name: 'Max tokens' })).toHaveValue('2210');
  await expect.poll(() => upstream.count('"max_tokens":2210')).toBeGreaterThan(0);
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
});

test('a model that does not exist: the button opens the picker, and the chosen one answers', async ({ playground }) => {
  await playground.open();
  await playground.modelButton().click();
  const search = playground.picker.getByRole('combobox');
  await search.fill('nobody/never-was');
  await expect(playground.picker.getByRole('option', { selected: true })).toContainText('Use “nobody/never-was”');
  await search.press('Enter');
  await playground.askAndWait('Anybody?');
  const note = playground.failure();
  await expect(note).toContainText(/nobody\/never-was/);
  await note.getByRole('button', { name: 'Choose another model' }).click();
  await expect(playground.picker).toBeVisible();
  await search.fill('simulator/flood');
  await search.press('Enter');
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
});

test('a fallback that does not exist: the button takes it out of the list, and the request is answered', async ({
  playground,
  upstream,
}) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.parameters.locator('summary').filter({ hasText: 'Fallbacks' }).click();
  await playground.parameters.getByRole('button', { name: 'Add a fallback' }).click();
  await playground.pick('nobody/never-was');
  await playground.askAndWait('With a stranger behind.');
  await playground.failure().getByRole('button', { name: 'Remove nobody/never-was from the fallbacks' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
  await expect(playground.parameters.getByRole('button', { name: 'Remove nobody/never-was' })).toBeHidden();
  expect(await upstream.count('With a stranger behind.')).toBe(2);
});

test('more tokens than the model has room for: the button drops the limit', async ({ playground, page }) => {
  await playground.open();
  // The panel takes no more than the model writes; what was set for another model stays.
  await playground.chooseModel('simulator/flood');
  await playground.setParameter('Max tokens', '500000');
  await playground.chooseModel('openai/gpt-4o-mini');
  await playground.askAndWait('Briefly.');
  await playground.failure().getByRole('button', { name: 'Drop Max tokens' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
  await expect(page.getByRole('spinbutton', { name: 'Max tokens' })).toHaveValue('');
});

test('a retired model: the button asks the one that replaces it', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/404-deprecated');
  await playground.askAndWait('Still there?');
  await playground.failure().getByRole('button', { name: 'Use openai/gpt-5-mini' }).click();
  await expect(playground.modelButton()).toHaveAccessibleName(/GPT-5 Mini/i);
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
});

test('a flagged question: the button opens it for editing, in sight on a small screen too', async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 560 });
  await playground.open();
  await playground.chooseModel('simulator/403-moderation');
  await playground.askAndWait('Something rude.');
  await playground.failure().getByRole('button', { name: 'Edit the message' }).click();
  const editor = page.getByRole('textbox', { name: 'Edit message' });
  await expect(editor).toHaveValue('Something rude.');
  await expect(editor).toBeFocused();
  await expect(editor).toBeInViewport({ ratio: 1 });
});
