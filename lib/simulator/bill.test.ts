import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@/lib/core/json';
import { consumptionOf } from '@/lib/core/ledger/consumption';
import { priceOf, totalOf } from '@/lib/core/ledger/price-of';
import { searchWish } from '@/lib/core/ledger/search-fee';
import { splitOf } from '@/lib/core/ledger/split';
import { findModel, indexModels } from '@/lib/core/model';
import { addUsd, parseUsd, type Usd, usdToNumber } from '@/lib/core/money';
import { costOf, openReceipt, type Receipt } from '@/lib/core/receipt';
import { readCatalogue } from '@/lib/wire/catalogue';
import { toEndpoints } from '@/lib/wire/endpoints';
import { ask, call, dig, timelessContext, userSays } from './test-client';

// The ledger and the simulator reckon apart; here they are laid side by side.

const LONG = 'A handbook has many rules, and each of them counts. '.repeat(300);
const catalogue = async () => indexModels(readCatalogue((await call(timelessContext(), '/models')).json)?.models ?? []);
const CACHED: JsonObject[] = [
  { role: 'system', content: [{ type: 'text', text: LONG, cache_control: { type: 'ephemeral' } }] },
  ...userSays('Rule 1?'),
];

interface Kind {
  what: string;
  body: JsonObject & { model: string };
  /** How often it is asked; the last answer counts. */
  times?: number;
  /** Hour of the day, UTC. */
  hour?: number;
  /** What must be in the answer's usage for the case to mean anything. */
  has?: [...path: string[]];
}

const KINDS: Kind[] = [
  { what: 'plain', body: { model: 'openai/gpt-4o-mini' } },
  { what: 'of long prices', body: { model: 'deepseek/deepseek-v3.2' } },
  {
    what: 'that writes the cache',
    body: { model: 'anthropic/claude-sonnet-4.5', messages: CACHED },
    has: ['prompt_tokens_details', 'cache_write_tokens'],
  },
  {
    what: 'that reads the cache',
    body: { model: 'anthropic/claude-sonnet-4.5', messages: CACHED },
    times: 2,
    has: ['prompt_tokens_details', 'cached_tokens'],
  },
  {
    what: 'that reasons',
    body: { model: 'openai/o4-mini', reasoning: { effort: 'high' } },
    has: ['completion_tokens_details', 'reasoning_tokens'],
  },
  {
    what: 'that has a price for reasoning',
    body: { model: 'perplexity/sonar-deep-research', reasoning: { effort: 'high' } },
    has: ['completion_tokens_details', 'reasoning_tokens'],
  },
  {
    what: 'that searches by the tool',
    body: { model: 'openai/gpt-4o-mini', tools: [{ type: 'openrouter:web_search' }], tool_choice: 'required' },
    has: ['server_tool_use_details', 'web_search_requests'],
  },
  {
    what: 'that searches by Exa',
    body: { model: 'deepseek/deepseek-v3.2', plugins: [{ id: 'web', max_results: 13 }] },
    has: ['server_tool_use_details', 'web_search_requests'],
  },
  {
    what: 'that draws',
    body: { model: 'google/gemini-2.5-flash-image', modalities: ['image', 'text'] },
    has: ['completion_tokens_details', 'image_tokens'],
  },
  { what: 'of a long prompt', body: { model: 'x-ai/grok-4.6', messages: userSays('word '.repeat(201_000)) } },
  { what: 'by day', body: { model: 'deepseek/deepseek-v4-flash-vision-exp' }, hour: 8 },
  { what: 'by night', body: { model: 'deepseek/deepseek-v4-flash-vision-exp' }, hour: 12 },
  { what: 'of the cheapest provider', body: { model: 'deepseek/deepseek-v3.2:floor' } },
  { what: 'of a service tier', body: { model: 'openai/gpt-5-mini', service_tier: 'flex' } },
  { what: 'by a key of the provider’s own account', body: { model: 'simulator/byok' } },
  { what: 'for nothing', body: { model: 'simulator/echo' } },
  { what: 'that is empty', body: { model: 'simulator/empty' } },
];

describe('the ledger finds what the simulator bills for an answer', () => {
  it.each(KINDS)('$what', async ({ body, times = 1, hour = 9, has }) => {
    const at = Date.UTC(2026, 8, 1, hour);
    const context = timelessContext({ now: () => at });
    let json: JsonObject = {};
    for (let time = 0; time < times; time += 1) ({ json } = await ask(context, { max_tokens: 900, ...body }));
    const usage = json['usage'] as JsonObject;
    const byok = usage['is_byok'] === true;
    const charged = parseUsd(usage['cost'] as number);
    const upstream = parseUsd(dig(usage, 'cost_details', 'upstream_inference_cost') as number);
    const billed = byok && charged !== null && upstream !== null ? addUsd(charged, upstream) : charged;
    if (has) expect(dig(usage, ...has)).toBeGreaterThan(0);
    const receipt: Receipt = { ...openReceipt(body.model, at), usage };

    const index = await catalogue();
    const row = findModel(index, body.model);
    const used = consumptionOf(receipt);
    if (!row || !used) throw new Error('nothing to reckon with');
    // Another provider has other prices: those of the one that served.
    const path = `/models/${row.canonicalSlug}/endpoints`;
    const offers = toEndpoints((await call(context, path)).json, null);
    const tier = body['service_tier'] as string | undefined;
    const offer = offers.find(
      ({ provider, tag }) => provider === json['provider'] && (tier === undefined || tag.endsWith(tier)),
    );
    const parts = priceOf(
      { ...row, pricing: offer?.pricing ?? row.pricing },
      used,
      at,
      searchWish(body, body.model) ?? undefined,
    );
    const searched: Json = dig(usage, 'server_tool_use_details', 'web_search_requests') ?? 0;
    expect(used.searches).toBe(searched);
    expect(usdToNumber(parts ? totalOf(parts) : (0n as Usd))).toBe(
      used.completion === 0 ? 0 : usdToNumber((byok ? upstream : billed) ?? (0n as Usd)),
    );

    expect(costOf(receipt).usd).toBe(billed);
    const split = splitOf(receipt, row);
    expect(split && totalOf(split)).toBe(billed);
    if (used.searches > 0) expect(split?.search).toBeGreaterThan(0n);
    expect(split?.fee).toBe(byok ? charged : 0n);
    if (used.images > 0) expect(split?.media).toBeGreaterThan(0n);
    if (used.reasoning > 0) expect(split?.reasoning).toBeGreaterThan(0n);
    if (used.cached > 0) expect(split?.cacheRead).toBeGreaterThan(0n);
  });
});

describe('requests side by side', () => {
  it('have ids, dice and bills of their own', async () => {
    const context = timelessContext();
    const models = ['openai/gpt-4o', 'openai/gpt-4o-mini', 'anthropic/claude-sonnet-4.5', 'google/gemini-2.5-flash'];
    const asked = [...models, ...models].map((model) =>
      ask(context, { model, messages: userSays('Tell me a story.') }),
    );
    const answers = (await Promise.all(asked)).map(({ json }) => json as JsonObject);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(8);
    context.pass(3000);
    for (const { id, model, usage } of answers) {
      const { json } = await call(context, `/generation?id=${String(id)}`);
      expect(dig(json, 'data', 'model')).toBe(model);
      expect(dig(json, 'data', 'total_cost')).toBe(dig(usage, 'cost'));
    }
    const [first, , , , again] = answers;
    expect(dig(first, 'choices', 0, 'message', 'content')).not.toBe(dig(again, 'choices', 0, 'message', 'content'));
  });
});
