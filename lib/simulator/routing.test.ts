import type { JsonObject } from '@/lib/core/json';
import { describe, expect, it } from 'vitest';
import { ask, contentOf, dig, timelessContext, userSays } from './test-client';

const WITH_METADATA = { 'X-OpenRouter-Metadata': 'enabled' };
const OPEN = 'deepseek/deepseek-v3.2';

const served = async (body: JsonObject): Promise<JsonObject> =>
  (await ask(timelessContext(), body, WITH_METADATA)).json;

describe('the list of models', () => {
  it('is walked in order, past every model that is down, at the price of the one that serves', async () => {
    const json = await served({
      model: 'simulator/down',
      models: ['simulator/429-capacity', 'anthropic/claude-haiku-4.5', 'openai/gpt-4o'],
    });
    expect(json.model).toBe('anthropic/claude-haiku-4.5');
    const {
      prompt_tokens: prompt,
      completion_tokens: completion,
      cost,
    } = json.usage as { prompt_tokens: number; completion_tokens: number; cost: number };
    expect(cost).toBeCloseTo(prompt * 0.000001 + completion * 0.000005, 12);
    expect(dig(json, 'openrouter_metadata', 'attempts')).toMatchObject([
      { model: 'simulator/down', status: 503 },
      { provider: 'Simulator A', status: 429 },
      { provider: 'Simulator B', status: 429 },
      { model: 'anthropic/claude-haiku-4.5', status: 200 },
    ]);
    expect(dig(json, 'openrouter_metadata', 'strategy')).toBe('fallback');
  });

  it('gives the error of the last try when nobody serves', async () => {
    const { response, json } = await ask(
      timelessContext(),
      { model: 'simulator/down', models: ['simulator/502'] },
      WITH_METADATA,
    );
    expect(response.status).toBe(502);
    expect(dig(json, 'openrouter_metadata', 'attempts')).toMatchObject([{ status: 503 }, { status: 502 }]);
    expect(dig(json, 'error', 'metadata', 'previous_errors')).toEqual([
      { provider: 'simulator', code: 'temporarily_unavailable', status: 503 },
    ]);
  });

  it('is not walked after what is wrong with the request or the account', async () => {
    for (const model of [
      'simulator/400',
      'simulator/401',
      'simulator/402',
      'simulator/403-guardrail',
      'simulator/429',
    ]) {
      const { response } = await ask(timelessContext(), { model, models: ['openai/gpt-4o-mini'] });
      expect(response.status, model).toBeGreaterThanOrEqual(400);
    }
  });

  it('moves on when a prompt is too long for the first model', async () => {
    const { json } = await ask(timelessContext(), {
      model: 'openai/gpt-4',
      models: ['openai/gpt-4.1'],
      messages: userSays('word '.repeat(20_000)),
      transforms: [],
      max_tokens: 5,
    });
    expect(json.model).toBe('openai/gpt-4.1');
  });

  it('moves on when the first model lacks tools', async () => {
    const tools = [{ type: 'function', function: { name: 'x' } }];
    const { json } = await ask(timelessContext(), { model: 'perplexity/sonar', models: ['openai/gpt-4o-mini'], tools });
    expect(json.model).toBe('openai/gpt-4o-mini');
  });
});

describe('names', () => {
  it.each([
    ['anthropic/claude-4.5-haiku-20251001', 'anthropic/claude-haiku-4.5'],
    ['~openai/gpt-mini-latest', 'openai/gpt-5.4-mini'],
    ['openai/gpt-4o-mini:nitro', 'openai/gpt-4o-mini'],
    ['openai/gpt-4o-mini:floor:online', 'openai/gpt-4o-mini'],
    ['z-ai/glm-5.2:free', 'z-ai/glm-5.2:free'],
    ['openai/gpt-4o-mini@preset/mine', 'openai/gpt-4o-mini'],
  ])('%s is served by %s', async (model, row) => {
    expect((await ask(timelessContext(), { model, max_tokens: 20 })).json.model).toBe(row);
  });

  it('searches for :online, and thinks for :thinking', async () => {
    const online = await ask(timelessContext(), { model: 'openai/gpt-4o-mini:online' });
    expect(dig(online.json, 'choices', 0, 'message', 'annotations', 0, 'type')).toBe('url_citation');
    const thinking = await ask(timelessContext(), { model: 'anthropic/claude-sonnet-4.5:thinking' });
    expect(dig(thinking.json, 'choices', 0, 'message', 'reasoning')).toMatch(/\w/);
    expect(
      dig(
        (await ask(timelessContext(), { model: 'anthropic/claude-sonnet-4.5' })).json,
        'choices',
        0,
        'message',
        'reasoning',
      ),
    ).toBeNull();
  });

  it.each([
    ['openai/gpt-7-nano', 400, 'model_not_found'],
    ['openai/gpt-4o-mini:batch', 400, 'wrong_endpoint'],
    ['anthropic/claude-haiku-4.5:free', 404, 'free_variant_ended'],
  ])('%s is refused with %i and %s', async (model, status, code) => {
    const { response, json } = await ask(timelessContext(), { model });
    expect(response.status).toBe(status);
    expect(json.error).toMatchObject({
      code: status,
      availability: { code, retryable: false, requested_models: [model] },
    });
    expect(dig(json, 'error', 'availability', 'fallback_models')).toHaveLength(1);
  });
});

describe('routers', () => {
  it('pick a concrete model, a dearer one for a harder prompt', async () => {
    const easy = await ask(timelessContext(), { model: 'openrouter/auto', messages: userSays('Hi') });
    const hard = await ask(timelessContext(), {
      model: 'openrouter/auto',
      messages: userSays('Prove that this algorithm terminates and optimise it'),
    });
    expect(String(easy.json.model)).toMatch(/\//);
    expect(easy.json.model).not.toBe(hard.json.model);
    expect(Number(dig(easy.json, 'usage', 'cost'))).toBeGreaterThan(0);
  });

  it('keep to the models they are allowed', async () => {
    const plugins = [{ id: 'auto-router', allowed_models: ['mistralai/*'] }];
    const { json } = await ask(timelessContext(), { model: 'openrouter/auto', plugins });
    expect(String(json.model)).toMatch(/^mistralai\//);
    const none = await ask(timelessContext(), {
      model: 'openrouter/auto',
      plugins: [{ id: 'auto-router', excluded_models: ['*'] }],
    });
    expect(none.response.status).toBe(404);
  });

  it('know the free ones', async () => {
    const { json } = await ask(timelessContext(), { model: 'openrouter/free' });
    expect(String(json.model)).toMatch(/:free$/);
    expect(dig(json, 'usage', 'cost')).toBe(0);
  });
});

describe('provider preferences', () => {
  const providers = async (provider: JsonObject, more: JsonObject = {}): Promise<string[]> => {
    const json = await served({ model: OPEN, provider, ...more });
    const available = dig(json, 'openrouter_metadata', 'endpoints', 'available') as {
      provider: string;
      selected: boolean;
    }[];
    return available.toSorted((a, b) => Number(b.selected) - Number(a.selected)).map(({ provider: name }) => name);
  };

  it('order, only and ignore choose among the endpoints', async () => {
    const all = await providers({});
    expect(all.length).toBeGreaterThan(1);
    const [first = '', second = ''] = all;
    expect((await providers({ order: [second] }))[0]).toBe(second);
    expect(await providers({ only: [second] })).toEqual([second]);
    expect(await providers({ ignore: [first] })).not.toContain(first);
    expect(await providers({ order: [second], allow_fallbacks: false })).toEqual([second]);
  });

  it('sorts by price, throughput and latency', async () => {
    for (const [model, sort] of [
      [`${OPEN}:floor`, 'price'],
      [`${OPEN}:nitro`, 'throughput'],
    ] as const) {
      expect((await providers({}, { model }))[0]).toBe((await providers({ sort }))[0]);
    }
    expect(await providers({ sort: { by: 'latency' } })).toHaveLength((await providers({})).length);
  });

  it('sorts over all models when the partition is none', async () => {
    const json = await served({
      model: 'anthropic/claude-opus-5',
      models: ['openai/gpt-4o-mini'],
      provider: { sort: { by: 'price', partition: 'none' } },
    });
    expect(json.model).toBe('openai/gpt-4o-mini');
  });

  it.each([
    [{ zdr: true }, { model: 'mistralai/mistral-large-2512' }, 'privacy_restricted', ['data_policy:zdr']],
    [{ max_price: { prompt: 0.0001 } }, {}, 'constraint_filtered', ['max_price']],
    [{ quantizations: ['int4'] }, {}, 'constraint_filtered', ['quantization']],
    [
      { require_parameters: true },
      { model: 'anthropic/claude-haiku-4.5', min_p: 0.1 },
      'constraint_filtered',
      ['require_parameters'],
    ],
  ])('%o can leave nobody: 404 %s', async (provider, more, code, excluded) => {
    const { response, json } = await ask(timelessContext(), { model: OPEN, provider, ...more });
    expect(response.status).toBe(404);
    expect(json.error).toMatchObject({ availability: { code, excluded_by: excluded } });
  });

  it('names the step that took the last endpoint', async () => {
    const tools = [{ type: 'function', function: { name: 'x' } }];
    const { response, json } = await ask(timelessContext(), { model: 'perplexity/sonar', tools });
    expect(response.status).toBe(404);
    expect(json.error).toMatchObject({
      message: 'No endpoints found that support tool use.',
      metadata: { failed_routing_step: 'Filter by Tool Support' },
    });
    const image = userSays([
      { type: 'text', text: 'What is it?' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
    ]);
    const blind = await ask(timelessContext(), { model: OPEN, messages: image });
    expect(dig(blind.json, 'error', 'message')).toBe('No endpoints found that support image input');
    const nobody = await ask(timelessContext(), { model: OPEN, provider: { only: ['nobody'] } });
    expect(dig(nobody.json, 'error', 'message')).toBe('No allowed providers are available for the selected model.');
  });

  it('serves a tier only when it is asked for, at its own price', async () => {
    const usual = await ask(timelessContext(), { model: 'openai/gpt-5-mini', seed: 1 });
    const flex = await ask(timelessContext(), { model: 'openai/gpt-5-mini', seed: 1, service_tier: 'flex' });
    expect([usual.json.service_tier, flex.json.service_tier]).toEqual(['default', 'flex']);
    expect(Number(dig(flex.json, 'usage', 'cost'))).toBeCloseTo(Number(dig(usual.json, 'usage', 'cost')) / 2, 12);
    expect(contentOf(flex)).toBe(contentOf(usual));
  });
});
