import { expect, test } from './support/test';

test('Markdown is shown as what it means', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.open();
  await playground.chooseModel('simulator/markdown-500');
  const answer = await playground.askAndWait('Show everything.');
  await expect(answer.getByRole('heading', { name: 'Every kind of Markdown', level: 1 })).toBeVisible();
  await expect(answer.getByRole('strong').first()).toHaveText('bold');
  await expect(answer.getByRole('listitem').filter({ hasText: 'Nested twice' }).first()).toBeVisible();
  await expect(answer.getByRole('checkbox')).toHaveCount(3);
  await expect(answer.getByRole('checkbox').first()).toBeChecked();
  await expect(answer.getByRole('cell', { name: '1,000,000' })).toBeVisible();
  await expect(answer.getByRole('blockquote').first()).toContainText('A fallback that was never tried');
  await expect(answer.getByText('Grüße aus Köln, 東京からこんにちは, مرحبا, Привет')).toBeVisible();

  for (const link of await answer.getByRole('link', { name: 'the guide' }).all()) {
    await expect(link).toHaveAttribute('href', 'https://example.com/guide');
    await expect(link).toHaveAttribute('rel', /noopener/);
    await expect(link).toHaveAttribute('target', '_blank');
  }
  const code = answer.getByRole('region', { name: 'Code in typescript' });
  // Coloured: the words of the language stand in elements of their own.
  await expect(code.getByText('export', { exact: true })).toBeVisible();
  const plain = await code.evaluate((element) => getComputedStyle(element).color);
  const word = await code.getByText('export', { exact: true }).evaluate((element) => getComputedStyle(element).color);
  expect(word).not.toBe(plain);
  await answer
    .getByRole('figure')
    .filter({ has: page.getByRole('region', { name: 'Code in typescript' }) })
    .getByRole('button', { name: 'Copy code' })
    .click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^type Usage = \{[\s\S]+price\.output;\n\}$/);
});

test('hostile Markdown is text and does nothing', async ({ playground, page, complaints }) => {
  await playground.open();
  await playground.chooseModel('simulator/hostile');
  const answer = await playground.askAndWait('Attack.');

  await expect(answer.getByText("<script>window.__hostile = 'script ran'")).toBeVisible();
  await expect(answer.getByText('<iframe src="https://example.com/frame"></iframe>')).toBeVisible();
  expect(await page.evaluate(() => '__hostile' in window)).toBe(false);
  await expect(page).toHaveTitle('OpenRouter Playground');
  await expect(answer.locator('script, iframe, form, style, base, meta, object, embed, svg[onload], img')).toHaveCount(
    0,
  );
  for (const name of ['a script link', 'one with blanks', 'data', 'vbscript', 'a file', 'an HTML link']) {
    await expect(answer.getByRole('link', { name, exact: true })).toHaveCount(0);
  }
  const targets = await playground.conversation
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.filter((href) => !/^(#|https?:|mailto:)/.test(href))).toEqual([]);

  // A wide table and a long word stay in the pane.
  const table = answer.getByRole('region', { name: 'Table' });
  const inside = await table.evaluate((box) => {
    const scrollers = [box, ...box.querySelectorAll('*')].filter((part) => part.scrollWidth > part.clientWidth + 1);
    return scrollers.some((part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowX));
  });
  expect(inside).toBe(true);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  expect(await playground.conversation.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);

  // Only now does anything leave, and only because it was asked for.
  complaints.expect(/left for example\.com/);
  const asked = page.waitForRequest(/example\.com/);
  await page.route('https://example.com/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await answer.getByRole('button', { name: 'Load image from example.com' }).click();
  expect((await asked).headers()).not.toHaveProperty('referer');
  await expect(answer.getByRole('img', { name: 'a remote image that would tell who reads this' })).toHaveCount(1);
});

test('what a visitor types is shown as typed', async ({ playground }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('**not bold** <b>nor this</b>\n- [x](javascript:alert(1))');
  const question = playground.messages.first();
  await expect(question).toContainText('**not bold** <b>nor this</b>');
  await expect(question.getByRole('link')).toHaveCount(0);
  await expect(question.getByRole('strong')).toHaveCount(0);
});
