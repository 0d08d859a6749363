import type { JsonObject } from '@/lib/core/json';
import { type Chunks, COMMENT, DONE } from '@/lib/simulator/stream/chunks';
import type { Frame, Turn } from '@/lib/simulator/stream/turn';
import { fillerToken } from './filler';
import { tokensAsked } from './tweaks';

/** Events in one write: the first comes alone, so that the time to the first token can still be measured. */
const BLOCK = 64;

/** One token in each event, written ahead of time as far as that goes: the load must be the reader's, not ours. */
export function* flood(turn: Turn, chunks: Chunks, usage: () => JsonObject): Generator<Frame> {
  const wanted = tokensAsked(turn, 1000);
  const { tally } = turn.stage;
  const written = new Map<string, string>();
  const event = (place: number): string => {
    const token = fillerToken(place);
    let text = written.get(token);
    if (text === undefined) written.set(token, (text = chunks.text(token, null)));
    return text;
  };
  yield { at: 0, text: COMMENT };
  turn.firstTokenAfter = 0;
  while (tally.completion < wanted) {
    const count = tally.completion === 0 ? 1 : Math.min(BLOCK, wanted - tally.completion);
    let text = '';
    for (let i = 0; i < count; i += 1) text += event(tally.completion + i);
    tally.completion += count;
    yield { at: 0, text };
  }
  turn.finish = 'length';
  turn.native = 'length';
  yield { at: 0, text: chunks.finish(turn.finish, turn.native) };
  yield { at: 0, text: chunks.usage(turn.finish, turn.native, usage(), turn.metadata) + DONE };
}
