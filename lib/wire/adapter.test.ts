import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/core/failure';
import type { Receipt } from '@/lib/core/receipt';
import { adaptAnswer } from './adapter';
import type { Clock } from './clock';
import { handClock } from './hand-clock';
import type { Piece } from './piece';

const event = (chunk: unknown): string => `data: ${JSON.stringify(chunk)}\n\n`;
const delta = (fields: object, rest: object = {}): string =>
  event({ id: 'gen-1', model: 'maker/model', provider: 'Host', choices: [{ index: 0, delta: fields, ...rest }] });
const DONE = 'data: [DONE]\n\n';

const answerOf = (
  body: BodyInit,
  headers: Record<string, string> = { 'content-type': 'text/event-stream' },
): Response => new Response(body, { headers });

const options = (clock: Clock) => ({ requestedModel: 'maker/model', startedAt: 1_000, clock });

/** Reads an adapted body back into pieces, the priming chunk left out. */
async function piecesOf(response: Response): Promise<Piece[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as { choices?: { delta: { content?: string } }[]; piece?: Piece })
    .map(({ choices, piece }) => {
      const content = choices?.[0]?.delta.content;
      return piece ?? (content === undefined ? null : ({ type: 'text', text: content } as Piece));
    })
    .filter((piece) => piece !== null);
}

const textIn = (pieces: Piece[]): string => pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('');
const ending = (pieces: Piece[]): { failure?: Failure; receipt: Receipt } => {
  const last = pieces.at(-1);
  if (last?.type !== 'finish' && last?.type !== 'failure') throw new Error('the answer has no end');
  return last;
};
const read = (body: string): Promise<Piece[]> => piecesOf(adaptAnswer(answerOf(body), options(handClock())));

describe('the adapter', () => {
  it('gives text, receipt and one finish for each of the three ends of a stream', async () => {
    const usage = { prompt_tokens: 9, completion_tokens: 4, cost: 3.75e-6 };
    const end = delta({ content: '' }, { finish_reason: 'stop', native_finish_reason: 'end_turn' });
    const envelope = { id: 'gen-1', model: 'maker/model', provider: 'Host' };
    const forms = [
      event({ ...envelope, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage }),
      event({ ...envelope, choices: [{ index: 0, delta: {}, finish_reason: null }], usage }),
      event({ ...envelope, choices: [], usage }),
    ];
    for (const form of forms) {
      const pieces = await read(`: OPENROUTER PROCESSING\n\n${delta({ content: 'Hi' })}${end}${form}${DONE}`);
      expect(textIn(pieces)).toBe('Hi');
      expect(pieces.filter(({ type }) => type === 'finish')).toHaveLength(1);
      expect(ending(pieces).receipt).toMatchObject({
        generationId: 'gen-1',
        servedModel: 'maker/model',
        provider: 'Host',
        finishReason: 'stop',
        nativeFinishReason: 'end_turn',
        usage,
      });
    }
  });

  it('tells the id that the headers tell before anything has come: what is stopped then is in the books', async () => {
    const headers = { 'content-type': 'text/event-stream', 'x-generation-id': 'gen-7' };
    const waiting = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(': OPENROUTER PROCESSING\n\n')),
    });
    const reader = adaptAnswer(answerOf(waiting, headers), options(handClock())).body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    const pieces = await piecesOf(new Response(value));
    expect(pieces).toEqual([{ type: 'meta', receipt: { generationId: 'gen-7' } }]);
    await reader?.cancel();
  });

  it('takes a missing [DONE] after a finish reason as a good end', async () => {
    const pieces = await read(delta({ content: 'Hi' }) + delta({ content: '' }, { finish_reason: 'stop' }));
    expect(pieces.at(-1)?.type).toBe('finish');
  });

  it('shows reasoning once and keeps its details for the next turn', async () => {
    const detail = (fields: object): object => ({ type: 'reasoning.text', index: 0, format: 'x', ...fields });
    const pieces = await read(
      delta({ content: '', reasoning: '91 is', reasoning_details: [detail({ text: '91 is' })] }) +
        delta({ content: '', reasoning: ' 7 x 13.', reasoning_details: [detail({ text: ' 7 x 13.' })] }) +
        delta({ content: '', reasoning_details: [detail({ signature: 'sig' })] }) +
        delta({ content: 'No.' }, { finish_reason: 'stop' }) +
        DONE,
    );
    const thoughts = pieces.flatMap((piece) => (piece.type === 'reasoning' ? [piece.text] : []));
    expect(thoughts.join('')).toBe('91 is 7 x 13.');
    expect(pieces).toContainEqual({
      type: 'data',
      kind: 'reasoning-details',
      data: [{ type: 'reasoning.text', index: 0, format: 'x', text: '91 is 7 x 13.', signature: 'sig' }],
    });
  });

  it.each([
    [
      'with choices',
      {
        error: { code: 502, message: 'closed', metadata: { error_type: 'provider_unavailable' } },
        choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
      },
      '502',
    ],
    [
      'with a null finish reason and usage',
      {
        error: { code: 400, message: 'limit' },
        choices: [{ index: 0, delta: {}, finish_reason: null }],
        usage: { cost: 0.1 },
      },
      '400',
    ],
    [
      'with empty choices and a word as code',
      { error: { code: 'server_error', message: 'away' }, choices: [] },
      'server_error',
    ],
    [
      'as a finish reason alone',
      { choices: [{ index: 0, delta: {}, finish_reason: 'error', native_finish_reason: 'MALFORMED' }] },
      'MALFORMED',
    ],
  ])('turns an error in the stream %s into one failure, text kept', async (_, chunk, code) => {
    const pieces = await read(delta({ content: 'One, two' }) + event(chunk) + DONE);
    expect(textIn(pieces)).toBe('One, two');
    expect(pieces.filter(({ type }) => type === 'failure')).toHaveLength(1);
    expect(ending(pieces).failure).toMatchObject({ stage: 'stream', code });
    expect(ending(pieces).failure?.generationId).toBe('gen-1');
  });

  it('tells an error as the first event from one in the middle', async () => {
    const pieces = await read(`: x\n\n${event({ error: { code: 429, message: 'full' }, choices: [] })}${DONE}`);
    expect(ending(pieces).failure).toMatchObject({ stage: 'before', status: 429 });
  });

  it('calls a body without an end a cut', async () => {
    const pieces = await read(delta({ content: 'Half a sen' }));
    expect(textIn(pieces)).toBe('Half a sen');
    expect(ending(pieces).failure?.stage).toBe('cut');
  });

  it('calls a broken connection a cut and keeps the text', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(delta({ content: 'Half' }))),
      pull: (controller) => controller.error(new Error('reset')),
    });
    const pieces = await piecesOf(adaptAnswer(answerOf(body), options(handClock())));
    expect(textIn(pieces)).toBe('Half');
    expect(ending(pieces).failure?.stage).toBe('cut');
  });

  it('never takes an empty answer for a success', async () => {
    const none = await read(delta({ content: '' }) + DONE);
    expect(ending(none).failure?.stage).toBe('empty');
    const spent = await read(
      delta({ content: '' }, { finish_reason: 'length' }) +
        event({ choices: [], usage: { completion_tokens: 64 } }) +
        DONE,
    );
    expect(ending(spent).failure).toMatchObject({ stage: 'empty', code: 'length' });
  });

  it('says that a damaged event may have held text', async () => {
    const pieces = await read(
      `${delta({ content: 'a' })}data: {"id":\n\n${delta({ content: 'b' }, { finish_reason: 'stop' })}${DONE}`,
    );
    expect(textIn(pieces)).toBe('ab');
    expect(ending(pieces).failure?.code).toBe('malformed_chunk');
  });

  it('joins parallel tool calls by index and gives each an id of its own', async () => {
    const call = (index: number, fields: object): object => ({ tool_calls: [{ index, ...fields }] });
    const pieces = await read(
      delta(call(0, { id: '', function: { name: 'weather', arguments: '' } })) +
        delta(call(1, { id: '', function: { name: 'time', arguments: '{"zone"' } })) +
        delta(call(0, { function: { arguments: '{"city":"Oslo"}' } })) +
        delta(call(1, { function: { arguments: ':"x"}' } })) +
        delta({ content: '' }, { finish_reason: 'stop' }) +
        DONE,
    );
    const ends = pieces.filter((piece) => piece.type === 'tool-end');
    expect(ends.map(({ name, arguments: args }) => [name, args])).toEqual([
      ['weather', '{"city":"Oslo"}'],
      ['time', '{"zone":"x"}'],
    ]);
    expect(new Set(ends.map(({ id }) => id)).size).toBe(2);
    // Some providers end calls with `stop`; what was gathered tells.
    expect(ending(pieces).receipt.finishReason).toBe('tool_calls');
  });

  it('reads a JSON body, blanks in front, as an answer', async () => {
    const body = {
      id: 'gen-2',
      model: 'm/n',
      choices: [{ message: { content: 'Hi', reasoning: 'hm' }, finish_reason: 'stop' }],
      usage: { cost: 0 },
    };
    const response = adaptAnswer(
      answerOf(`\n\n ${JSON.stringify(body)}`, { 'content-type': 'application/json' }),
      options(handClock()),
    );
    const pieces = await piecesOf(response);
    expect(textIn(pieces)).toBe('Hi');
    expect(ending(pieces).receipt).toMatchObject({ generationId: 'gen-2', usage: { cost: 0 } });
  });

  it('reads HTTP 200 with an error body as a failure', async () => {
    const body = JSON.stringify({ error: { message: 'Internal Server Error', code: 500 }, user_id: 'user_1' });
    const pieces = await piecesOf(
      adaptAnswer(answerOf(body, { 'content-type': 'application/json' }), options(handClock())),
    );
    expect(ending(pieces).failure).toMatchObject({ stage: 'before', status: 500, message: 'Internal Server Error' });
  });

  it('lets an answer with an error status pass untouched', () => {
    const response = new Response('{}', { status: 402 });
    expect(adaptAnswer(response, options(handClock()))).toBe(response);
  });
});

describe('merging', () => {
  it('lets the first delta go at once and merges those of the next 25 ms', async () => {
    const clock = handClock();
    const upstream = new TransformStream<Uint8Array, Uint8Array>();
    const writer = upstream.writable.getWriter();
    const adapted = adaptAnswer(answerOf(upstream.readable), options(clock));
    if (!adapted.body) throw new Error('no body');
    const reader = adapted.body.pipeThrough(new TextDecoderStream()).getReader();
    const send = (text: string): Promise<void> => writer.write(new TextEncoder().encode(text));
    const next = async (): Promise<string> => (await reader.read()).value ?? '';

    await next(); // the priming chunk
    void send(delta({ content: 'a' }));
    expect(await next()).toContain('"content":"a"');
    void send(delta({ content: 'b' })).then(() => send(delta({ content: 'c' })));
    const merged = next();
    await new Promise((resolve) => setImmediate(resolve));
    clock.move(25);
    expect(await merged).toContain('"content":"bc"');
  });

  it('reads no faster than it is read (back-pressure)', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new TextEncoder().encode(delta({ content: 'x' })));
        },
      },
      { highWaterMark: 0 },
    );
    const adapted = adaptAnswer(answerOf(body), options({ ...handClock(), now: () => Date.now() }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(pulled).toBeLessThanOrEqual(2);
    await adapted.body?.cancel();
  });

  it('cancels the upstream when its own body is cancelled', async () => {
    let cancelled = false;
    const body = new ReadableStream({ cancel: () => void (cancelled = true) });
    await adaptAnswer(answerOf(body), options(handClock())).body?.cancel();
    expect(cancelled).toBe(true);
  });
});
