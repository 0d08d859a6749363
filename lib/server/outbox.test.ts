import { describe, expect, it } from 'vitest';
import { createOutbox } from './outbox';

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function boxed(signal = new AbortController().signal) {
  const outbox = createOutbox(signal);
  const writes: string[] = [];
  let desiredSize: number | null = 1;
  const controller = {
    get desiredSize() {
      return desiredSize;
    },
    enqueue: (bytes: Uint8Array) => void writes.push(new TextDecoder().decode(bytes)),
    close: () => {},
    error: () => {
      desiredSize = null;
    },
  };
  return { outbox, writes, controller };
}

describe('the outbox', () => {
  it('writes the frames of one turn at once, and those of the next by themselves', async () => {
    const { outbox, writes, controller } = boxed();
    outbox.put('a', controller);
    await Promise.resolve();
    outbox.put('b', controller);
    expect(writes).toEqual([]);
    await turn();
    outbox.put('c', controller);
    await turn();
    expect(writes).toEqual(['ab', 'c']);
  });

  it('does not wait when there is much to write', () => {
    const { outbox, writes, controller } = boxed();
    outbox.put('x'.repeat(20_000), controller);
    expect(writes).toHaveLength(1);
  });

  it('drops what is left when the reader is gone or the stream has failed', async () => {
    const reader = new AbortController();
    const gone = boxed(reader.signal);
    gone.outbox.put('a', gone.controller);
    reader.abort();
    const failed = boxed();
    failed.outbox.put('a', failed.controller);
    failed.controller.error();
    await turn();
    expect([...gone.writes, ...failed.writes]).toEqual([]);
  });
});
