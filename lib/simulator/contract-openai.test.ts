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

/** Streamed or not: every kind of answer is read both ways. */
const WAYS = [false, true];
type Body = Parameters<OpenAI['chat']['completions']['stream']>[0];
type ParseBody = OpenAI.Chat.Completions.ChatCompletionParseParams;
type Read = OpenAI.Chat.Completions.ChatCompletion;

/** The whole answer; a stream is gathered by the client itself. */
const read = async (body: Body, streaming: boolean): Promise<Read> => {
  if (streaming) return client.chat.completions.stream<Body, unknown>(body).finalChatCompletion();
  // What parses answers takes no tools but strict ones.
  if (body.tools) return client.chat.completions.create({ ...body, stream: false });
  return client.chat.completions.parse<ParseBody, unknown>({ ...body, stream: false });
};

const says = (content: string): { role: 'user'; content: string }[] => [{ role: 'user', content }];
const messages = says('Weather in Oslo?');
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

  it.each(WAYS)('reads an answer (streamed: %s)', async (streaming) => {
    const body = { model: 'anthropic/claude-haiku-4.5', messages: says('Explain top_p'), seed: 1 };
    const answer = await read(body, streaming);
    expect(answer.choices[0]?.message.content).toMatch(/\w+ \w+/);
    expect(answer.choices[0]?.finish_reason).toBe('stop');
    const { total_tokens: total, prompt_tokens: prompt, completion_tokens: completion } = answer.usage ?? {};
    expect(completion).toBeGreaterThan(10);
    expect(total).toBe((prompt ?? 0) + (completion ?? 0));
  });

  it('hears a stream piece by piece', async () => {
    const stream = client.chat.completions.stream({ model: 'openai/gpt-4o-mini', messages: says('Explain top_p') });
    const pieces: string[] = [];
    stream.on('content', (delta) => pieces.push(delta));
    const answer = await stream.finalChatCompletion();
    expect(pieces.length).toBeGreaterThan(5);
    expect(answer.choices[0]?.message.content).toBe(pieces.join(''));
  });

  it.each(WAYS)('reads tool calls (streamed: %s)', async (streaming) => {
    const answer = await read({ model: 'openai/gpt-4o-mini', messages, tools }, streaming);
    const [call] = answer.choices[0]?.message.tool_calls ?? [];
    expect(call?.type === 'function' && JSON.parse(call.function.arguments)).toEqual({ city: 'Oslo' });
    expect(answer.choices[0]?.finish_reason).toBe('tool_calls');
  });

  it.each(WAYS)('parses structured output (streamed: %s)', async (streaming) => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    };
    const format = { type: 'json_schema' as const, json_schema: { name: 'person', strict: true, schema } };
    const body = { model: 'openai/gpt-4o-mini', messages: says('A made-up person.'), response_format: format };
    const answer = await read(body, streaming);
    expect(answer.choices[0]?.message).toHaveProperty('parsed', { name: expect.any(String), age: expect.any(Number) });
  });

  it.each(WAYS)('reads log probabilities (streamed: %s)', async (streaming) => {
    const body = { model: 'openai/gpt-4o-mini', messages: says('Heads or tails?'), logprobs: true, top_logprobs: 2 };
    const answer = await read(body, streaming);
    const { logprobs, message } = answer.choices[0] ?? {};
    const scores = logprobs?.content ?? [];
    expect(scores.map(({ token }) => token).join('')).toBe(message?.content);
    expect(scores[0]?.top_logprobs.map(({ token }) => token).toSorted()).toEqual(['Heads', 'Tails']);
    expect(scores[0]?.logprob).toBeLessThan(0);
  });

  const kinds: [string, number, new (...given: never[]) => Error][] = [
    ['simulator/400', 400, OpenAI.BadRequestError],
    ['simulator/401', 401, OpenAI.AuthenticationError],
    // The client has no class of its own for 402.
    ['simulator/402', 402, OpenAI.APIError],
    ['simulator/403-guardrail', 403, OpenAI.PermissionDeniedError],
    ['simulator/404-no-endpoints', 404, OpenAI.NotFoundError],
    ['simulator/429', 429, OpenAI.RateLimitError],
    ['simulator/500', 500, OpenAI.InternalServerError],
    ['simulator/503', 503, OpenAI.InternalServerError],
  ];
  it.each(WAYS.flatMap((streaming) => kinds.map((kind) => [...kind, streaming] as const)))(
    'throws its own error for %s (%i, %o, streamed: %s)',
    async (model, status, kind, stream) => {
      const thrown = await client.chat.completions.create({ model, messages, stream }).catch((reason) => reason);
      expect(thrown).toBeInstanceOf(kind);
      expect(thrown).toMatchObject({ status, error: { message: expect.stringMatching(/\w/), code: status } });
    },
  );

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
