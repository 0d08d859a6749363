import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { SimulatorContext } from './context';
import { simulate } from './simulate';
import { call, dig, requestFor, timelessContext, userSays } from './test-client';
import { worldOf } from './world';

const BODY = { model: 'openai/gpt-4o', messages: userSays('A long story'), stream: true };

async function begin(
  context: SimulatorContext,
  body = BODY,
  signal?: AbortSignal,
): Promise<{ reader: ReadableStreamDefaultReader<Uint8Array>; id: string }> {
  const response = await simulate(requestFor('/chat/completions', body, {}, signal), context);
  if (!response.body) throw new Error('no body');
  return { reader: response.body.getReader(), id: response.headers.get('x-generation-id') ?? '' };
}

async function readSome(reader: ReadableStreamDefaultReader<Uint8Array>, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await reader.read();
}

/** All of it, more than once: what is held weakly goes a turn later. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 10; i += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a stream that is stopped', () => {
  it('ends at once when its body is cancelled, and is booked as cancelled', async () => {
    const context = timelessContext();
    const { reader, id } = await begin(context);
    await readSome(reader, 6);
    await reader.cancel();
    expect(worldOf(context).completions).toEqual({ started: 1, finished: 0, aborted: 1 });
    context.pass(3_000);
    const { json } = await call(context, `/generation?id=${id}`);
    expect(json.data).toMatchObject({ cancelled: true, finish_reason: null, streamed: true });
    expect(Number(dig(json, 'data', 'native_tokens_completion'))).toBeGreaterThan(0);
    expect(Number(dig(json, 'data', 'native_tokens_completion'))).toBeLessThan(40);
    expect(Number(dig(json, 'data', 'total_cost'))).toBeGreaterThan(0);
  });

  it('fails like a fetch when the signal of the request aborts', async () => {
    const context = timelessContext();
    const control = new AbortController();
    const { reader } = await begin(context, BODY, control.signal);
    await readSome(reader, 4);
    control.abort();
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' });
    expect(worldOf(context).completions).toEqual({ started: 1, finished: 0, aborted: 1 });
  });

  it('hears of an abort though nobody holds the request any more', async () => {
    const context = timelessContext();
    const control = new AbortController();
    const { reader } = await begin(context, BODY, control.signal);
    await readSome(reader, 4);
    await collectGarbage();
    control.abort();
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' });
    expect(worldOf(context).completions).toEqual({ started: 1, finished: 0, aborted: 1 });
  });

  it('wakes from its sleep when it is aborted', async () => {
    const control = new AbortController();
    const sleep = (_ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    const { reader } = await begin(
      timelessContext({ sleep, pace: 1 }),
      { ...BODY, model: 'simulator/slow' },
      control.signal,
    );
    await reader.read();
    const waiting = reader.read();
    control.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not begin when the signal was aborted before', async () => {
    const context = timelessContext();
    const { reader } = await begin(context, BODY, AbortSignal.abort());
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' });
    expect(worldOf(context).completions.aborted).toBe(1);
  });

  it('ends a keep-alive that would never end', async () => {
    const context = timelessContext();
    const { reader } = await begin(context, { ...BODY, model: 'simulator/keep-alive' });
    await readSome(reader, 100);
    await reader.cancel();
    expect(worldOf(context).completions.aborted).toBe(1);
  });

  it('is also possible without a stream', async () => {
    const context = timelessContext();
    const control = new AbortController();
    const pending = simulate(
      requestFor('/chat/completions', { ...BODY, model: 'simulator/keep-alive', stream: false }, {}, control.signal),
      context,
    );
    setTimeout(() => control.abort(), 0);
    expect((await pending).status).toBe(499);
    expect(worldOf(context).completions.aborted).toBe(1);
  });
});

describe('back-pressure', () => {
  it('makes nothing that nobody reads', async () => {
    const context = timelessContext();
    const { reader, id } = await begin(context, { ...BODY, model: 'simulator/paced-100' });
    await readSome(reader, 11);
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    await reader.cancel();
    context.pass(3_000);
    const { json } = await call(context, `/generation?id=${id}`);
    expect(Number(dig(json, 'data', 'native_tokens_completion'))).toBeLessThanOrEqual(12);
  });

  it('keeps a finished stream in step with the clock', async () => {
    const waits: number[] = [];
    let now = 0;
    const sleep = async (ms: number): Promise<void> => {
      waits.push(ms);
      now += ms;
    };
    const context = timelessContext({ pace: 1, now: () => now, sleep });
    const { reader } = await begin(context, { ...BODY, model: 'simulator/paced-500' });
    await readSome(reader, 10);
    // A reader that was away finds what was due, without waiting for it again.
    now += 1_000;
    const before = waits.length;
    await readSome(reader, 100);
    expect(waits.length).toBe(before);
    await reader.cancel();
  });
});
