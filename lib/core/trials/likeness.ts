/** In scripts without spaces a sign counts as a word. */
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

interface Words {
  /** How often each is there, in lower case. */
  counts: ReadonlyMap<string, number>;
  total: number;
}

/** The words of a text; what is no word counts for nothing. */
function wordsOf(text: string): Words {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}

function overlap(one: Words, other: Words): number {
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  const all = one.total + other.total - shared;
  return all === 0 ? 1 : shared / all;
}

/**
 * The words that two texts share, of all words in either, repetitions counted: 1 for the same words in any order, 0 for
 * none in common. (Jaccard's index over bags of words.)
 */
export const wordOverlap = (one: string, other: string): number => overlap(wordsOf(one), wordsOf(other));

export interface Agreement {
  /** Texts that were compared. */
  texts: number;
  /** Different ones among them. */
  distinct: number;
  /** How many the commonest text has; 1 where all differ. */
  most: number;
  /** The mean overlap of words over all pairs, 0 to 1; null where there is no pair. */
  overlap: number | null;
}

/** How far some texts agree, letter by letter and word by word. */
export function agreementOf(texts: readonly string[]): Agreement {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const kinds = [...counts].map(([text, count]) => ({ count, words: wordsOf(text) }));
  let [sum, pairs] = [0, 0];
  for (const [at, one] of kinds.entries()) {
    // Pairs within a kind are equal in every word.
    sum += (one.count * (one.count - 1)) / 2;
    pairs += (one.count * (one.count - 1)) / 2;
    for (const other of kinds.slice(at + 1)) {
      sum += one.count * other.count * overlap(one.words, other.words);
      pairs += one.count * other.count;
    }
  }
  return {
    texts: texts.length,
    distinct: counts.size,
    most: Math.max(0, ...counts.values()),
    overlap: pairs === 0 ? null : sum / pairs,
  };
}
