import type { SentinelId } from '@/lib/simulator/sentinels';
import { expect, test } from './support/test';

interface Errand {
  model: SentinelId;
  /** What the note says. */
  says: RegExp;
  cause: string;
  button: string;
  /** Whether text came before, which stays. */
  kept?: true;
}

const ERRANDS: Errand[] = [
  { model: 'simulator/401', says: /The key was not accepted\./, cause: '401', button: 'Try again' },
  {
    model: 'simulator/404-no-endpoints',
    says: /No endpoint is left that can serve this request\./,
    cause: '404 no_endpoints',
    button: 'Choose another model',
  },
  { model: 'simulator/429', says: /Too many requests for now\./, cause: '429', button: 'Try again' },
  {
    model: 'simulator/502',
    says: /The provider is down or sent a bad answer\./,
    cause: '502 provider_unavailable',
    button: 'Try again',
  },
  {
    model: 'simulator/error-first',
    says: /Too many requests at the provider/,
    cause: '429 rate_limit_exceeded',
    button: 'Try again',
  },
  {
    model: 'simulator/error-mid',
    says: /The answer broke off: Upstream connection was closed\. What arrived is kept\./,
    cause: '502 provider_unavailable',
    button: 'Try again',
    kept: true,
  },
  {
    model: 'simulator/error-mid-c',
    says: /Provider went away/,
    cause: 'server_error',
    button: 'Try again',
    kept: true,
  },
  {
    model: 'simulator/cut',
    says: /The connection broke before the answer was complete\. What arrived is kept\./,
    cause: 'cut',
    button: 'Try again',
    kept: true,
  },
  { model: 'simulator/empty', says: /The model sent an empty answer/, cause: 'empty', button: 'Try again' },
];

const groups: [string, Errand[]][] = [
  ['before any text', ERRANDS.filter(({ kept }) => !kept)],
  ['in the middle of the text, which stays', ERRANDS.filter(({ kept }) => kept)],
];

for (const [when, errands] of groups) {
  test(`a failure ${when}, is a sentence, its cause, one button and everything known`, async ({ playground }) => {
    await playground.open();
    for (const { model, says, cause, button, kept } of errands) {
      await test.step(model, async () => {
        await playground.chooseModel(model);
        const answer = await playground.askAndWait(`Go wrong, ${model}.`);
        const note = answer.getByRole('alert');
        await expect(note).toContainText(says);
        await expect(note.getByRole('code').first()).toContainText(cause);
        await expect(note.getByRole('button').filter({ visible: true })).toHaveText([button]);
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

test('402: the button uses the tokens that the credit still pays for', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/402');
  await playground.askAndWait('Too dear.');
  await expect(playground.failure()).toContainText('There is not enough credit for this request.');
  await playground.failure().getByRole('button', { name: 'Use 2,210 tokens' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await expect(playground.page.getByRole('spinbutton', { name: 'Max tokens' })).toHaveValue('2210');
  await expect.poll(() => upstream.count('"max_tokens":2210')).toBeGreaterThan(0);
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
  await playground.lastAnswer().getByRole('button', { name: 'Regenerate' }).click();
  await expect(playground.lastAnswer().getByText('2 of 2')).toBeVisible();
  await playground.finished();
  await expect(playground.failure()).toBeHidden();
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

test('a flagged question: the button opens it for editing', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/403-moderation');
  await playground.askAndWait('Something rude.');
  await playground.failure().getByRole('button', { name: 'Edit the message' }).click();
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toHaveValue('Something rude.');
});

test('broken chunks between good ones cost no text, and are told', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/malformed');
  const answer = await playground.askAndWait('Through the noise.');
  await expect(answer).toContainText('Whatever stands between the words, this sentence is whole.');
  await expect(playground.failure()).toContainText('2 pieces of the answer could not be read');
});
