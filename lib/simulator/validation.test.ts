import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { simulate } from './simulate';
import { ask, call, dig, requestFor, timelessContext, userSays } from './test-client';

describe('a malformed request', () => {
  it.each<[string, JsonObject]>([
    ['temperature', { temperature: 'hot' }],
    ['temperature', { temperature: 2.1 }],
    ['top_p', { top_p: -0.1 }],
    ['top_k', { top_k: 1.5 }],
    ['max_tokens', { max_tokens: 0 }],
    ['seed', { seed: 'x' }],
    ['stop', { stop: ['a', 'b', 'c', 'd', 'e'] }],
    ['logit_bias', { logit_bias: { 5: 101 } }],
    ['top_logprobs', { logprobs: true, top_logprobs: 21 }],
    ['top_logprobs', { top_logprobs: 3 }],
    ['messages', { messages: [] }],
    ['messages', { messages: [{ content: 'no role' }] }],
    ['messages', { messages: [{ role: 'tool', content: 'no id' }] }],
    ['messages', { messages: [{ role: 'user', content: [{ type: 'hologram' }] }] }],
    ['provider', { provider: { sortt: 'price' } }],
    ['provider', { provider: { order: 'openai' } }],
    ['response_format', { response_format: { type: 'json_schema' } }],
    ['tools', { tools: [{ type: 'function', function: {} }] }],
    ['metadata', { metadata: { key: 'v'.repeat(513) } }],
    ['session_id', { session_id: 's'.repeat(257) }],
    ['reasoning', { reasoning: { effort: 'enormous' } }],
    ['reasoning.max_tokens', { reasoning: { effort: 'high', max_tokens: 100 } }],
    ['reasoning_effort', { reasoning: { effort: 'high' }, reasoning_effort: 'low' }],
    ['openrouter:bash', { tools: [{ type: 'openrouter:bash' }] }],
  ])('is a 400 that names %s: %o', async (field, body) => {
    const { response, json } = await ask(timelessContext(), body);
    expect(response.status).toBe(400);
    expect(dig(json, 'error', 'code')).toBe(400);
    expect(String(dig(json, 'error', 'message'))).toContain(field);
  });

  it.each<[JsonObject, string]>([
    [{ messages: [{ role: 'user', content: 7 }] }, 'messages[0].content expected string or array, received number'],
    [
      { messages: [{ role: 'user', content: [{ type: 'hologram' }] }] },
      'messages[0].content[0].type expected one of text',
    ],
    [{ messages: userSays('Hi').concat({ content: 'no role' }) }, 'messages[1].role is required'],
    [{ stop: 7 }, 'stop expected string or array, received number'],
    [{ stop: ['a', 7] }, 'stop[1] expected string, received number'],
    [{ tool_choice: 'maybe' }, 'tool_choice expected one of none, auto, required or object, received string'],
    [{ tool_choice: { type: 'function' } }, 'tool_choice.function.name is required'],
    [
      { tool_choice: { type: 'function', function: { name: 'fly' } } },
      'tool_choice names "fly", which is not among the tools',
    ],
    [
      { provider: { sort: 7 } },
      'provider.sort expected one of price, throughput, latency, exacto or object, received number',
    ],
    [{ provider: { sort: { by: 'luck' } } }, 'provider.sort.by expected one of price'],
    [
      { provider: { max_price: { prompt: [] } } },
      'provider.max_price.prompt expected number or string, received array',
    ],
    [
      { response_format: { type: 'json_schema', json_schema: { name: 'my person', schema: {} } } },
      'response_format.json_schema.name must match',
    ],
    [{ max_tokens: -1 }, 'max_tokens must be at least 1'],
    [{ logit_bias: { 5: 'much' } }, 'logit_bias.5 expected number, received string'],
    [{ tools: [{ type: 'function', function: {} }] }, 'tools[0].function.name is required'],
  ])('says where it is wrong and what would do: %o', async (body, words) => {
    const { json } = await ask(timelessContext(), body);
    expect(String(dig(json, 'error', 'message'))).toMatch(
      new RegExp(`^Invalid input: ${words.replace(/[[\].]/g, '\\$&')}`),
    );
  });

  it('may name at most three fallbacks, in the words of the service', async () => {
    const { json } = await ask(timelessContext(), { models: ['a/b', 'c/d', 'e/f', 'g/h'] });
    expect(json).toEqual({ error: { message: "'models' array must have 3 items or fewer.", code: 400 } });
  });

  it('may carry unknown fields and nulls', async () => {
    const { response } = await ask(timelessContext(), {
      novelty: { deep: true },
      temperature: null,
      stop: null,
      safe_prompt: true,
    });
    expect(response.status).toBe(200);
  });

  it('is answered even when it is no JSON, or no object', async () => {
    for (const body of ['{', '[]', '7', '']) {
      const response = await simulate(
        new Request('http://x/api/v1/chat/completions', {
          method: 'POST',
          headers: { Authorization: 'Bearer k' },
          body,
        }),
        timelessContext(),
      );
      expect(response.status).toBe(400);
    }
  });
});

describe('what a model cannot do', () => {
  it('a prompt that is too long is a 400 with the limit', async () => {
    const { json } = await ask(timelessContext(), {
      model: 'openai/gpt-4o-mini',
      messages: userSays('word '.repeat(130_000)),
    });
    expect(json.error).toMatchObject({
      code: 400,
      metadata: { error_type: 'context_length_exceeded', provider_name: null },
    });
    expect(dig(json, 'error', 'message')).toMatch(/maximum context length is 128000 tokens, 1300\d\d were asked for/);
  });

  it('unless it may be compressed', async () => {
    const plugins = [{ id: 'context-compression', engine: 'middle-out' }];
    const { json } = await ask(timelessContext(), {
      messages: userSays('word '.repeat(130_000)),
      plugins,
      max_tokens: 3,
    });
    expect(dig(json, 'usage', 'prompt_tokens')).toBe(128_000);
  });

  it('reasoning that is mandatory cannot be turned off, except by an alias', async () => {
    const reasoning = { effort: 'none' };
    const { response } = await ask(timelessContext(), { model: 'anthropic/claude-fable-5', reasoning });
    expect(response.status).toBe(400);
    const alias = await ask(timelessContext(), { model: '~anthropic/claude-fable-latest', reasoning });
    expect(Number(dig(alias.json, 'usage', 'completion_tokens_details', 'reasoning_tokens'))).toBeGreaterThan(0);
  });

  it('reasoning can be off, hidden or bounded', async () => {
    const model = 'anthropic/claude-sonnet-4.5';
    const tokens = async (reasoning: JsonObject): Promise<unknown> =>
      dig(
        (await ask(timelessContext(), { model, reasoning })).json,
        'usage',
        'completion_tokens_details',
        'reasoning_tokens',
      );
    expect(await tokens({ enabled: false })).toBe(0);
    expect(await tokens({ max_tokens: 50 })).toBe(50);
    const hidden = await ask(timelessContext(), { model, reasoning: { effort: 'low', exclude: true } });
    expect(dig(hidden.json, 'choices', 0, 'message', 'reasoning')).toBeNull();
    expect(Number(dig(hidden.json, 'usage', 'completion_tokens_details', 'reasoning_tokens'))).toBeGreaterThan(0);
    expect(Number(await tokens({ effort: 'high' }))).toBeGreaterThan(Number(await tokens({ effort: 'low' })));
  });
});

describe('keys and routes', () => {
  it.each([
    [{}, 401, 'Missing Authentication header'],
    [{ Authorization: 'Bearer sk-invalid' }, 401, 'User not found.'],
    [{ Authorization: 'Bearer sk-broke' }, 402, 'Insufficient credits'],
    [{ Authorization: 'Bearer sk-limited' }, 403, 'Key limit exceeded (daily limit).'],
  ])('%o gives %i', async (headers, status, message) => {
    const body = JSON.stringify({ model: 'openai/gpt-4o-mini', messages: userSays('Hi') });
    const response = await simulate(
      new Request('http://x/api/v1/chat/completions', { method: 'POST', headers, body }),
      timelessContext(),
    );
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { message, code: status } });
  });

  it.each([
    ['sk-broke', 0, null],
    ['sk-limited', 0, 'daily'],
    ['sk-any', 20, 'monthly'],
  ])('GET /key tells the owner of %s what is left', async (bearer, left, resets) => {
    const { response, json } = await call(timelessContext(), '/key', undefined, { Authorization: `Bearer ${bearer}` });
    expect(response.status).toBe(200);
    expect(json.data).toMatchObject({ limit: 20, limit_remaining: left, usage: 20 - left, limit_reset: resets });
  });

  it('an unknown key is refused wherever a key is needed', async () => {
    for (const path of ['/key', '/generation?id=gen-1', '/models/user']) {
      const { response } = await call(timelessContext(), path, undefined, { Authorization: 'Bearer sk-invalid' });
      expect(response.status, path).toBe(401);
    }
  });

  it('paths are matched behind /api/v1, whatever stands before it', async () => {
    const context = timelessContext();
    for (const url of [
      'http://x/api/v1/models',
      'http://x/api/simulator/api/v1/models/',
      'http://x/api/simulator/v1/models',
      'http://x/api/simulator/models',
      'http://x/models',
    ]) {
      expect((await simulate(new Request(url), context)).status, url).toBe(200);
    }
    expect((await simulate(new Request('http://x/api/v1/nothing'), context)).status).toBe(404);
    const wrong = await simulate(new Request('http://x/api/v1/models', { method: 'POST' }), context);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const preflight = await simulate(new Request('http://x/api/v1/chat/completions', { method: 'OPTIONS' }), context);
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('HEAD');
  });

  it('every answer may be read by any page, with the id of its generation', async () => {
    const context = timelessContext();
    const requests = [
      requestFor('/models'),
      requestFor('/nothing'),
      requestFor('/chat/completions', { model: 'openai/gpt-4o-mini', messages: userSays('Hi'), stream: true }),
      requestFor('/chat/completions', { model: 'simulator/malformed', messages: userSays('Hi') }),
      requestFor('/chat/completions', { model: 'simulator/429', messages: userSays('Hi') }),
      new Request('http://x/api/v1/chat/completions', { method: 'OPTIONS' }),
    ];
    for (const request of requests) {
      const { headers, status } = await simulate(request, context);
      expect(headers.get('access-control-allow-origin'), String(status)).toBe('*');
      expect(headers.get('access-control-expose-headers'), String(status)).toContain('X-Generation-Id');
    }
  });

  it('HEAD is answered as GET is, without the body', async () => {
    const url = 'http://x/api/v1/models';
    const [get, head] = [
      await simulate(new Request(url), timelessContext()),
      await simulate(new Request(url, { method: 'HEAD' }), timelessContext()),
    ];
    expect([head.status, head.body]).toEqual([200, null]);
    expect([...head.headers]).toEqual([...get.headers]);
    expect(
      (await simulate(new Request('http://x/api/v1/chat/completions', { method: 'HEAD' }), timelessContext())).status,
    ).toBe(405);
  });

  it('never throws', async () => {
    const request = requestFor('/chat/completions', { model: 'openai/gpt-4o-mini', messages: userSays('Hi') });
    await request.text();
    expect((await simulate(request, timelessContext())).status).toBe(500);
  });
});
