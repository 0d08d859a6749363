/** FNV-1a over UTF-16 units, 32 bits: stable between runs, processes and versions. */
export function hash(text: string, start = 0x811c9dc5): number {
  let value = start;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Scrambles an integer into 32 evenly spread bits. */
export function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** A fixed number in [0, 1) for a name: the same everywhere and always. */
export const unit = (text: string): number => mix(hash(text)) / 4294967296;

export interface Random {
  /** The next number in [0, 1). */
  next: () => number;
  /** An integer from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  pick: <T>(items: readonly [T, ...T[]]) => T;
}

/** A small seeded generator (mulberry32). Equal seeds give equal sequences. */
export function createRandom(seed: number): Random {
  let state = mix(seed | 0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { next, between, pick: (items) => items[between(0, items.length - 1)] ?? items[0] };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits, as ids of the service have them. */
export function letters(random: Random, count: number): string {
  let text = '';
  for (let i = 0; i < count; i += 1) text += ALPHABET[random.between(0, ALPHABET.length - 1)];
  return text;
}
