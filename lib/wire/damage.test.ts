import { describe, expect, it } from 'vitest';
import { adaptAnswer } from './adapter';
import { handClock } from './hand-clock';
import type { Piece } from './piece';
import { ANSWERING } from './situations/answering';
import { FAILING } from './situations/failing';
import { toBody } from './situations/situation';

const BODIES = [...ANSWERING, ...FAILING].map(({ events }) => new TextEncoder().encode(toBody(events)));
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

async function read(pieces: Uint8Array[]): Promise<{ text: string; ends: number; last: Piece['type'] | undefined }> {
  const waiting = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = waiting.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const response = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const adapted = adaptAnswer(response, { requestedModel: 'm', startedAt: 1_000, clock: handClock() });
  const chunks = (await adapted.text())
    .split('\n\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as { choices?: { delta: { content?: string } }[]; piece?: Piece });
  const ends = chunks.filter(({ piece }) => piece?.type === 'finish' || piece?.type === 'failure');
  return {
    text: chunks.map(({ choices }) => choices?.[0]?.delta.content ?? '').join(''),
    ends: ends.length,
    last: chunks.at(-1)?.piece?.type,
  };
}

const splice = (bytes: Uint8Array, at: number, remove: number, added: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + remove)]);

/** Damages a stream at one place. @returns the new bytes and where they begin to differ */
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
    () => splice(bytes, at, 0, new TextEncoder().encode('\n\ndata: [DONE]\n\n')),
    () => splice(bytes, at, 0, new TextEncoder().encode('\n\ndata: {"error":{"code":502,"message":"x"}}\n\n')),
  ];
  return { bytes: kinds[Math.floor(random() * kinds.length)]?.() ?? bytes, at };
}

describe('a stream in two reads', () => {
  it.each([...ANSWERING, ...FAILING].map(({ name }, index) => [name, index] as const))(
    'comes to the same wherever it is split: %s',
    async (_, index) => {
      const bytes = BODIES[index] ?? new Uint8Array();
      const whole = await read([bytes]);
      for (let at = 1; at < bytes.length; at += 1) {
        expect(await read([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
      }
    },
  );
});

describe(`${MUTATIONS} damaged streams`, () => {
  it('each come to one end, and lose no text before the damage', async () => {
    const random = dice(SEED);
    const decoder = new TextDecoder();
    for (let count = 0; count < MUTATIONS; count += 1) {
      const original = BODIES[Math.floor(random() * BODIES.length)] ?? new Uint8Array();
      const { bytes, at } = mutate(original, random);
      // The last event that was complete before the damage is where the promise ends.
      const boundary = decoder.decode(original.subarray(0, at)).lastIndexOf('\n\n');
      const kept = boundary < 0 ? '' : decoder.decode(original.subarray(0, at)).slice(0, boundary + 2);
      const before = await read([new TextEncoder().encode(kept)]);
      const cut = Math.floor(random() * bytes.length);
      const result = await read([bytes.subarray(0, cut), bytes.subarray(cut)]);
      const what = `mutation ${count}`;
      expect(result.ends, what).toBe(1);
      expect(['finish', 'failure'], what).toContain(result.last);
      expect(result.text.startsWith(before.text), what).toBe(true);
    }
  }, 120_000);
});
