import type { Piece } from './piece';

// A delta that holds text and nothing else. Its text must need no unescaping, so that it is itself in the JSON.
const PLAIN_DELTA =
  /"delta":\{(?:"\w+":(?:null|\[\]|"assistant"),)*"content":"([^"\\\p{Cc}]*)"(?:,"\w+":(?:null|\[\]|"assistant"))*\}/u;
const NEEDS_PARSING = /["\\\p{Cc}]/u;

/** Knows an event again that differs from an earlier one in nothing but its text. */
export interface Repeat {
  /** @returns the text, or null for an event that has to be parsed */
  textOf: (data: string) => string | null;
  /** Remembers an event that was parsed, and what it gave. */
  learn: (data: string, pieces: readonly Piece[]) => void;
}

/**
 * Nearly every event of an answer is the one before with another word in it, and parsing its 290 bytes costs more than
 * all else that is done with it. Between the same two ends, a text without quotes, backslashes and control characters
 * can only be the same JSON with another text.
 */
export function createRepeat(): Repeat {
  let before = '';
  let after = '';

  return {
    textOf(data) {
      const end = data.length - after.length;
      if (before === '' || end <= before.length) return null;
      // V8 compares whole strings by words, and looks for a start or an end by characters: five times the time.
      if (data.slice(0, before.length) !== before || data.slice(end) !== after) return null;
      const text = data.slice(before.length, end);
      return NEEDS_PARSING.test(text) ? null : text;
    },
    learn(data, pieces) {
      const only = pieces.length === 1 ? pieces[0] : undefined;
      if (only?.type !== 'text') return;
      const found = PLAIN_DELTA.exec(data);
      // Of several deltas the reader takes one, and this one may be another.
      if (found?.[1] !== only.text || data.lastIndexOf('"delta":') !== found.index) return;
      const start = found.index + found[0].lastIndexOf(`"content":"${only.text}"`) + '"content":"'.length;
      before = data.slice(0, start);
      after = data.slice(start + only.text.length);
    },
  };
}
