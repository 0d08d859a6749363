import { describe, expect, it } from 'vitest';
import { createAnswerBuilder } from '@/lib/browser/answer-builder';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import type { Answer } from '@/lib/core/message';
import { BODIES, STREAMS } from '@/lib/wire/situations/every';
import { toBody } from '@/lib/wire/situations/situation';
import { type Delivery, readAnswer } from './front-door';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Original {
  bytes: Uint8Array;
  headers: Record<string, string>;
  status?: number;
}

const ORIGINALS: Original[] = [
  ...STREAMS.map(({ events }) => ({
    bytes: encoder.encode(toBody(events)),
    headers: { 'content-type': 'text/event-stream' },
  })),
  ...BODIES.map(({ body, status = 200 }) => ({
    bytes: encoder.encode(JSON.stringify(body)),
    headers: { 'content-type': 'application/json' },
    status,
  })),
];
const SEED = 20_261_122;
const MUTATIONS = 20_000;

/** Mulberry32: small, good enough, and the same everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const read = ({ headers, status = 200 }: Original, ...pieces: Uint8Array[]): Promise<Answer> => {
  const delivery: Delivery = { headers, status, reads: pieces.map((bytes) => ({ bytes, after: 0 })) };
  return readAnswer(delivery, createAnswerBuilder);
};

const splice = (bytes: Uint8Array, at: number, remove: number, added: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + remove)]);

/** Damages bytes at one place. @returns the new bytes and where they begin to differ */
function mutate(bytes: Uint8Array, random: () => number): { bytes: Uint8Array; at: number } {
  const at = Math.floor(random() * bytes.length);
  const size = 1 + Math.floor(random() * 40);
  const noise = Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
  const kinds = [
    () => splice(bytes, at, 1, noise.subarray(0, 1)),
    () => splice(bytes, at, size, noise),
    () => splice(bytes, at, size, new Uint8Array()),
    () => splice(bytes, at, 0, bytes.subarray(at, at + size)),
    () => splice(bytes, at, 0, noise),
    () => bytes.subarray(0, at),
    () => splice(bytes, at, 0, encoder.encode('\n\ndata: [DONE]\n\n')),
    () => splice(bytes, at, 0, encoder.encode('\n\ndata: {"error":{"code":502,"message":"x"}}\n\n')),
  ];
  return { bytes: kinds[Math.floor(random() * kinds.length)]?.() ?? bytes, at };
}

/** What a stream has said, or an answer holds. */
interface Said {
  text: string;
  reasoning: string;
  calls: string[];
  images: string[];
  beside: string[];
}

const nothing = (): Said => ({ text: '', reasoning: '', calls: [], images: [], beside: [] });
const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);
const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** What the events say that were complete before a place, read without the reader that is tested. */
function saidBefore({ bytes, headers }: Original, at: number): Said {
  const said = nothing();
  if (headers['content-type'] !== 'text/event-stream') return said;
  for (const event of decoder.decode(bytes.subarray(0, at)).split('\n\n').slice(0, -1)) {
    if (event.startsWith(':')) continue;
    if (event === 'data: [DONE]') break;
    const chunk = object(JSON.parse(event.slice('data: '.length)) as Json);
    if ('error' in chunk) break;
    const choice = objects(chunk['choices'])[0] ?? {};
    const delta = object(choice['delta']);
    said.text += text(delta['content']) + text(delta['refusal']);
    said.reasoning += text(delta['reasoning']);
    said.images.push(...objects(delta['images']).map((image) => text(object(image['image_url'])['url'])));
    const beside = [...objects(delta['annotations']), ...objects(object(choice['logprobs'])['content'])];
    said.beside.push(...beside.map((item) => JSON.stringify(item)));
    for (const { index, function: spec } of objects(delta['tool_calls'])) {
      const place = Number(index);
      const { name, arguments: args } = object(spec);
      said.calls[place] = (said.calls[place] ?? `${text(name)} `) + text(args);
    }
  }
  return said;
}

function heldIn({ parts }: Answer): Said {
  const held = nothing();
  for (const part of parts) {
    if (part.type === 'text') held.text += part.text;
    else if (part.type === 'reasoning') held.reasoning += part.text;
    else if (part.type === 'tool-call') held.calls.push(`${part.name} ${part.arguments}`);
    else if (part.type === 'image') held.images.push(part.url);
    else if (/annotations|logprobs/.test(part.kind))
      held.beside.push(...objects(part.data).map((item) => JSON.stringify(item)));
  }
  return held;
}

const NAMES = ['text', 'reasoning', 'calls', 'images', 'beside'] as const;

/** @returns the names of what was said and is not held, each from its beginning */
const lostOf = (said: Said, held: Said): string[] =>
  NAMES.filter((name) => {
    const [before, after] = [said[name], held[name]];
    if (typeof before === 'string' || typeof after === 'string') return !String(after).startsWith(String(before));
    return before.some((item, index) => !after[index]?.startsWith(item));
  });

describe(`${MUTATIONS} damaged answers`, () => {
  it('each come to one end, and lose nothing that came before the damage', async () => {
    const random = dice(SEED);
    const kept = new Map<string, number>();
    for (let count = 0; count < MUTATIONS; count += 1) {
      const original = ORIGINALS[Math.floor(random() * ORIGINALS.length)];
      if (!original) continue;
      const { bytes, at } = mutate(original.bytes, random);
      const said = saidBefore(original, at);
      for (const name of NAMES) if (said[name].length > 0) kept.set(name, (kept.get(name) ?? 0) + 1);
      const cut = Math.floor(random() * bytes.length);
      const answer = await read(original, bytes.subarray(0, cut), bytes.subarray(cut));
      const wrong = lostOf(said, heldIn(answer)).map((name) => `lost ${name}`);
      if (answer.state !== (answer.failure ? 'failed' : 'done')) wrong.push(`ends as ${answer.state}`);
      // An expectation for each would take longer than the answers do.
      if (wrong.length > 0) expect.fail(`mutation ${count}: ${wrong.join(', ')}`);
    }
    // Were nothing there before the damage, nothing would have been promised.
    expect(NAMES.filter((name) => (kept.get(name) ?? 0) < 100)).toEqual([]);
  });
});

// A split at each byte at once is among the reader laws, and every single split is in lib/wire/splits.test.ts; these go
// the whole way, each stream from another place.
const STRIDE = 29;

describe('a stream in two reads', () => {
  it.each(STREAMS)('comes to the same wherever it is split: $name', async ({ name, events }) => {
    const bytes = encoder.encode(toBody(events));
    const original = { bytes, headers: { 'content-type': 'text/event-stream' } };
    const whole = JSON.stringify(await read(original, bytes));
    for (let at = 1 + (name.length % STRIDE); at < bytes.length; at += STRIDE) {
      const split = JSON.stringify(await read(original, bytes.subarray(0, at), bytes.subarray(at)));
      if (split !== whole) expect(split, `split at ${at}`).toBe(whole);
    }
  });
});
