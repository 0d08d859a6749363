import type { JsonObject } from '@/lib/core/json';
import { describe, expect, it } from 'vitest';
import { ask, call, dig, timelessContext } from './test-client';

const WITH_METADATA = { 'X-OpenRouter-Metadata': 'enabled' };

const served = async (body: JsonObject): Promise<JsonObject> =>
  (await ask(timelessContext(), body, WITH_METADATA)).json;

describe('the providers of one model', () => {
  const tries = (json: JsonObject): unknown[] =>
    ((dig(json, 'openrouter_metadata', 'attempts') ?? []) as JsonObject[]).map(({ provider, status }) => [
      provider,
      status,
    ]);
  const refused = async (body: JsonObject): Promise<unknown[]> => {
    const { response, json } = await ask(timelessContext(), body, WITH_METADATA);
    return [response.status, dig(json, 'error', 'metadata', 'provider_name'), tries(json)];
  };

  it.each([
    ['simulator/provider-down', 502],
    ['simulator/provider-limited', 429],
  ])('of %s are asked in turn: the second serves after a %i, at its own price', async (model, status) => {
    const json = await served({ model });
    expect([json.model, json.provider]).toEqual([model, 'Simulator B']);
    expect(tries(json)).toEqual([
      ['Simulator A', status],
      ['Simulator B', 200],
    ]);
    // The same model answers, so this is no fallback.
    expect(json.openrouter_metadata).toMatchObject({
      strategy: 'direct',
      attempt: 2,
      endpoints: {
        total: 2,
        available: [
          { provider: 'Simulator A', selected: false },
          { provider: 'Simulator B', selected: true },
        ],
      },
    });
    const { prompt_tokens: prompt, completion_tokens: completion, cost } = json.usage as Record<string, number>;
    expect(cost).toBeCloseTo(Number(prompt) * 0.00000015 + Number(completion) * 0.0000006, 12);
  });

  it('are not asked in turn without allow_fallbacks: the error of the first is that of the request', async () => {
    const provider = { allow_fallbacks: false };
    const end = [502, 'Simulator A', [['Simulator A', 502]]];
    expect(await refused({ model: 'simulator/provider-down', provider })).toEqual(end);
    expect(await refused({ model: 'simulator/provider-down', provider: { only: ['simulator-a'] } })).toEqual(end);
    // The list of models is another matter.
    const next = await served({ model: 'simulator/provider-down', models: ['openai/gpt-4o-mini'], provider });
    expect(tries(next)).toEqual([
      ['Simulator A', 502],
      ['OpenAI', 200],
    ]);
  });

  it('are asked as far as they are listed when others are not allowed', async () => {
    const model = 'simulator/provider-limited';
    const both = await served({
      model,
      provider: { order: ['simulator-a', 'simulator-b'], allow_fallbacks: false },
    });
    expect(both.provider).toBe('Simulator B');
    const second = await served({ model, provider: { order: ['simulator-b'], allow_fallbacks: false } });
    expect(tries(second)).toEqual([['Simulator B', 200]]);
    expect(await refused({ model, provider: { order: ['simulator-a'], allow_fallbacks: false } })).toEqual([
      429,
      'Simulator A',
      [['Simulator A', 429]],
    ]);
  });

  it('are mixed with those of other models when the partition is none', async () => {
    const sort = { by: 'price', partition: 'none' };
    const json = await served({ model: 'openai/gpt-4o', models: ['simulator/provider-down'], provider: { sort } });
    expect(tries(json)).toEqual([
      ['Simulator A', 502],
      ['Simulator B', 200],
    ]);
  });

  it('say in their rows which of them is down', async () => {
    const { json } = await call(timelessContext(), '/models/simulator/provider-down/endpoints');
    const rows = dig(json, 'data', 'endpoints') as JsonObject[];
    expect(rows.map(({ tag, status, uptime_last_5m }) => [tag, status, Number(uptime_last_5m) > 90])).toEqual([
      ['simulator-a', -10, false],
      ['simulator-b', 0, true],
    ]);
  });
});
