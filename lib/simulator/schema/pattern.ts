import type { Random } from '@/lib/simulator/random';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CLASSES: Readonly<Record<string, string>> = {
  d: '0123456789',
  w: `${LETTERS}0123456789`,
  s: ' ',
  D: LETTERS,
  W: '-',
  S: LETTERS,
};

/** Writes a text for the common part of regular expressions: literals, classes, groups, alternatives, counts. */
class Writer {
  #place = 0;

  constructor(
    readonly source: string,
    readonly random: Random,
  ) {}

  alternatives(): string {
    const all = [this.#sequence()];
    while (this.source[this.#place] === '|') {
      this.#place += 1;
      all.push(this.#sequence());
    }
    return this.random.pick(all as [string, ...string[]]);
  }

  #sequence(): string {
    let text = '';
    while (this.#place < this.source.length && this.source[this.#place] !== '|' && this.source[this.#place] !== ')') {
      const start = this.#place;
      let piece = this.#atom();
      const end = this.#place;
      const [low, high] = this.#count();
      const after = this.#place;
      const times = this.random.between(low, high);
      if (times === 0) continue;
      // Each repetition is written anew, so that \d{4} is not four times the same digit.
      for (let i = 1; i < times; i += 1) {
        this.#place = start;
        piece += this.#atom();
      }
      this.#place = Math.max(end, after);
      text += piece;
    }
    return text;
  }

  #atom(): string {
    const sign = this.source[this.#place] ?? '';
    this.#place += 1;
    if (sign === '^' || sign === '$') return '';
    if (sign === '.') return this.#one(LETTERS);
    if (sign === '[') return this.#one(this.#set());
    if (sign === '\\') {
      const escaped = this.source[this.#place] ?? '';
      this.#place += 1;
      const known = CLASSES[escaped];
      if (known !== undefined) return this.#one(known);
      return escaped === 'b' ? '' : escaped;
    }
    if (sign !== '(') return sign;
    const kind = /^\?(?::|<\w+>|[=!])/.exec(this.source.slice(this.#place))?.[0] ?? '';
    this.#place += kind.length;
    const inside = this.alternatives();
    this.#place += 1;
    return kind === '?=' || kind === '?!' ? '' : inside;
  }

  #one(characters: string): string {
    return characters[this.random.between(0, characters.length - 1)] ?? '';
  }

  #set(): string {
    const end = this.source.indexOf(']', this.#place + 1);
    const body = this.source.slice(this.#place, end < 0 ? this.source.length : end);
    this.#place = end < 0 ? this.source.length : end + 1;
    const negated = body.startsWith('^');
    const plain = (negated ? body.slice(1) : body)
      .replace(/\\([dwsDWS])/g, (_, name: string) => CLASSES[name] ?? '')
      .replace(/\\(.)/g, '$1')
      .replace(/([a-zA-Z0-9])-([a-zA-Z0-9])/g, (_, from: string, to: string) => {
        const [low, high] = [from.charCodeAt(0), to.charCodeAt(0)];
        return Array.from({ length: Math.max(0, high - low + 1) }, (__, i) => String.fromCharCode(low + i)).join('');
      });
    return negated ? ([...`${LETTERS}0123456789`].find((sign) => !plain.includes(sign)) ?? '_') : plain;
  }

  #count(): [number, number] {
    const found = /^(?:\{(\d+)(,?)(\d*)\}|[*+?])\??/.exec(this.source.slice(this.#place));
    if (!found) return [1, 1];
    this.#place += found[0].length;
    if (found[0].startsWith('*')) return [0, 4];
    if (found[0].startsWith('+')) return [1, 6];
    if (found[0].startsWith('?')) return [0, 1];
    const low = Number(found[1]);
    return [low, found[2] ? (found[3] ? Math.min(Number(found[3]), low + 8) : low + 4) : low];
  }
}

/** A text that matches a regular expression, or null when the expression is beyond the writer. */
export function textFor(pattern: string, random: Random): string | null {
  try {
    const matcher = new RegExp(pattern, 'u');
    for (let i = 0; i < 20; i += 1) {
      const text = new Writer(pattern, random).alternatives();
      if (matcher.test(text)) return text;
    }
  } catch {
    // A pattern that is no regular expression binds nobody.
  }
  return null;
}
