import { OpenRouter } from '@openrouter/sdk';
import type { ChatRequest, ChatResult, ChatStreamChunk } from '@openrouter/sdk/models';
import * as errors from '@openrouter/sdk/models/errors';
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

/** Streamed or not: every kind of answer is read both ways. */
const WAYS = [false, true];

type Scores = NonNullable<NonNullable<ChatResult['choices'][number]['logprobs']>['content']>;

interface Read {
  content: string;
  reasoning: string;
  calls: { id: string; name: string; arguments: string }[];
  scores: Scores;
  finish: string | null;
  usage: ChatResult['usage'];
  error: ChatStreamChunk['error'];
}

const nothing = (): Read => ({
  content: '',
  reasoning: '',
  calls: [],
  scores: [],
  finish: null,
  usage: undefined,
  error: undefined,
});

/** This client hands out chunks and leaves the gathering to its user. */
async function gathered(stream: AsyncIterable<ChatStreamChunk>): Promise<Read> {
  const all = nothing();
  for await (const { choices, usage, error } of stream) {
    all.usage = usage ?? all.usage;
    all.error = error ?? all.error;
    const [choice] = choices;
    all.finish ??= choice?.finishReason ?? null;
    all.content += choice?.delta.content ?? '';
    all.reasoning += choice?.delta.reasoning ?? '';
    all.scores.push(...(choice?.logprobs?.content ?? []));
    for (const { index, id, function: piece } of choice?.delta.toolCalls ?? []) {
      const call = (all.calls[index] ??= { id: id ?? '', name: piece?.name ?? '', arguments: '' });
      call.arguments += piece?.arguments ?? '';
    }
  }
  return all;
}

async function read(chatRequest: ChatRequest, stream: boolean): Promise<Read> {
  const answer = await client.chat.send({ chatRequest: { ...chatRequest, stream } });
  if (!('choices' in answer)) return gathered(answer);
  const [choice] = answer.choices;
  return {
    ...nothing(),
    content: String(choice?.message.content ?? ''),
    reasoning: choice?.message.reasoning ?? '',
    calls: (choice?.message.toolCalls ?? []).map(({ id, function: spec }) => ({ id, ...spec })),
    scores: choice?.logprobs?.content ?? [],
    finish: choice?.finishReason ?? null,
    usage: answer.usage,
  };
}

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

  it.each(WAYS)('reads an answer with reasoning, usage and cost (streamed: %s)', async (streaming) => {
    const answer = await read(
      { model: 'anthropic/claude-sonnet-4.5', messages: says('Explain top_p'), reasoning: { effort: 'low' } },
      streaming,
    );
    expect(answer.content).toMatch(/\w+ \w+/);
    expect(answer.reasoning).toMatch(/\w/);
    expect(answer.finish).toBe('stop');
    expect(answer.usage?.completionTokens).toBeGreaterThan(10);
    expect(answer.usage?.cost).toBeGreaterThan(0);
  });

  it.each(WAYS)('reads tool calls (streamed: %s)', async (streaming) => {
    const answer = await read({ model: 'openai/gpt-4o-mini', messages: says('Weather in Oslo?'), tools }, streaming);
    expect(answer.calls).toEqual([
      { id: expect.stringMatching(/^call_/), name: 'get_weather', arguments: expect.any(String) },
    ]);
    expect(JSON.parse(answer.calls[0]?.arguments ?? '')).toEqual({ city: 'Oslo' });
    expect(answer.finish).toBe('tool_calls');
  });

  it.each(WAYS)('reads JSON under a schema (streamed: %s)', async (streaming) => {
    const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
    const responseFormat = { type: 'json_schema' as const, jsonSchema: { name: 'person', schema } };
    const answer = await read({ model: 'openai/gpt-4o-mini', messages: says('A person'), responseFormat }, streaming);
    expect(JSON.parse(answer.content)).toEqual({ name: expect.any(String) });
  });

  it.each(WAYS)('reads log probabilities of a model that lists them (streamed: %s)', async (streaming) => {
    const answer = await read(
      { model: 'openai/gpt-4o-mini', messages: says('Heads or tails?'), logprobs: true, topLogprobs: 2 },
      streaming,
    );
    expect(answer.scores.map(({ token }) => token).join('')).toBe(answer.content);
    expect(answer.scores[0]?.topLogprobs.map(({ token }) => token).toSorted()).toEqual(['Heads', 'Tails']);
  });

  it('reads none from a model that does not', async () => {
    const answer = await read({ model: 'openai/gpt-5-mini', messages: says('Heads or tails?'), logprobs: true }, true);
    expect(answer.content).toMatch(/\w/);
    expect(answer.scores).toEqual([]);
  });

  const kinds: [string, number, new (...given: never[]) => Error][] = [
    ['simulator/400', 400, errors.BadRequestResponseError],
    ['simulator/401', 401, errors.UnauthorizedResponseError],
    ['simulator/402', 402, errors.PaymentRequiredResponseError],
    ['simulator/403-moderation', 403, errors.ForbiddenResponseError],
    ['simulator/404-privacy', 404, errors.NotFoundResponseError],
    ['simulator/408', 408, errors.RequestTimeoutResponseError],
    ['simulator/429', 429, errors.TooManyRequestsResponseError],
    ['simulator/429-capacity', 429, errors.TooManyRequestsResponseError],
    ['simulator/500', 500, errors.InternalServerResponseError],
    ['simulator/502', 502, errors.BadGatewayResponseError],
    ['simulator/503', 503, errors.ServiceUnavailableResponseError],
    ['simulator/529', 529, errors.ProviderOverloadedResponseError],
  ];
  it.each(WAYS.flatMap((streaming) => kinds.map((kind) => [...kind, streaming] as const)))(
    'throws its own error for %s (%i, %o, streamed: %s)',
    async (model, statusCode, kind, stream) => {
      const thrown: unknown = await client.chat
        .send({ chatRequest: { model, messages: says('Hi'), stream } })
        .catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(kind);
      expect(thrown).toMatchObject({ statusCode, error: { code: statusCode, message: expect.stringMatching(/\w/) } });
    },
  );

  it('reads an error in the middle of a stream', async () => {
    const answer = await read({ model: 'simulator/error-mid', messages: says('Hi') }, true);
    expect(answer.content).toMatch(/\w/);
    expect(answer.finish).toBe('error');
    expect(answer.error).toMatchObject({ code: 502, message: 'Upstream connection was closed' });
  });
});
