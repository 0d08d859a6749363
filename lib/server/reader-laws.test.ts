import { describe, expect, it } from 'vitest';
import { createAnswerBuilder } from '@/lib/browser/answer-builder';
import { type Answer, textOf } from '@/lib/core/message';
import { BODIES, STREAMS } from '@/lib/wire/situations/every';
import { type BodySituation, type Situation, toBody } from '@/lib/wire/situations/situation';
import {
  between,
  isEvent,
  renamedIn,
  withEnd,
  withUnknownFields,
  withUnknownKinds,
  withUnknownValues,
} from '@/lib/wire/situations/transformed';
import { CONNECT_MS, type Delivery, type Read, readAnswer } from './front-door';

// Upstream bytes go in at the server's front door, and what comes out of the browser's reader is compared: the whole
// way of an answer, whatever the network does to it.

const FIRST_BYTE_MS = 200;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const atOnce = (text: string): Read[] => [{ bytes: bytesOf(text), after: FIRST_BYTE_MS }];
const byteByByte = (text: string): Read[] =>
  [...bytesOf(text)].map((byte, at) => ({ bytes: Uint8Array.of(byte), after: at === 0 ? FIRST_BYTE_MS : 0 }));

/** The message, receipt with its times, and failure; of an error all but its untouched original. */
async function readAs(delivery: Delivery): Promise<Answer> {
  const read = await readAnswer(delivery, createAnswerBuilder);
  return { ...read, failure: read.failure && { ...read.failure, raw: null } };
}

const readStream = ({ requested, headers }: Situation, reads: Read[]): Promise<Answer> =>
  readAs({ ...(requested && { requested }), headers: { 'content-type': 'text/event-stream', ...headers }, reads });

const readBody = ({ requested, status = 200, headers }: BodySituation, reads: Read[]): Promise<Answer> =>
  readAs({
    ...(requested && { requested }),
    status,
    headers: { 'content-type': 'application/json', ...headers },
    reads,
  });

const timeless = (answer: Answer): object => ({
  ...answer,
  parts: answer.parts.map((part) => (part.type === 'reasoning' ? { ...part, durationMs: null } : part)),
  receipt: { ...answer.receipt, timings: null },
});

function expectRight(read: Answer, expected: Situation | BodySituation): void {
  const { text, reasoning = '', others = [], calls = [], data = {}, fails, failure = {}, receipt = {} } = expected;
  expect(textOf(read)).toBe(text);
  expect(read.parts.map((part) => (part.type === 'reasoning' ? part.text : '')).join('')).toBe(reasoning);
  expect(
    read.parts.flatMap((part) =>
      part.type === 'text' || part.type === 'reasoning' ? [] : [part.type === 'data' ? part.kind : part.type],
    ),
  ).toEqual(others);
  expect(read.parts.flatMap((part) => (part.type === 'tool-call' ? [[part.name, part.arguments]] : []))).toEqual(calls);
  for (const [kind, held] of Object.entries(data))
    expect(read.parts).toContainEqual({ type: 'data', kind, data: held });
  expect(read.state).toBe(fails ? 'failed' : 'done');
  expect(read.failure?.stage).toBe(fails);
  if (read.failure) expect(read.failure).toMatchObject(failure);
  expect(read.receipt).toMatchObject(receipt);
}

// What an event says, without the reader that the laws are about.
const TEXT = /"delta":\{(?:"role":"assistant",)?"content":"[^"]|"refusal":"[^"]/;
const CONTENT = new RegExp(`${TEXT.source}|"reasoning":"[^"]|"(?:annotations|images|tool_calls)":\\[\\{`);

describe.each(STREAMS)('the stream of $name', (situation) => {
  const { events } = situation;
  const plain = toBody(events);

  it('comes to the right message, receipt and failure', async () => {
    expectRight(await readStream(situation, atOnce(plain)), situation);
  });

  const same: [string, Read[]][] = [
    ['byte by byte', byteByByte(plain)],
    ['with CRLF', atOnce(toBody(events, '\r\n'))],
    ['with CRLF, byte by byte', byteByByte(toBody(events, '\r\n'))],
    ['with a comment between any two events', atOnce(toBody(between(events, ': OPENROUTER PROCESSING')))],
    ['with fields that nobody knows', atOnce(toBody(withUnknownFields(events)))],
    ['with events of a kind that nobody knows', atOnce(toBody(withUnknownKinds(events)))],
  ];
  it.each(same)('comes to the same %s', async (_, reads) => {
    expect(await readStream(situation, reads)).toEqual(await readStream(situation, atOnce(plain)));
  });

  it('comes to the same with values that nobody knows, which are kept as they are', async () => {
    const changed = withUnknownValues(events);
    const read = await readStream(situation, atOnce(toBody(changed)));
    expect(read).toEqual(renamedIn(await readStream(situation, atOnce(plain)), changed));
  });

  it('comes to the same event by event, each at its time', async () => {
    const paced = events.map((event) => ({ bytes: bytesOf(toBody([event])), after: 10 }));
    const read = await readStream(situation, paced);
    const whole = await readStream(situation, atOnce(plain));
    expect(timeless(read)).toEqual(timeless(whole));
    const arrived = (index: number): number | null => (index < 0 ? null : CONNECT_MS + (index + 1) * 10);
    const holds = (pattern: RegExp) => arrived(events.findIndex((event) => pattern.test(JSON.stringify(event))));
    const broken = events.findIndex((event) => isEvent(event) && 'error' in event);
    const end = situation.fails ? events.length - 1 : events.findLastIndex(isEvent);
    expect(read.receipt.timings).toMatchObject({
      firstContentMs: holds(CONTENT),
      firstTextMs: holds(TEXT),
      totalMs: arrived(broken < 0 ? end : broken),
    });
  });
});

describe.each([
  // The two that have an older end by themselves, turned into the end of today.
  ['A', 2],
  // All but those two and those that break off.
  ['B', STREAMS.length - 12],
  ['C', STREAMS.length - 12],
] as const)('the end of a stream in form %s', (form, count) => {
  const applicable = STREAMS.filter(({ events }) => withEnd(events, form) !== null);

  it('is one that so many streams can have', () => {
    expect(applicable).toHaveLength(count);
  });

  it.each(applicable)('comes to the same after $name', async (situation) => {
    const changed = withEnd(situation.events, form) ?? [];
    expect(toBody(changed)).not.toBe(toBody(situation.events));
    const read = await readStream(situation, atOnce(toBody(changed)));
    expect(read).toEqual(await readStream(situation, atOnce(toBody(situation.events))));
  });
});

describe.each(BODIES)('the whole answer of $name', (situation) => {
  const { body } = situation;
  const plain = JSON.stringify(body);

  it('comes to the right message, receipt and failure', async () => {
    const read = await readBody(situation, atOnce(plain));
    expectRight(read, situation);
    const arrived = CONNECT_MS + FIRST_BYTE_MS;
    const { firstContentMs, totalMs } = read.receipt.timings;
    expect([firstContentMs, totalMs]).toEqual([situation.fails ? null : arrived, arrived]);
  });

  const same: [string, Read[]][] = [
    ['byte by byte', byteByByte(plain)],
    ['after blanks that keep the connection alive', atOnce(`\n\n  \n${plain}`)],
    ['in lines with CRLF', atOnce(JSON.stringify(body, null, 2).replaceAll('\n', '\r\n'))],
    ['with fields that nobody knows', atOnce(JSON.stringify(withUnknownFields([body])[0]))],
  ];
  it.each(same)('comes to the same %s', async (_, reads) => {
    expect(await readBody(situation, reads)).toEqual(await readBody(situation, atOnce(plain)));
  });

  it('comes to the same with values that nobody knows, which are kept as they are', async () => {
    const changed = withUnknownValues([body]);
    const read = await readBody(situation, atOnce(JSON.stringify(changed[0])));
    expect(read).toEqual(renamedIn(await readBody(situation, atOnce(plain)), changed));
  });
});
