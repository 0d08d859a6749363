import { expect, test } from './support/test';

test('Enter sends, Shift+Enter breaks the line', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.composer.focus();
  await page.keyboard.type('Line one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('line two.');
  await expect(playground.composer).toHaveValue('Line one\nline two.');
  await expect(playground.messages).toHaveCount(0);
  await page.keyboard.press('Enter');
  await playground.finished();
  expect((await upstream.arrived('Line one')).body).toContain('Line one\\nline two.');
  await expect(playground.composer).toBeFocused();
});

test('Enter that ends a composition of an input method does not send', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.composer.fill('にほんご で');
  // Browsers tell it in two ways.
  await playground.composer.dispatchEvent('keydown', {
    key: 'Enter',
    isComposing: true,
    bubbles: true,
    cancelable: true,
  });
  await playground.composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
  await expect(playground.composer).toHaveValue('にほんご で');
  // The same event without a composition sends: the two above could have.
  await playground.composer.dispatchEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  await playground.finished();
  await expect(playground.messages).toHaveCount(2);
  expect(await upstream.count('にほんご で')).toBe(1);
});

test('Enter pressed twice asks once', async ({ playground, upstream }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.composer.fill('Only once.');
  await playground.composer.press('Enter', { noWaitAfter: true });
  await playground.composer.press('Enter', { noWaitAfter: true });
  await playground.finished();
  await expect(playground.messages).toHaveCount(2);
  expect(await upstream.count('Only once.')).toBe(1);
});

test('an empty or blank composer sends nothing', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.fill('   \n ');
  await playground.composer.press('Enter');
  await playground.run.click({ force: true });
  await page.keyboard.press('Control+.');
  await expect(playground.parameters).toBeHidden();
  await expect(playground.messages).toHaveCount(0);
});

test('Ctrl+. shows and hides the parameters', async ({ playground, page }) => {
  await playground.open();
  await expect(playground.parameters).toBeVisible();
  await page.keyboard.press('Control+.');
  await expect(playground.parameters).toBeHidden();
  await expect(page.getByRole('button', { name: 'Show parameters' })).toBeVisible();
  await page.keyboard.press('Control+.');
  await expect(playground.parameters).toBeVisible();
});

test('Ctrl+Shift+O begins a new conversation', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('The old one.');
  await page.keyboard.press('Control+Shift+O');
  await expect(playground.messages).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Try a model before you write code.' })).toBeVisible();
  await expect(playground.composer).toBeFocused();
});

test('Arrow Up in an empty composer recalls the last prompt, and only there', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel('simulator/flood');
  await playground.askAndWait('Say that again.');
  await playground.composer.press('ArrowUp');
  await expect(playground.composer).toHaveValue('Say that again.');
  await playground.composer.fill('Something new');
  await playground.composer.press('ArrowUp');
  await expect(playground.composer).toHaveValue('Something new');
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('from the first Tab on, everything is reached in order and the focus is seen', async ({ playground, page }) => {
  await playground.open();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the message field' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(playground.composer).toBeFocused();
  await playground.modelButton().focus();
  const names: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).not.toBe('none');
  }
  expect(names).toEqual(['Add model', 'New conversation', 'Hide parameters', 'API key', 'Theme']);
});
