import {
  parseJsonEventStream,
  readUIMessageStream,
  type UIMessage,
  type UIMessageChunk,
  uiMessageChunkSchema,
} from 'ai';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '@/lib/core/failure';
import type { Receipt } from '@/lib/core/receipt';

// What we send is read here with the AI SDK's own reader, strictly: an update of either side that changes the form is
// seen. The upstream is the embedded simulator.

async function ask(model: string, more: object = {}): Promise<Response> {
  const { postChat } = await import('./chat');
  const body = { model, messages: [{ role: 'user', content: 'Hello there.' }], stream: true, ...more };
  return postChat(
    new Request('http://127.0.0.1/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ runs: [{ id: crypto.randomUUID(), body }] }),
    }),
  );
}

/** Every chunk must satisfy the SDK's schema. */
function chunksOf(response: Response): ReadableStream<UIMessageChunk> {
  if (!response.body) throw new Error('The answer has no body.');
  return parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream({
      transform(parsed, controller) {
        if (!parsed.success) throw parsed.error;
        controller.enqueue(parsed.value);
      },
    }),
  );
}

async function read(response: Response): Promise<{ message: UIMessage; errors: unknown[]; steps: number }> {
  const errors: unknown[] = [];
  let message: UIMessage | undefined;
  let steps = 0;
  for await (const state of readUIMessageStream({
    stream: chunksOf(response),
    onError: (error) => errors.push(error),
  })) {
    message = state;
    steps += 1;
  }
  if (!message) throw new Error('No message came.');
  return { message, errors, steps };
}

const textIn = (message: UIMessage): string =>
  message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');

const failureIn = (errors: unknown[]): Failure =>
  JSON.parse(errors[0] instanceof Error ? errors[0].message : '{}') as Failure;

describe('the stream of one run, read by the AI SDK', () => {
  beforeEach(() => {
    for (const name of ['OPENROUTER_API_KEY', 'OPENROUTER_BASE_URL']) vi.stubEnv(name, '');
  });

  it('is a message with its text, grown in steps, and the receipt as metadata', async () => {
    const { message, errors, steps } = await read(await ask('simulator/paced-500', { max_tokens: 200 }));
    expect(errors).toEqual([]);
    expect(message.role).toBe('assistant');
    expect(textIn(message).split(/\s+/).length).toBeGreaterThan(50);
    expect(steps).toBeGreaterThan(5);
    const receipt = message.metadata as Receipt;
    expect(receipt).toMatchObject({
      requestedModel: 'simulator/paced-500',
      servedModel: 'simulator/paced-500',
      finishReason: 'length',
      usage: { completion_tokens: 200 },
    });
    expect(receipt.generationId).toMatch(/^gen-/);
    expect(receipt.timings.totalMs).toBeGreaterThan(receipt.timings.firstContentMs ?? Infinity);
  });

  it('has reasoning as a part of its own before the text, ended before it', async () => {
    const { message, errors } = await read(
      await ask('openai/gpt-5-mini', { max_tokens: 400, reasoning: { max_tokens: 40, summary: 'auto' } }),
    );
    expect(errors).toEqual([]);
    const first = message.parts.find(({ type }) => type === 'reasoning' || type === 'text');
    expect(first).toMatchObject({ type: 'reasoning', state: 'done' });
    expect(textIn(message)).not.toBe('');
  });

  it('has thoughts that the token limit cut off before the first word, and says so', async () => {
    const { message, errors } = await read(await ask('simulator/all-reasoning', { max_tokens: 30 }));
    expect(message.parts.some(({ type }) => type === 'reasoning')).toBe(true);
    expect(failureIn(errors)).toMatchObject({ stage: 'empty', code: 'length' });
  });

  it('has a tool call with its arguments', async () => {
    const tool = {
      type: 'function',
      function: {
        name: 'get_weather',
        parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      },
    };
    const response = await ask('openai/gpt-4o-mini', { tools: [tool], tool_choice: 'required' });
    const { message, errors } = await read(response);
    expect(errors).toEqual([]);
    const call = message.parts.find(({ type }) => type === 'dynamic-tool');
    expect(call).toMatchObject({ toolName: 'get_weather', state: 'input-available' });
    expect(call && 'input' in call ? call.input : null).toHaveProperty('city');
  });

  it('keeps the text before an error, and the error is a Failure', async () => {
    const { message, errors } = await read(await ask('simulator/error-mid'));
    expect(textIn(message)).not.toBe('');
    expect(errors).toHaveLength(1);
    expect(failureIn(errors)).toMatchObject({ stage: 'stream', status: 502 });
  });

  it('tells an error before the stream as its first error', async () => {
    const response = await ask('simulator/429');
    expect(response.status).toBe(200);
    const { errors } = await read(response);
    expect(failureIn(errors)).toMatchObject({ stage: 'before', status: 429 });
  });
});
