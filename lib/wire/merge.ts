import type { JsonObject } from '@/lib/core/json';
import type { Piece } from './piece';

/**
 * Merges consecutive pieces of text, or of reasoning, that come within a window; the first one is never held back.
 * Fast models send hundreds of chunks a second, a screen shows sixty, and every piece costs work in each hop behind.
 */
export interface Merger {
  /** @returns what may leave now */
  add: (pieces: Piece[]) => Piece[];
  /** What was held back, if its window has passed. */
  due: () => Piece[];
  flush: () => Piece[];
  /** Milliseconds on the clock at which held pieces are due; null when nothing is held. */
  deadline: () => number | null;
}

const mergeable = (piece: Piece): piece is Extract<Piece, { type: 'text' | 'reasoning' }> =>
  piece.type === 'text' || piece.type === 'reasoning';

export function createMerger(windowMs: number, now: () => number): Merger {
  let kind: 'text' | 'reasoning' = 'text';
  let held: string[] = [];
  let tokens: JsonObject[] = [];
  let windowEnd = -Infinity;

  function flush(): Piece[] {
    const out: Piece[] = [];
    if (held.length > 0) {
      out.push({ type: kind, text: held.join('') });
      held = [];
    }
    if (tokens.length > 0) {
      out.push({ type: 'data', kind: 'logprobs', data: tokens });
      tokens = [];
    }
    if (out.length > 0) windowEnd = now() + windowMs;
    return out;
  }

  return {
    add(pieces) {
      const out: Piece[] = [];
      for (const piece of pieces) {
        if (mergeable(piece)) {
          if (held.length > 0 && kind !== piece.type) out.push(...flush());
          kind = piece.type;
          held.push(piece.text);
          if (now() >= windowEnd) out.push(...flush());
        } else if (piece.type === 'data' && piece.kind === 'logprobs' && Array.isArray(piece.data)) {
          // Logprobs come with every token; they ride along and never split the text.
          tokens.push(...(piece.data as JsonObject[]));
        } else {
          out.push(...flush(), piece);
        }
      }
      return out;
    },
    due: () => (now() >= windowEnd ? flush() : []),
    flush,
    deadline: () => (held.length + tokens.length > 0 ? windowEnd : null),
  };
}
