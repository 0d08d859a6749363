import { describe, expect, it } from 'vitest';
import { adaptAnswer } from './adapter';
import { handClock } from './hand-clock';
import { STREAMS } from './situations/every';
import { toBody } from './situations/situation';

// The network may cut a stream anywhere: inside a line, between its two ends, inside a letter of several bytes. A split
// at each byte at once is among the reader laws of lib/server; here each split is alone, and the rest is whole.

async function adapted(...reads: Uint8Array[]): Promise<string> {
  const waiting = [...reads];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const read = waiting.shift();
        if (read) controller.enqueue(read);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const response = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  return adaptAnswer(response, { requestedModel: 'asked/model', startedAt: 0, clock: handClock() }).text();
}

describe('a stream in two reads', () => {
  it.each(STREAMS)('comes to the same wherever it is split: $name', async ({ events }) => {
    const bytes = new TextEncoder().encode(toBody(events));
    const whole = await adapted(bytes);
    for (let at = 1; at < bytes.length; at += 1) {
      const split = await adapted(bytes.subarray(0, at), bytes.subarray(at));
      // An expectation for each would take longer than the reading does.
      if (split !== whole) expect(split, `split at byte ${at}`).toBe(whole);
    }
  });
});
