import 'client-only';
import type { UIMessageChunk } from 'ai';
import { createParser } from 'eventsource-parser';

export interface TaggedChunk {
  /** Which run it belongs to; null where the stream holds one run only. */
  runId: string | null;
  /** Null is the end of the run. */
  chunk: UIMessageChunk | null;
}

/**
 * Reads a UI message stream of one or more runs and calls back with what each network read brought.
 * Ends when the body ends. @throws what the connection throws, an AbortError included
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onChunks: (chunks: TaggedChunk[]) => void,
): Promise<void> {
  let chunks: TaggedChunk[] = [];
  const parser = createParser({
    onEvent: ({ event = null, data }) => {
      chunks.push({ runId: event, chunk: data === '[DONE]' ? null : (JSON.parse(data) as UIMessageChunk) });
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) parser.feed(decoder.decode(value, { stream: true }));
    if (chunks.length > 0) {
      onChunks(chunks);
      chunks = [];
    }
    if (done) return;
  }
}
