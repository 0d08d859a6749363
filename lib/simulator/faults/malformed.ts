import type { JsonObject } from '@/lib/core/json';
import { type Chunks, DONE } from '@/lib/simulator/stream/chunks';
import type { Metronome } from '@/lib/simulator/stream/metronome';
import type { Frame, Turn } from '@/lib/simulator/stream/turn';

/** What a reader must step over between the words, each once. */
const NOISE = [
  'data: {"id":"gen-broken","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"cont\n\n',
  'data: not json at all\n\n',
  'data: {}\n\n',
  'data: null\n\n',
  'data: []\n\n',
  'event: ping\ndata: {"type":"ping"}\n\n',
  'id: 7\nretry: 3000\n\n',
  ':\n\n',
  'data: {"id":"gen-x","object":"chat.completion.chunk","choices":[{"index":0}]}\n\n',
  'data: {"id":"gen-x","object":"chat.completion.chunk","choices":[{"index":0,"delta":null,"finish_reason":null}]}\n\n',
  'data: {"id":"gen-x","object":"chat.completion.chunk","choices":null,"novelty":{"deep":[1,2,{"a":null}]}}\n\n',
  'data: {"id":"gen-x","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":7,"sparkle":true},"finish_reason":null}]}\n\n',
];

/** The text that arrives whole when the noise is stepped over. */
export const MALFORMED_TEXT = 'Whatever stands between the words, this sentence is whole.';

export function* malformed(turn: Turn, chunks: Chunks, clock: Metronome, usage: () => JsonObject): Generator<Frame> {
  const words = MALFORMED_TEXT.split(/(?= )/);
  for (const [i, word] of words.entries()) {
    turn.stage.tally.completion += 1;
    turn.firstTokenAfter ??= clock.at;
    yield { at: clock.at, text: chunks.text(word, null) };
    yield* clock.pass(1);
    yield { at: clock.at, text: NOISE[i] ?? '' };
  }
  for (const text of NOISE.slice(words.length)) yield { at: clock.at, text };
  turn.finish = 'stop';
  turn.native = 'stop';
  yield { at: clock.at, text: chunks.finish(turn.finish, turn.native) };
  yield { at: clock.at, text: chunks.usage(turn.finish, turn.native, usage(), turn.metadata) + DONE };
}
