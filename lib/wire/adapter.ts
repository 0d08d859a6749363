import { type AnswerReader, createAnswerReader, type Ending } from './answer';
import { type Clock, standing } from './clock';
import { bodyDecoder, type Decoder, eventDecoder } from './decoder';
import { createMerger, type Merger } from './merge';
import type { Piece } from './piece';

export interface AdapterOptions {
  requestedModel: string;
  /** Unix milliseconds at which the upstream request left. */
  startedAt: number;
  clock: Clock;
  /** Milliseconds in which consecutive deltas become one. */
  mergeMs?: number;
  /** Lets go of the upstream at once. */
  signal?: AbortSignal | null;
}

// A frame and a half of a screen: two or three tokens of a usual model, which the hops behind then carry as one.
const MERGE_MS = 25;

/** Milliseconds in which the upstream may end its body after its answer has ended. */
const LINGER_MS = 500;

// The SDK's chat model peeks for an early error and holds every chunk back until the first one with content, tool
// calls or annotations; this one, which the reader behind drops, releases it at once.
const PRIMING = sse({
  choices: [
    {
      index: 0,
      delta: {
        annotations: [
          { type: 'url_citation', url_citation: { url: 'about:blank', title: '', start_index: 0, end_index: 0 } },
        ],
      },
    },
  ],
});

function sse(chunk: unknown): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/**
 * A piece as a chunk that the SDK's schema takes. Text is `content`; all else rides in `piece`, an extra key which the
 * SDK strips from its typed value and keeps in its `raw` part. A failure has no `choices`, because the SDK takes an
 * error chunk that has them for an ordinary one and swallows the error.
 */
function toChunk(piece: Piece): string {
  if (piece.type === 'text') return sse({ choices: [{ index: 0, delta: { content: piece.text } }] });
  if (piece.type === 'failure') return sse({ error: { message: piece.failure.message }, piece });
  return sse({ choices: [], piece });
}

const isEventStream = (headers: Headers): boolean => !/\bjson\b/i.test(headers.get('content-type') ?? '');

/**
 * Adapts a good answer of the upstream to what the SDK's chat model reads without loss. An answer with an error status
 * passes untouched. Bytes are read only as fast as the adapted body is read (back-pressure), and cancelling the
 * adapted body cancels the upstream's.
 */
export function adaptAnswer(
  response: Response,
  { requestedModel, startedAt, clock, mergeMs = MERGE_MS, signal }: AdapterOptions,
): Response {
  if (!response.ok || !response.body) return response;
  const time = standing(clock);
  const generationId = response.headers.get('x-generation-id');
  const reader = createAnswerReader({
    requestedModel,
    generationId,
    startedAt,
    now: time.now,
  });
  const decoder = isEventStream(response.headers) ? eventDecoder(reader) : bodyDecoder(reader);
  // Before anything of the answer has come: what is stopped while it waits is in the books as well.
  const known = generationId === null ? '' : toChunk({ type: 'meta', receipt: { generationId } });
  const body = adaptBody(response.body, known, decoder, reader, createMerger(mergeMs, time.now), time, signal);
  return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}

interface Read {
  bytes: Uint8Array | undefined;
  ending: Ending | null;
}

function adaptBody(
  upstream: ReadableStream<Uint8Array>,
  first: string,
  decoder: Decoder,
  reader: AnswerReader,
  merger: Merger,
  time: ReturnType<typeof standing>,
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array> {
  const source = upstream.getReader();
  // A request that fetch was given is held weakly there: collected, it hears of no abort, and the upstream would be let
  // go only with the next write to a reader that has gone.
  signal?.addEventListener('abort', () => void source.cancel(signal.reason).catch(() => {}), { once: true });
  const utf8 = new TextDecoder();
  const encoder = new TextEncoder();
  const due = createAlarm(time);
  let pending: Promise<Read> | null = null;

  const nextRead = (): Promise<Read> =>
    (pending ??= source.read().then(
      ({ done, value }) => ({ bytes: value, ending: done ? 'eof' : null }),
      () => ({ bytes: undefined, ending: 'cut' as const }),
    ));

  async function nextPieces(): Promise<Piece[]> {
    const deadline = merger.deadline();
    const read = await (deadline === null ? nextRead() : Promise.race([nextRead(), due(deadline)]));
    time.tick();
    if (read === null) return merger.due();
    pending = null;
    if (read.ending === null) {
      const pieces = merger.add(decoder.feed(utf8.decode(read.bytes, { stream: true })));
      return pieces.length > 0 ? pieces : merger.due();
    }
    return [...merger.add(decoder.feed(utf8.decode())), ...merger.add(decoder.end(read.ending)), ...merger.flush()];
  }

  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(PRIMING + first)),
      async pull(controller) {
        for (;;) {
          const pieces = await nextPieces();
          if (pieces.length > 0) controller.enqueue(encoder.encode(pieces.map(toChunk).join('')));
          if (reader.ended()) {
            controller.close();
            readToEnd(source, time);
            return;
          }
          if (pieces.length > 0) return;
        }
      },
      cancel: (reason) => source.cancel(reason),
    },
    { highWaterMark: 1 },
  );
}

/** One timer for each deadline, however many reads come before it. */
function createAlarm(clock: Clock): (deadline: number) => Promise<null> {
  let set: { deadline: number; rung: Promise<null>; cancel: () => void } | null = null;
  return (deadline) => {
    if (set?.deadline !== deadline) {
      set?.cancel();
      let cancel = (): void => {};
      const rung = new Promise<null>((resolve) => {
        cancel = clock.after(Math.max(0, deadline - clock.now()), () => {
          // Timers may be early by a fraction, and then another has to be set.
          set = null;
          resolve(null);
        });
      });
      set = { deadline, rung, cancel };
    }
    return set.rung;
  };
}

/**
 * What the upstream still sends after its end is nobody's; but only a body that was read to its end gives its
 * connection back to the next request, which then has no handshake to wait for.
 */
function readToEnd(source: ReadableStreamDefaultReader<Uint8Array>, clock: Clock): void {
  const giveUp = clock.after(LINGER_MS, () => void source.cancel().catch(() => {}));
  const rest = async (): Promise<void> => {
    while (!(await source.read()).done);
  };
  rest().then(giveUp, giveUp);
}
