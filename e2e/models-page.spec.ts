import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

const table = (page: Page): Locator => page.getByRole('table', { name: 'Models and what the workload costs' });
const row = (page: Page, id: string): Locator => table(page).getByRole('row').filter({ hasText: id });
const field = (page: Page, name: string): Locator => page.getByRole('spinbutton', { name, exact: true });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search models' });
const chart = (page: Page): Locator => page.getByRole('img', { name: /^Cost a month against/ });
/** Who asks for the playground is listened to, and fails for what the page should not have said. */
const openModels = async ({ page }: Playground, search = ''): Promise<void> =>
  void (await page.goto(`/models${search}`));
/** Pixels by which the page is wider than the screen. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a workload is priced to the cent, and the address holds what is looked at', async ({ playground, page }) => {
  await openModels(playground);
  await search(page).fill('gpt-4o-mini');
  const mini = row(page, 'openai/gpt-4o-mini').first();
  for (const [name, value] of [
    ['Tokens in a call', '1000'],
    ['Of them cached, %', '50'],
    ['Tokens out a call', '1000'],
    ['Calls a month', '100000'],
  ] as const) {
    await field(page, name).fill(value);
  }
  // 500 × $0.15 + 500 × $0.075 + 1,000 × $0.60 a million, 100,000 times.
  await expect(mini).toContainText('$71.25');
  await expect(mini).toContainText('0.071¢ a call');
  await field(page, 'Tokens out a call').fill('16385');
  await expect(mini).toContainText('does not fit');
  await field(page, 'Tokens out a call').fill('1000');

  await search(page).fill('auto');
  await expect(row(page, 'openrouter/auto').first()).toContainText('varies');
  await search(page).fill('');
  await page.getByRole('button', { name: 'Tools', exact: true }).click();
  const month = table(page).getByRole('button', { name: 'Sort by Cost a month' });
  await month.click();
  await expect(table(page).getByRole('row').nth(1)).toContainText('Free');
  await month.click();
  await expect(table(page).getByRole('columnheader', { name: 'Sort by Cost a month' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page).toHaveURL(/\/models\?q=tools&sort=-month&in=1000&out=1000&cached=50&calls=100000$/);
  const dearest = await table(page).getByRole('rowheader').first().innerText();

  await page.reload();
  await expect(search(page)).toHaveValue('tools');
  await expect(table(page).getByRole('rowheader').first()).toHaveText(dearest, { useInnerText: true });
  await page.getByRole('link', { name: 'Playground' }).click();
  await playground.ready();
  await page.goBack();
  await expect(field(page, 'Calls a month')).toHaveValue('100000');
  await expect(table(page).getByRole('rowheader').first()).toHaveText(dearest, { useInnerText: true });
});

test('the picker leads to all models, and those selected open side by side', async ({ playground, page }) => {
  await playground.open();
  await playground.composer.fill('Which of you is cheaper?');
  await playground.modelButton().click();
  await playground.picker.getByRole('combobox', { name: 'Search models' }).fill('gpt-4o');
  await playground.picker.getByRole('link', { name: 'Workload costs' }).click();
  await expect(page).toHaveURL(/\/models\?q=gpt-4o$/);
  await expect(search(page)).toHaveValue('gpt-4o');
  await page.getByRole('checkbox', { name: 'Compare GPT-4o-mini', exact: true }).check();
  await search(page).fill('claude-opus-4.1');
  await page.getByRole('checkbox', { name: 'Compare Claude Opus 4.1', exact: true }).check();
  const bar = page.getByRole('region', { name: 'Models to compare' });
  await expect(bar.getByRole('listitem')).toHaveCount(2);
  await bar.getByRole('button', { name: 'Compare selected' }).click();

  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('region', { name: 'Pane: GPT-4o-mini' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pane: Claude Opus 4.1' })).toBeVisible();
  await expect(playground.composer).toHaveValue('Which of you is cheaper?');
  // A page that is left while it still loads something complains of it.
  await page.waitForLoadState('networkidle');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Pane: Claude Opus 4.1' })).toBeVisible();

  await page.waitForLoadState('networkidle');
  // The way back: to the view as it was left, and from there to the work of before.
  await page.goBack();
  await expect(bar.getByRole('listitem')).toHaveCount(2);
  await bar.getByRole('button', { name: 'Leave GPT-4o-mini out' }).click();
  await bar.getByRole('button', { name: 'Compare selected' }).click();
  await expect(page.getByRole('region', { name: /^Pane: / })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: /^Pane: / })).toHaveCount(2);
});

test('what an address says that makes no sense is passed over, and eight are the most', async ({
  playground,
  page,
}) => {
  const many = Array.from({ length: 20 }, (_, at) => `select=no-such/model-${at}`).join('&');
  await openModels(
    playground,
    `?q=%00%E2%80%AE<script>&sort=__proto__&in=-1&out=1e999&cached=900&calls=NaN&x=evil&${many}`,
  );
  await expect(page.getByText('No model matches')).toBeVisible();
  await expect(field(page, 'Tokens in a call')).toHaveValue('2000');
  await expect(field(page, 'Of them cached, %')).toHaveValue('0');
  const bar = page.getByRole('region', { name: 'Models to compare' });
  await expect(bar.getByRole('listitem')).toHaveCount(8);
  await page.getByRole('button', { name: 'Clear search' }).click();
  const box = table(page).getByRole('checkbox').first();
  await expect(box).toBeDisabled();
  await box.press(' ');
  await expect(box).not.toBeChecked();
  await bar.getByRole('button', { name: 'Leave no-such/model-0 out' }).click();
  await box.check();
  await expect(bar.getByRole('listitem')).toHaveCount(8);
  await bar.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(bar).toBeHidden();
});

test('the chart says what it shows, and asks for speeds of what is selected', async ({ playground, page }) => {
  await openModels(playground, '?select=openai/gpt-4o-mini&select=openai/gpt-4o');
  await expect(chart(page)).toHaveAccessibleName(
    /^Cost a month against context: 3\d\d models, from Free to \$[\d,]+\.\d\d a month\. Not in the chart: \d+ without a known cost\./,
  );
  await expect(page.getByRole('button', { name: 'Leave GPT-4o-mini out' })).toBeVisible();
  await expectAccessible(page, 'the catalogue as a page');
  await page.getByRole('radio', { name: 'Speed' }).check();
  await expect(chart(page)).toHaveAccessibleName(/against speed: 2 models, .*\d+ of unknown speed\./);
  await expect(page).toHaveURL(/x=speed/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('table and chart fit', async ({ playground, page }) => {
    await openModels(playground, '?q=gpt-4o&select=openai/gpt-4o-mini');
    await expect(row(page, 'openai/gpt-4o-mini').first()).toContainText('$0.15 / $0.60');
    await expect(chart(page)).toBeHidden();
    await page.getByText('Cost a month against context').click();
    await expect(chart(page)).toBeVisible();
    expect(await overhang(page)).toBe(0);
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Cost a month');
    await expect(page).toHaveURL(/sort=month/);
    await expect(page.getByRole('button', { name: 'Compare selected' })).toBeInViewport({ ratio: 1 });
    await expectAccessible(page, 'models on a phone');
  });
});
