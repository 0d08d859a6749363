import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { addUsd, parseUsd, timesUsd, type Usd, usdToNumber, ZERO_USD } from '@/lib/core/money';
import { findRow } from './catalogue/catalogue';
import type { PriceKey } from './catalogue/model-row';
import { ask, call, contentOf, deltaText, dig, streamed, timelessContext, userSays } from './test-client';

const LONG = 'A handbook has many rules, and each of them counts. '.repeat(300);

interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
  cost: number;
  prompt_tokens_details: { cached_tokens: number; cache_write_tokens: number };
}
const usageIn = (json: JsonObject): Usage => json.usage as unknown as Usage;

const price = (model: string, key: PriceKey): Usd => parseUsd(findRow(model)?.pricing[key]) ?? ZERO_USD;

describe('cost', () => {
  it.each([
    'openai/gpt-4o-mini',
    'anthropic/claude-haiku-4.5',
    'google/gemini-2.5-flash',
    'x-ai/grok-4.6',
    'deepseek/deepseek-v3.2',
    'simulator/paced-100',
  ])('of %s is the exact sum at the prices of its row', async (model) => {
    const { json } = await ask(timelessContext(), { model, max_tokens: 90 });
    const { prompt_tokens: prompt, completion_tokens: completion, cost } = usageIn(json);
    expect(cost).toBe(
      usdToNumber(addUsd(timesUsd(price(model, 'prompt'), prompt), timesUsd(price(model, 'completion'), completion))),
    );
    expect(cost).toBeGreaterThan(0);
  });

  it('of a provider with an account of its own is a fee for one, and the list price for the other', async () => {
    const model = 'simulator/byok';
    const context = timelessContext();
    const { json } = await ask(context, { model, max_tokens: 90 });
    const { prompt_tokens: prompt, completion_tokens: completion, cost } = usageIn(json);
    const tokens = addUsd(timesUsd(price(model, 'prompt'), prompt), timesUsd(price(model, 'completion'), completion));
    expect(dig(json, 'usage', 'is_byok')).toBe(true);
    expect(dig(json, 'usage', 'cost_details', 'upstream_inference_cost')).toBe(usdToNumber(tokens));
    expect(cost).toBe(usdToNumber((tokens / 20n) as Usd));

    context.pass(3000);
    const booked = (await call(context, `/generation?id=${String(json['id'])}`)).json;
    expect(dig(booked, 'data', 'is_byok')).toBe(true);
    expect(dig(booked, 'data', 'total_cost')).toBe(cost);
    expect(dig(booked, 'data', 'upstream_inference_cost')).toBe(usdToNumber(tokens));
    const key = (await call(context, '/key')).json;
    expect(dig(key, 'data', 'usage')).toBeCloseTo(cost, 10);
    expect(dig(key, 'data', 'byok_usage')).toBeCloseTo(usdToNumber(tokens), 10);
  });

  it('takes the dearer tier for the whole of a long prompt', async () => {
    const model = 'anthropic/claude-sonnet-4.5';
    const { json } = await ask(timelessContext(), {
      model,
      messages: userSays('word '.repeat(201_000)),
      max_tokens: 10,
    });
    const { prompt_tokens: prompt, completion_tokens: completion, cost } = usageIn(json);
    expect(cost).toBeCloseTo(prompt * 0.000006 + completion * 0.0000225, 9);
  });

  it('follows the time of day where the price does', async () => {
    const model = 'deepseek/deepseek-v4-flash-vision-exp';
    const costs = await Promise.all(
      [8, 12].map(async (hour) => {
        const { json } = await ask(timelessContext({ now: () => Date.UTC(2026, 8, 1, hour) }), {
          model,
          seed: 1,
          max_tokens: 40,
        });
        return usageIn(json).cost;
      }),
    );
    expect(costs[0]).toBeCloseTo((costs[1] ?? 0) * 2, 12);
  });

  it('is zero for a free model and for an empty answer', async () => {
    expect(usageIn((await ask(timelessContext(), { model: 'simulator/echo' })).json).cost).toBe(0);
    expect(usageIn((await ask(timelessContext(), { model: 'simulator/empty' })).json)).toMatchObject({
      cost: 0,
      prompt_tokens: 0,
    });
  });
});

describe('the prompt cache', () => {
  const handbook = [
    { role: 'system', content: [{ type: 'text', text: LONG, cache_control: { type: 'ephemeral' } }] },
    ...userSays('Rule 1?'),
  ];

  it('is written at a marker, then read at its price, then forgotten', async () => {
    const context = timelessContext();
    const model = 'anthropic/claude-sonnet-4.5';
    const body = { model, messages: handbook, max_tokens: 30 };
    const first = usageIn((await ask(context, body)).json);
    const second = usageIn((await ask(context, body)).json);
    const written = first.prompt_tokens_details.cache_write_tokens;
    expect(written).toBeGreaterThan(1024);
    expect(first.prompt_tokens_details.cached_tokens).toBe(0);
    expect(second.prompt_tokens_details).toMatchObject({ cached_tokens: written, cache_write_tokens: 0 });
    const plain = timesUsd(price(model, 'prompt'), first.prompt_tokens - written);
    const output = (usage: Usage): Usd => timesUsd(price(model, 'completion'), usage.completion_tokens);
    expect(first.cost).toBe(
      usdToNumber(addUsd(plain, timesUsd(price(model, 'input_cache_write'), written), output(first))),
    );
    expect(second.cost).toBe(
      usdToNumber(addUsd(plain, timesUsd(price(model, 'input_cache_read'), written), output(second))),
    );
    context.pass(301_000);
    expect(usageIn((await ask(context, body)).json).prompt_tokens_details.cached_tokens).toBe(0);
  });

  it.each([
    ['anthropic/claude-sonnet-4.5', '5m', 'input_cache_write'],
    ['anthropic/claude-sonnet-4.5', '1h', 'input_cache_write_1h'],
    ['qwen/qwen3.6-plus', '5m', 'input_cache_write'],
  ] as const)('is written for %s, kept %s, at the price of %s', async (model, ttl, key) => {
    const cached = { model, messages: handbook, cache_control: { type: 'ephemeral', ttl }, max_tokens: 30 };
    const usage = usageIn((await ask(timelessContext(), cached)).json);
    const written = usage.prompt_tokens_details.cache_write_tokens;
    expect(written).toBeGreaterThan(1024);
    const rest = addUsd(
      timesUsd(price(model, 'prompt'), usage.prompt_tokens - written),
      timesUsd(price(model, 'completion'), usage.completion_tokens),
    );
    expect(usage.cost).toBe(usdToNumber(addUsd(rest, timesUsd(price(model, key), written))));
  });

  it('works by itself for OpenAI on the next turn, in whole blocks, free of write charges', async () => {
    const context = timelessContext();
    const turn = [{ role: 'system', content: LONG }, ...userSays('Rule 1?')];
    expect(usageIn((await ask(context, { messages: turn })).json).prompt_tokens_details).toMatchObject({
      cached_tokens: 0,
      cache_write_tokens: 0,
    });
    const next = [...turn, { role: 'assistant', content: 'Be kind.' }, ...userSays('Rule 2?')];
    const cached = usageIn((await ask(context, { messages: next })).json).prompt_tokens_details.cached_tokens;
    expect(cached).toBeGreaterThan(1024);
    expect(cached % 128).toBe(0);
    expect(
      usageIn((await ask(context, { messages: userSays('Short') })).json).prompt_tokens_details.cached_tokens,
    ).toBe(0);
  });
});

describe('the response cache', () => {
  it('gives the same words again for nothing, under a new id', async () => {
    const context = timelessContext();
    const headers = { 'X-OpenRouter-Cache': 'true' };
    const first = await ask(context, {}, headers);
    context.pass(7_000);
    const second = await ask(context, {}, headers);
    expect(first.response.headers.get('x-openrouter-cache-status')).toBe('MISS');
    expect(Object.fromEntries(second.response.headers)).toMatchObject({
      'x-openrouter-cache-status': 'HIT',
      'x-openrouter-cache-age': '7',
      'x-openrouter-cache-ttl': '293',
      'x-openrouter-cache-source-id': String(first.json.id),
      'x-generation-id': String(second.json.id),
    });
    expect(contentOf(second)).toBe(contentOf(first));
    expect(second.json.id).not.toBe(first.json.id);
    expect(usageIn(second.json)).toMatchObject({ cost: 0, prompt_tokens: 0, completion_tokens: 0 });
    const plain = await ask(context, {});
    expect(plain.response.headers.has('x-openrouter-cache-status')).toBe(false);
  });

  it('replays streams', async () => {
    const context = timelessContext();
    const headers = { 'X-OpenRouter-Cache': 'true' };
    const [first, second] = [await streamed(context, {}, headers), await streamed(context, {}, headers)];
    expect(deltaText(second.events)).toBe(deltaText(first.events));
    expect(dig(second.events.at(-1), 'usage', 'total_tokens')).toBe(0);
  });
});
