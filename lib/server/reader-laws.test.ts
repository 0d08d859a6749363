import { describe, expect, it } from 'vitest';
import { createAnswerBuilder } from '@/lib/browser/answer-builder';
import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { type Answer, textOf } from '@/lib/core/message';
import { openReceipt } from '@/lib/core/receipt';
import { ANSWERING } from '@/lib/wire/situations/answering';
import { FAILING } from '@/lib/wire/situations/failing';
import { type Situation, toBody } from '@/lib/wire/situations/situation';
import { answer } from './answer';

// Upstream bytes go in at the server's front door, and what comes out of the browser's reader is compared: the whole
// way of an answer, whatever the network does to it.

const SITUATIONS = [...ANSWERING, ...FAILING];
type Events = Situation['events'];

const bytesOf = (events: Events, newline?: string): Uint8Array => new TextEncoder().encode(toBody(events, newline));

const streamOf = (pieces: Uint8Array[]): ReadableStream<Uint8Array> => {
  const waiting = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = waiting.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
};

/** The message, receipt and failure that a stream comes to, without times and the error's untouched original. */
async function readAs(pieces: Uint8Array[]): Promise<object> {
  const response = new Response(streamOf(pieces), { headers: { 'content-type': 'text/event-stream' } });
  const upstream = {
    kind: 'custom' as const,
    baseUrl: 'http://upstream.test/v1',
    send: () => Promise.resolve(response),
  };
  const run = { id: 'run', body: { model: 'asked/model', messages: [{ role: 'user', content: 'Hi' }] } };
  const start: Answer = {
    id: 'answer',
    parentId: 'question',
    createdAt: 0,
    role: 'assistant',
    parts: [],
    state: 'running',
    receipt: openReceipt('asked/model', 0),
    failure: null,
  };
  const builder = createAnswerBuilder(start, () => 0);
  for await (const chunk of answer(run, upstream, { owner: 'nobody' }, new AbortController().signal))
    builder.take(chunk);
  const read = builder.answer();
  const { timings: _, ...receipt } = read.receipt;
  return { ...read, receipt, failure: read.failure && { ...read.failure, raw: null } };
}

const isEvent = (event: JsonObject | string): event is JsonObject => typeof event !== 'string';

const between = (events: Events, added: string): Events => [added, ...events.flatMap((event) => [event, added])];

/** Adds what this version of the API does not have, at every level. */
const withUnknown = (events: Events): Events =>
  events.map((event) => {
    if (!isEvent(event)) return event;
    const choices = Array.isArray(event['choices'])
      ? event['choices'].map((choice) =>
          isJsonObject(choice)
            ? {
                ...choice,
                moon_phase: 0.3,
                delta: { ...(isJsonObject(choice['delta']) ? choice['delta'] : {}), scent: ['pine'] },
              }
            : choice,
        )
      : [];
    return { ...event, choices, x_new: { deep: [1, { two: null }] } };
  });

const withUnknownKinds = (events: Events): Events =>
  between(events, JSON.stringify({ id: '', object: 'chat.completion.weather', choices: [] }));

const last = (events: Events): JsonObject | undefined => events.findLast(isEvent);

/** The same end in another of its three forms (§4.3); null for a stream that does not end with usage. */
function withEnd(events: Events, form: 'B' | 'C'): Events | null {
  const usage = last(events);
  if (!usage || !isJsonObject(usage['usage']) || usage['error'] || !Array.isArray(usage['choices'])) return null;
  const choice = usage['choices'][0];
  if (!isJsonObject(choice) || choice['finish_reason'] === null) return null;
  const choices = form === 'C' ? [] : [{ ...choice, finish_reason: null, native_finish_reason: null }];
  return events.map((event) => (event === usage ? { ...usage, choices } : event));
}

describe.each(SITUATIONS)('$name', (situation) => {
  const { events, text, reasoning = '', fails, receipt = {}, others = [] } = situation;

  it('comes to the right message, receipt and failure', async () => {
    const read = (await readAs([bytesOf(events)])) as Answer;
    expect(textOf(read)).toBe(text);
    expect(read.parts.map((part) => (part.type === 'reasoning' ? part.text : '')).join('')).toBe(reasoning);
    expect(
      read.parts.flatMap((part) =>
        part.type === 'text' || part.type === 'reasoning' ? [] : [part.type === 'data' ? part.kind : part.type],
      ),
    ).toEqual(others);
    expect(read.state).toBe(fails ? 'failed' : 'done');
    expect(read.failure?.stage).toBe(fails);
    expect(read.receipt).toMatchObject(receipt);
  });

  const whole = bytesOf(events);
  const same: [string, () => Uint8Array[] | null][] = [
    ['byte by byte', () => [...whole].map((byte) => Uint8Array.of(byte))],
    ['with CRLF', () => [bytesOf(events, '\r\n')]],
    ['with CRLF, byte by byte', () => [...bytesOf(events, '\r\n')].map((byte) => Uint8Array.of(byte))],
    ['with a comment between any two events', () => [bytesOf(between(events, ': OPENROUTER PROCESSING'))]],
    ['with fields that nobody knows', () => [bytesOf(withUnknown(events))]],
    ['with events of a kind that nobody knows', () => [bytesOf(withUnknownKinds(events))]],
    ['with the end in form B', () => ((other) => other && [bytesOf(other)])(withEnd(events, 'B'))],
    ['with the end in form C', () => ((other) => other && [bytesOf(other)])(withEnd(events, 'C'))],
  ];
  it.each(same)('comes to the same %s', async (_, pieces) => {
    const changed = pieces();
    if (changed) expect(await readAs(changed)).toEqual(await readAs([whole]));
  });
});
