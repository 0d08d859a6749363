import type { UIMessageChunk } from 'ai';
import type { Answer } from '@/lib/core/message';
import { openReceipt } from '@/lib/core/receipt';
import { handClock } from '@/lib/wire/hand-clock';
import { answer } from './answer';

/** One read of the upstream's body. */
export interface Read {
  bytes: Uint8Array;
  /** Milliseconds that pass before it comes. */
  after: number;
}

/** What a test's upstream answers with. */
export interface Delivery {
  requested?: string;
  status?: number;
  headers: Record<string, string>;
  reads: Read[];
}

/** Milliseconds from a request to the headers of its answer. */
export const CONNECT_MS = 300;

type CreateBuilder = (
  start: Answer,
  now: () => number,
) => { take: (chunk: UIMessageChunk) => void; answer: () => Answer };

/**
 * The whole way of an answer, for tests: upstream bytes go in at the server's front door, and what the browser's
 * builder makes of it comes out. Time passes only where the delivery says so.
 */
export async function readAnswer(
  { requested = 'asked/model', status = 200, headers, reads }: Delivery,
  createBuilder: CreateBuilder,
): Promise<Answer> {
  const clock = handClock();
  const waiting = [...reads];
  // Without a queue of its own: what is read ahead would come too early.
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const read = waiting.shift();
        if (!read) return controller.close();
        clock.move(read.after);
        controller.enqueue(read.bytes);
      },
    },
    { highWaterMark: 0 },
  );
  const upstream = {
    kind: 'custom' as const,
    baseUrl: 'http://upstream.test/v1',
    send: async () => {
      clock.move(CONNECT_MS);
      return new Response(body, { status, headers });
    },
  };
  const run = { id: 'run', body: { model: requested, messages: [{ role: 'user', content: 'Hi' }] } };
  const start: Answer = {
    id: 'answer',
    parentId: 'question',
    createdAt: 0,
    role: 'assistant',
    parts: [],
    state: 'running',
    receipt: openReceipt(requested, 0),
    failure: null,
  };
  const builder = createBuilder(start, clock.now);
  const chunks = answer(run, upstream, { owner: 'nobody' }, new AbortController().signal, clock);
  for await (const chunk of chunks) builder.take(chunk);
  return builder.answer();
}
