import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from './context';
import { serveSimulator, type SimulatorServer } from './serve-http';

/** The official client of OpenAI, over HTTP: what it can read, any OpenAI-compatible client can. */
let server: SimulatorServer;
let client: OpenAI;

beforeAll(async () => {
  server = await serveSimulator({ context: createContext({ pace: 0, seed: 11 }) });
  client = new OpenAI({ baseURL: server.url, apiKey: 'sk-or-v1-test', maxRetries: 0 });
});
afterAll(() => server.close());

const messages = [{ role: 'user' as const, content: 'Weather in Oslo?' }];
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

describe('the openai client', () => {
  it('lists models', async () => {
    const ids: string[] = [];
    for await (const model of client.models.list()) ids.push(model.id);
    expect(ids).toContain('anthropic/claude-haiku-4.5');
  });

  it('reads an answer', async () => {
    const answer = await client.chat.completions.create({
      model: 'openai/gpt-4o-mini',
      messages: [{ role: 'user', content: 'Explain top_p' }],
    });
    expect(answer.choices[0]?.message.content).toMatch(/\w+ \w+/);
    expect(answer.usage?.total_tokens).toBe(
      (answer.usage?.prompt_tokens ?? 0) + (answer.usage?.completion_tokens ?? 0),
    );
  });

  it('gathers a stream', async () => {
    const stream = client.chat.completions.stream({
      model: 'anthropic/claude-haiku-4.5',
      messages: [{ role: 'user', content: 'Explain top_p' }],
      seed: 1,
    });
    let seen = '';
    stream.on('content', (delta) => {
      seen += delta;
    });
    const answer = await stream.finalChatCompletion();
    expect(answer.choices[0]?.message.content).toBe(seen);
    expect(answer.choices[0]?.finish_reason).toBe('stop');
    expect(answer.usage?.completion_tokens).toBeGreaterThan(10);
  });

  it.each([false, true])('reads tool calls (streamed: %s)', async (streaming) => {
    const body = { model: 'openai/gpt-4o-mini', messages, tools };
    const answer = streaming
      ? await client.chat.completions.stream(body).finalChatCompletion()
      : await client.chat.completions.create(body);
    const [call] = answer.choices[0]?.message.tool_calls ?? [];
    expect(call?.type === 'function' && JSON.parse(call.function.arguments)).toEqual({ city: 'Oslo' });
    expect(answer.choices[0]?.finish_reason).toBe('tool_calls');
  });

  it('parses structured output', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    };
    const format = { type: 'json_schema' as const, json_schema: { name: 'person', strict: true, schema } };
    const answer = await client.chat.completions.parse({
      model: 'openai/gpt-4o-mini',
      messages: [{ role: 'user', content: 'A made-up person.' }],
      response_format: format,
    });
    expect(answer.choices[0]?.message.parsed).toEqual({ name: expect.any(String), age: expect.any(Number) });
  });

  it('reads log probabilities', async () => {
    const answer = await client.chat.completions.create({
      model: 'openai/gpt-4o-mini',
      messages: [{ role: 'user', content: 'Heads or tails?' }],
      logprobs: true,
      top_logprobs: 2,
    });
    const [first] = answer.choices[0]?.logprobs?.content ?? [];
    expect(['Heads', 'Tails']).toContain(first?.token);
    expect(first?.top_logprobs).toHaveLength(2);
  });

  it.each([
    ['simulator/400', OpenAI.BadRequestError],
    ['simulator/401', OpenAI.AuthenticationError],
    ['simulator/403-guardrail', OpenAI.PermissionDeniedError],
    ['simulator/404-no-endpoints', OpenAI.NotFoundError],
    ['simulator/429', OpenAI.RateLimitError],
    ['simulator/500', OpenAI.InternalServerError],
  ])('throws its own error for %s', async (model, kind) => {
    await expect(client.chat.completions.create({ model, messages })).rejects.toBeInstanceOf(kind);
  });

  it('throws for an error in the middle of a stream', async () => {
    const stream = await client.chat.completions.create({ model: 'simulator/error-mid', messages, stream: true });
    let text = '';
    const read = async (): Promise<void> => {
      for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
    };
    await expect(read()).rejects.toThrow(/Upstream connection was closed/);
    expect(text).not.toBe('');
  });

  it('stops the server when it stops', async () => {
    const stream = await client.chat.completions.create({ model: 'simulator/keep-alive', messages, stream: true });
    const before = server.stats().aborted;
    stream.controller.abort();
    while (server.stats().aborted === before) await new Promise((resolve) => setImmediate(resolve));
    expect(server.stats().running).toBe(0);
  });
});
