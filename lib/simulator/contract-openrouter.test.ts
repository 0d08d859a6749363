import { OpenRouter } from '@openrouter/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from './context';
import { serveSimulator, type SimulatorServer } from './serve-http';

/** The official client of OpenRouter checks every answer against its own schemas: the strictest reader there is. */
let server: SimulatorServer;
let client: OpenRouter;

beforeAll(async () => {
  server = await serveSimulator({ context: createContext({ pace: 0, seed: 11 }) });
  client = new OpenRouter({ serverURL: server.url, apiKey: 'sk-or-v1-test', retryConfig: { strategy: 'none' } });
});
afterAll(() => server.close());

const says = (content: string): { role: 'user'; content: string }[] => [{ role: 'user', content }];

const tools = [
  {
    type: 'function' as const,
    function: {
      name: 'get_weather',
      description: 'Weather of a city',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
  },
];

describe('the @openrouter/sdk client', () => {
  it('lists models, endpoints and providers, and reads the key', async () => {
    const models = await client.models.list();
    expect(JSON.stringify(models)).toContain('anthropic/claude-haiku-4.5');
    const endpoints = await client.endpoints.list({ author: 'deepseek', slug: 'deepseek-v3.2' });
    expect(JSON.stringify(endpoints)).toContain('DeepSeek');
    expect(JSON.stringify(await client.providers.list())).toContain('Anthropic');
    expect(JSON.stringify(await client.apiKeys.getCurrentKeyMetadata())).toContain('limitRemaining');
  });

  it('reads an answer with reasoning, usage and cost', async () => {
    const answer = await client.chat.send({
      chatRequest: {
        model: 'anthropic/claude-sonnet-4.5',
        messages: says('Explain top_p'),
        reasoning: { effort: 'low' },
      },
    });
    if (!('choices' in answer)) throw new Error('not an answer');
    expect(answer.choices[0]?.message.content).toMatch(/\w+ \w+/);
    expect(answer.choices[0]?.message.reasoning).toMatch(/\w/);
    expect(answer.usage?.completionTokens).toBeGreaterThan(10);
  });

  it('reads a stream to its end', async () => {
    const stream = await client.chat.send({
      chatRequest: { model: 'openai/gpt-5-mini', messages: says('Explain top_p'), stream: true, logprobs: true },
    });
    if (!(Symbol.asyncIterator in stream)) throw new Error('not a stream');
    let text = '';
    let finish: unknown = null;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      finish ??= chunk.choices[0]?.finishReason;
    }
    expect(text).toMatch(/\w+ \w+/);
    expect(finish).toBe('stop');
  });

  it('reads tools, schemas and log probabilities', async () => {
    const called = await client.chat.send({
      chatRequest: { model: 'openai/gpt-4o-mini', messages: says('Weather in Oslo?'), tools },
    });
    expect(JSON.stringify(called)).toContain('get_weather');
    const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
    const responseFormat = { type: 'json_schema' as const, jsonSchema: { name: 'person', schema } };
    const filled = await client.chat.send({
      chatRequest: { model: 'openai/gpt-4o-mini', messages: says('A person'), responseFormat },
    });
    expect('choices' in filled && JSON.parse(String(filled.choices[0]?.message.content))).toEqual({
      name: expect.any(String),
    });
    const scored = await client.chat.send({
      chatRequest: { model: 'openai/gpt-4o-mini', messages: says('Heads or tails?'), logprobs: true, topLogprobs: 2 },
    });
    expect('choices' in scored && scored.choices[0]?.logprobs?.content?.[0]?.topLogprobs).toHaveLength(2);
  });

  it.each([
    ['simulator/400', 400],
    ['simulator/401', 401],
    ['simulator/402', 402],
    ['simulator/403-moderation', 403],
    ['simulator/404-privacy', 404],
    ['simulator/408', 408],
    ['simulator/429-capacity', 429],
    ['simulator/500', 500],
    ['simulator/502', 502],
    ['simulator/503', 503],
    ['simulator/529', 529],
  ])('throws its own error for %s', async (model, statusCode) => {
    await expect(client.chat.send({ chatRequest: { model, messages: says('Hi') } })).rejects.toMatchObject({
      statusCode,
    });
  });
});
