import 'server-only';
import { UI_MESSAGE_STREAM_HEADERS, type UIMessageChunk } from 'ai';
import type { Run } from '@/lib/core/run';
import { answer } from './answer';
import { type Credential, withoutKey } from './credential';
import { createOutbox } from './outbox';
import { begin } from './running';
import type { Upstream } from './upstream';

/**
 * Answers runs over one connection. One run is a plain UI message stream; of several, each event is tagged with
 * `event: <run id>`, and each run ends with its own `[DONE]`. A slow reader slows the upstreams down; a reader that
 * goes away stops them.
 */
export function streamRuns(runs: Run[], upstream: Upstream, credential: Credential, request: Request): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  // Resolved when there is room again; Promise.withResolvers would need Node 22.
  let wake: () => void = () => {};
  let room = Promise.resolve();
  const closeRoom = (): void => {
    room = new Promise((resolve) => {
      wake = resolve;
    });
  };
  closeRoom();
  const outbox = createOutbox(signal);

  async function pump(run: Run, controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const tag = runs.length > 1 ? `event: ${run.id}\n` : '';
    const { signal: stopped, done } = begin(run.id);
    try {
      for await (const chunk of answer(run, upstream, credential, AbortSignal.any([signal, stopped]))) {
        if (signal.aborted) return;
        outbox.put(withoutKey(frame(tag, chunk), credential), controller);
        while ((controller.desiredSize ?? 0) <= 0 && !signal.aborted) await room;
      }
      if (!signal.aborted) outbox.put(`${tag}data: [DONE]\n\n`, controller);
    } finally {
      done();
    }
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const close = (): void => {
        if (signal.aborted) return;
        outbox.empty(controller);
        controller.close();
      };
      signal.addEventListener('abort', () => wake(), { once: true });
      void Promise.all(runs.map((run) => pump(run, controller))).then(close, (error) => controller.error(error));
    },
    pull() {
      wake();
      closeRoom();
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, {
    // no-transform: Next would gzip the stream, at three times the cost and with chunks held back.
    headers: { ...UI_MESSAGE_STREAM_HEADERS, 'cache-control': 'no-cache, no-transform' },
  });
}

const frame = (tag: string, chunk: UIMessageChunk): string => `${tag}data: ${JSON.stringify(chunk)}\n\n`;
