import type { Locator, Page } from '@playwright/test';
import type { Playground } from './support/playground';
import { expect, test } from './support/test';

/** Four providers: with and without precision in the tag, with and without zero retention. */
const MODEL = 'meta-llama/llama-3.3-70b-instruct';

interface Offer {
  provider: string;
  tag: string;
  quantization: string | null;
  uptime: number;
  throughput: number;
  zeroRetention: boolean;
}

const providerIn = (body: string): unknown => (JSON.parse(body) as Record<string, unknown>)['provider'];

async function openRouting(playground: Playground): Promise<Locator> {
  await playground.parameters.locator('summary').filter({ hasText: 'Provider routing' }).click();
  const offers = playground.parameters.getByRole('region', { name: 'Providers', exact: true });
  await expect(offers.getByRole('listitem').first()).toBeVisible();
  return offers;
}

const choose = (page: Page, label: string, option: string): Promise<unknown> =>
  page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });

async function importRequest(page: Page, body: object): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('textbox', { name: 'cURL command or JSON body' }).fill(JSON.stringify(body));
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
}

test('the offers of the model are listed with what is known of them', async ({ playground, request }) => {
  const answer = await request.get(`/api/models/endpoints?model=${encodeURIComponent(MODEL)}`);
  const { endpoints } = (await answer.json()) as { endpoints: Offer[] };
  expect(endpoints.length).toBeGreaterThan(2);
  await playground.open();
  await playground.chooseModel(MODEL);
  const offers = await openRouting(playground);
  await expect(offers.getByRole('listitem')).toHaveCount(endpoints.length);
  // The panel scrolls, and the page never does.
  await offers.getByRole('listitem').last().scrollIntoViewIfNeeded();
  expect(await playground.page.evaluate(() => [document.documentElement.scrollHeight - innerHeight, scrollY])).toEqual([
    0, 0,
  ]);
  for (const { provider, tag, quantization, uptime, throughput, zeroRetention } of endpoints) {
    const offer = offers.getByRole('listitem').filter({ hasText: tag });
    await expect(offer).toContainText(provider);
    await expect(offer).toContainText(/\$[\d.]+ \/ \$[\d.]+/);
    await expect(offer).toContainText(/\d\sm?s\sfirst\stoken/);
    const facts = (await offer.textContent())?.replaceAll('\u00a0', ' ');
    expect(facts).toContain(`${Math.round(throughput)} tok/s`);
    expect(facts).toContain(`${uptime.toFixed(1)} % up`);
    expect(facts).toContain(quantization === 'unknown' ? 'precision unknown' : quantization);
    expect(facts).toContain(zeroRetention ? 'keeps nothing' : 'may keep data');
  }
});

/** Opens the preview and waits for all of it: a question that is broken off would be heard as a failed request. */
async function openPreview(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Request', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Request' });
  await expect(dialog.getByRole('region', { name: 'Headers' })).toContainText('POST');
  return dialog;
}

test('every control of the routing reaches the wire as the preview says', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel(MODEL);
  await openRouting(playground);
  await playground.askAndWait('Not routed.');
  expect(providerIn((await upstream.arrived('Not routed.')).body)).toBeUndefined();

  await choose(page, 'Use of DeepInfra (deepinfra/fp8)', 'In order');
  await choose(page, 'Use of Groq (groq)', 'In order');
  await page.getByRole('button', { name: 'Move groq up' }).click();
  await choose(page, 'Use of SiliconFlow (siliconflow/fp4)', 'Ignore');
  await choose(page, 'Use of Fireworks (fireworks/bf16)', 'Only');
  await choose(page, 'Use of Fireworks (fireworks/bf16)', 'As OpenRouter decides');
  await choose(page, 'Prefer', 'Throughput');
  await choose(page, 'Other providers as fallback', 'Off');
  await choose(page, 'Require parameters', 'On');
  await choose(page, 'Zero data retention', 'On');
  await choose(page, 'Data collection', 'Deny');
  for (const [label, value] of [
    ['Max price in, $ per 1M', '5'],
    ['Max price out, $ per 1M', '6.5'],
    ['Preferred throughput, tok/s', '20'],
    ['Preferred latency, s', '2.5'],
  ] as const)
    await page.getByRole('spinbutton', { name: label }).fill(value);
  for (const name of ['fp8', 'unknown']) await page.getByRole('switch', { name, exact: true }).check();
  await playground.composer.fill('Routed.');

  const dialog = await openPreview(page);
  const shown = await dialog.locator('[data-preview] code').allTextContents();
  const preview = JSON.parse(`{${shown.join('')}}`) as Record<string, unknown>;
  await page.keyboard.press('Escape');
  await playground.composer.press('Enter');
  const { body } = await upstream.arrived('Routed.');
  expect(JSON.parse(body)).toEqual(preview);
  expect(providerIn(body)).toEqual({
    order: ['groq', 'deepinfra/fp8'],
    ignore: ['siliconflow/fp4'],
    sort: 'throughput',
    allow_fallbacks: false,
    require_parameters: true,
    zdr: true,
    data_collection: 'deny',
    max_price: { prompt: 5, completion: 6.5 },
    preferred_min_throughput: 20,
    preferred_max_latency: 2.5,
    quantizations: ['fp8', 'unknown'],
  });
  await playground.finished();

  await page.getByRole('button', { name: 'Reset routing' }).click();
  await expect(page.getByRole('button', { name: 'Reset routing' })).toBeFocused();
  await playground.askAndWait('Routed no more.');
  expect(providerIn((await upstream.arrived('Routed no more.')).body)).toBeUndefined();
});

test('what cannot work is named in the panel and in the preview, before it is sent', async ({ playground, page }) => {
  await playground.open();
  await playground.chooseModel(MODEL);
  await openRouting(playground);
  const warnings = playground.parameters.getByRole('status').filter({ hasText: /./ });
  await choose(page, 'Use of SiliconFlow (siliconflow/fp4)', 'Only');
  await expect(warnings.getByText(/No provider of this model/)).toBeHidden();
  const groq = playground.parameters.getByRole('listitem').filter({ hasText: 'groq' });
  await expect(groq).toContainText('Left out by Only.');
  await choose(page, 'Zero data retention', 'On');
  const sentence = 'No provider of this model is left: excluded by Only, Zero data retention.';
  await expect(warnings.getByText(sentence)).toBeVisible();
  const dialog = await openPreview(page);
  await expect(dialog.getByText(`Conflict: ${sentence}`)).toBeVisible();
  await page.keyboard.press('Escape');

  await choose(page, 'Zero data retention', 'Default (not sent)');
  await expect(warnings.getByText(sentence)).toBeHidden();
  await page.getByRole('spinbutton', { name: 'Max price in, $ per 1M' }).fill('0.01');
  await expect(warnings.getByText(/excluded by Only, Max price/)).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Max price in, $ per 1M' }).fill('');
  await choose(page, 'Use of SiliconFlow (siliconflow/fp4)', 'In order');
  await choose(page, 'Prefer', 'Price');
  await expect(warnings.getByText(/An order and a sort exclude each other/)).toBeVisible();
});

test('providers of the model before are told and can be removed', async ({ playground, page, upstream }) => {
  await playground.open();
  await playground.chooseModel(MODEL);
  await openRouting(playground);
  await choose(page, 'Use of Groq (groq)', 'Only');
  await choose(page, 'Use of SiliconFlow (siliconflow/fp4)', 'Ignore');
  const fold = playground.parameters.locator('summary').filter({ hasText: 'Provider routing' });
  await expect(fold).toHaveText(/2 set$/);
  // Told even while the group is closed.
  await fold.click();
  await playground.chooseModel('openai/gpt-4o-mini');
  await expect(fold).toHaveText(/3 conflicts\s*2 set$/);
  await fold.click();
  const preview = await openPreview(page);
  await expect(preview.getByText('This model has no provider “siliconflow/fp4” (ignore)')).toBeVisible();
  await page.keyboard.press('Escape');
  const strangers = playground.parameters.getByRole('region', { name: 'Not among the providers' });
  await expect(strangers.getByRole('listitem')).toHaveCount(2);
  await expect(strangers.getByRole('listitem').first()).toContainText(
    'groqThis model has no such provider. Sent in: Only.',
  );
  await expect(playground.parameters.getByText(/No provider of this model is left: excluded by Only/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove groq' }).click();
  await expect(playground.parameters.getByText(/No provider of this model is left/)).toBeHidden();
  await expect(strangers.getByRole('listitem')).toHaveCount(1);
  await playground.askAndWait('With one stranger.');
  expect(providerIn((await upstream.arrived('With one stranger.')).body)).toEqual({ ignore: ['siliconflow/fp4'] });
  await page.getByRole('button', { name: 'Remove siliconflow/fp4' }).click();
  await expect(strangers).toBeHidden();
});

test('what an import brought is shown as it is: base slugs, objects, percentiles', async ({
  playground,
  page,
  upstream,
}) => {
  await playground.open();
  const provider = {
    only: ['deepinfra', 'groq'],
    sort: { by: 'price', partition: 'none' },
    preferred_max_latency: { p50: 1, p90: 5 },
    enforce_distillable_text: true,
  };
  await importRequest(page, { model: MODEL, messages: [{ role: 'user', content: 'As imported.' }], provider });
  await openRouting(playground);
  const standing = page.getByRole('combobox', { name: 'Use of DeepInfra (deepinfra/fp8)' });
  await expect(standing).toHaveValue('only');
  await expect(playground.parameters.getByText('{"by":"price","partition":"none"}')).toBeVisible();
  await expect(playground.parameters.getByText('{"p50":1,"p90":5}')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Prefer', exact: true })).toBeHidden();
  await playground.composer.press('Enter');
  await playground.finished();
  expect(providerIn((await upstream.arrived('As imported.')).body)).toEqual(provider);

  await standing.selectOption({ label: 'Ignore' });
  await page.getByRole('button', { name: 'Reset Prefer', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Prefer', exact: true })).toHaveValue('');
  await page.getByRole('button', { name: 'Reset Preferred latency, s' }).click();
  await page.getByRole('button', { name: 'Reset enforce_distillable_text' }).click();
  await playground.askAndWait('As changed.');
  expect(providerIn((await upstream.arrived('As changed.')).body)).toEqual({
    only: ['groq'],
    ignore: ['deepinfra/fp8'],
  });
});
