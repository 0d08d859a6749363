import 'client-only';
import { failure, type Failure } from '@/lib/core/failure';
import { isJsonObject } from '@/lib/core/json';
import type { Run } from '@/lib/core/run';
import type { AnswerBuilder } from './answer-builder';
import { readEventStream } from './event-stream';
import { NO_SERVER } from './run-store';

/** `refused` is null when the visitor stopped the request before the server had accepted it. */
export type Posted = { body: ReadableStream<Uint8Array> } | { refused: Failure | null };

/** Sends runs in one request. Never rejects. */
export async function postRuns(runs: readonly Run[], signal: AbortSignal): Promise<Posted> {
  try {
    const response = await fetch('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ runs: runs.map(({ id, body }) => ({ id, body })) }),
      signal,
    });
    if (response.ok && response.body) return { body: response.body };
    return { refused: await readRefusal(response) };
  } catch {
    // Stopped before it was accepted: the visitor knows, the text is still in the composer.
    if (signal.aborted) return { refused: null };
    const offline = typeof navigator !== 'undefined' && !navigator.onLine;
    return {
      refused: failure('unreachable', offline ? 'You are offline. The text is kept.' : NO_SERVER),
    };
  }
}

async function readRefusal(response: Response): Promise<Failure> {
  const text = await response.text().catch(() => '');
  try {
    const body = JSON.parse(text) as unknown;
    if (isJsonObject(body) && isJsonObject(body['failure'])) return body['failure'] as unknown as Failure;
  } catch {
    // A host or a proxy answered in the server's place.
  }
  return failure('refused', `The server answered with status ${response.status}.`, {
    status: response.status,
    raw: text.slice(0, 2000),
  });
}

/** Asks the server to stop one run of a request that carries several. @returns false where it did not hear */
export const stopAtServer = (id: string): Promise<boolean> =>
  fetch(`/api/chat?id=${id}`, { method: 'DELETE' }).then(
    () => true,
    () => false,
  );

/** An answer that grows, and who watches it. */
export interface Growing {
  builder: AnswerBuilder;
  /** Something came. */
  show: () => void;
  /** Its run has ended. */
  settle: () => void;
}

/**
 * Reads the answers of one request, by run id, until each has ended in one way or another. Never rejects.
 * @param controller of the request; it is aborted when nobody reads on
 */
export async function readRuns(
  body: ReadableStream<Uint8Array>,
  growing: ReadonlyMap<string, Growing>,
  controller: AbortController,
): Promise<void> {
  const only = growing.size === 1 ? [...growing.keys()][0] : undefined;
  let why = failure('cut', 'The connection to the server broke before the answer was complete.');
  let cutOff = false;
  try {
    await readEventStream(body, (chunks) => {
      for (const { runId, chunk } of chunks) {
        const run = growing.get(runId ?? only ?? '');
        if (!run) continue;
        if (chunk) run.builder.take(chunk);
        if (chunk && run.builder.running()) run.show();
        else run.settle();
      }
    });
  } catch (error) {
    if (!(error instanceof Error)) why = failure('cut', String(error));
    // What broke may be this reader and not the line: nobody reads on, so nobody may go on paying.
    if (!controller.signal.aborted) cutOff = true;
    // A page that goes has its lines cut as well. It is not there any more when this has passed, and nothing failed.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const { builder, settle } of growing.values()) {
    if (!builder.running()) continue;
    if (controller.signal.aborted) builder.end('stopped');
    else builder.end('failed', why);
    settle();
  }
  if (cutOff) controller.abort();
}
