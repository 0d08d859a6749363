import { tokenize } from './tokenize';

/** Ends a sentence; never a text of its own. */
export const END = '';

export interface Candidates {
  tokens: string[];
  /** Natural logarithms of probabilities, up to a constant. */
  logits: number[];
}

/** An n-gram model: what can follow the last tokens of a sentence, and how likely that is. */
export interface Language {
  /** Candidates after these tokens of the running sentence, best contexts weighing most. */
  follow: (sentence: readonly string[]) => Candidates;
  /** The most common tokens, for what a template's word competes with. */
  common: Candidates;
  /** How many sentences begin with these tokens, joined by {@link prefixOf}. */
  begins: ReadonlyMap<string, number>;
  /** The tokens that sentences begin with. */
  starts: readonly string[];
}

const SEPARATOR = '\u0001';

export const prefixOf = (tokens: readonly string[]): string => tokens.join(SEPARATOR);

const ORDER = 6;
/**
 * How much a context of so many tokens has to say: long ones keep sentences whole, short ones let them cross. The
 * longest one that is known has what is left of one.
 */
const WEIGHTS = [0.0002, 0.0002, 0.0006, 0.003, 0.015, 0.05, 0.931] as const;
const TAIL = 160;
const REMEMBERED = 2000;
const START = '\u0002';
const TAIL_LOGIT = Math.log(WEIGHTS[0]);

/** What one context says, and the places of the common tokens it does not name. */
interface Head extends Candidates {
  rest: Uint8Array;
}

type Counts = Map<string, number>;

function count(table: Map<string, Counts>, context: string, token: string): void {
  let counts = table.get(context);
  if (!counts) table.set(context, (counts = new Map()));
  counts.set(token, (counts.get(token) ?? 0) + 1);
}

const total = (counts: Counts): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

function commonest(counts: Counts): Candidates {
  const all = total(counts);
  const best = [...counts].filter(([token]) => token !== END).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const tail = best.slice(0, TAIL);
  return { tokens: tail.map(([token]) => token), logits: tail.map(([, n]) => Math.log(n / all)) };
}

/** Counts every sentence once; a few milliseconds for a hundred sentences. */
export function learn(sentences: readonly string[]): Language {
  const tables = WEIGHTS.map(() => new Map<string, Counts>());
  const totals = new Map<Counts, number>();
  const words: Counts = new Map();
  const begins: Counts = new Map();
  for (const sentence of sentences) {
    const tokens = [START, ...tokenize(sentence), END];
    for (let to = 2; to < tokens.length; to += 1) {
      const prefix = prefixOf(tokens.slice(1, to));
      begins.set(prefix, (begins.get(prefix) ?? 0) + 1);
    }
    for (let i = 1; i < tokens.length; i += 1) {
      const token = tokens[i] ?? END;
      words.set(token, (words.get(token) ?? 0) + 1);
      for (let order = 1; order <= Math.min(ORDER, i); order += 1) {
        const table = tables[order];
        if (table) count(table, tokens.slice(i - order, i).join(SEPARATOR), token);
      }
    }
  }
  const common = commonest(words);
  const sum = (counts: Counts): number => {
    const known = totals.get(counts) ?? total(counts);
    totals.set(counts, known);
    return known;
  };
  const weigh = (context: readonly string[]): Head => {
    const mass = new Map<string, number>();
    const heard: Counts[] = [];
    for (let order = 1; order <= context.length; order += 1) {
      const counts = tables[order]?.get(context.slice(context.length - order).join(SEPARATOR));
      if (!counts) break;
      heard.push(counts);
    }
    let left = 1;
    heard.forEach((counts, place) => {
      const weight = place === heard.length - 1 ? left : (WEIGHTS[place + 1] ?? 0);
      left -= weight;
      const share = weight / sum(counts);
      for (const [token, n] of counts) mass.set(token, (mass.get(token) ?? 0) + share * n);
    });
    const rest = common.tokens.flatMap((token, i) => (mass.has(token) ? [] : [i]));
    return {
      tokens: [...mass.keys()],
      logits: [...mass.values()].map((share) => Math.log(share)),
      rest: Uint8Array.from(rest),
    };
  };
  // The same contexts come again and again. Only what is their own is kept: the tail is the same for all.
  const known = new Map<string, Head>();
  const follow = (sentence: readonly string[]): Candidates => {
    const context = sentence.length >= ORDER ? sentence.slice(-ORDER) : [START, ...sentence];
    const key = context.join(SEPARATOR);
    let head = known.get(key);
    if (!head) {
      if (known.size > REMEMBERED) known.clear();
      known.set(key, (head = weigh(context)));
    }
    const [tokens, logits] = [head.tokens.slice(), head.logits.slice()];
    for (const i of head.rest) {
      tokens.push(common.tokens[i] ?? END);
      logits.push((common.logits[i] ?? 0) + TAIL_LOGIT);
    }
    return { tokens, logits };
  };
  return { follow, common, begins, starts: [...(tables[1]?.get(START)?.keys() ?? [])] };
}
