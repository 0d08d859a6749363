import { COMMENT } from './chunks';
import type { Frame, Turn } from './turn';

const COMMENT_EVERY = 900;

/** The clock of one stream: when the next token is due. */
export class Metronome {
  at = 0;
  readonly #perToken: number;
  readonly #commentEvery: number;

  constructor(readonly turn: Turn) {
    this.#perToken = 1000 / turn.speed.tokensPerSecond;
    this.#commentEvery = turn.speed.commentEvery ?? COMMENT_EVERY;
  }

  /** Comments until the first token is there. */
  *waiting(): Generator<Frame> {
    const first = this.turn.speed.firstToken;
    for (let at = 0; at < first || at === 0; at += this.#commentEvery) yield { at, text: COMMENT };
    this.at = first;
  }

  /** Time passes while `tokens` are made; comments bridge what would be silence. */
  *pass(tokens: number): Generator<Frame> {
    const until = this.at + tokens * this.#perToken;
    for (let at = this.at + this.#commentEvery; at < until; at += this.#commentEvery) yield { at, text: COMMENT };
    this.at = until;
  }

  /** How many tokens a provider of this speed puts into one chunk: it flushes every 25 ms or so. */
  get perChunk(): number {
    return this.turn.perChunk ?? Math.max(1, Math.min(8, Math.round(this.turn.speed.tokensPerSecond * 0.025)));
  }
}
