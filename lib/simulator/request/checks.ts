import { isJsonObject, type Json } from '@/lib/core/json';

/** Says what is wrong with a value, or null. */
export type Check = (value: Json) => string | null;

/** A problem behind the place it is at: places join without a blank, words with one. */
export const at = (place: string, problem: string): string =>
  /^[.[]/.test(problem) ? place + problem : `${place} ${problem}`;

const kind = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const expected = (what: string, value: Json): string => `expected ${what}, received ${kind(value)}`;

export const number =
  (low: number, high: number, whole = false): Check =>
  (value) => {
    if (typeof value !== 'number') return expected(whole ? 'integer' : 'number', value);
    if (whole && !Number.isInteger(value)) return `expected integer, received ${value}`;
    if (value < low) return `must be at least ${low}`;
    return value > high ? `must be at most ${high}` : null;
  };

export const integer = (low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER): Check =>
  number(low, high, true);

export const boolean: Check = (value) => (typeof value === 'boolean' ? null : expected('boolean', value));

export const string =
  (longest = Infinity, pattern?: RegExp): Check =>
  (value) => {
    if (typeof value !== 'string') return expected('string', value);
    if (value.length > longest) return `must have ${longest} characters or fewer`;
    return pattern && !pattern.test(value) ? `must match ${pattern.source}` : null;
  };

export const oneOf =
  (...words: string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? null : `expected one of ${words.join(', ')}`;

export const list =
  (item: Check, longest = Infinity): Check =>
  (value) => {
    if (!Array.isArray(value)) return expected('array', value);
    if (value.length > longest) return `must have ${longest} items or fewer`;
    for (const [i, entry] of value.entries()) {
      const problem = item(entry);
      if (problem) return at(`[${i}]`, problem);
    }
    return null;
  };

/** What a check wanted, when it is the kind of value that it did not like. */
const WANTED = /^expected (.+?)(?:, received \S+)?$/;

/** One of several forms. A value of none of their kinds is told all of them; one of the right kind, what is wrong in it. */
export const either =
  (...checks: Check[]): Check =>
  (value) => {
    const problems = checks.map((check) => check(value));
    if (problems.includes(null)) return null;
    const inside = problems.find((problem) => problem !== null && !WANTED.test(problem));
    if (inside) return inside;
    return expected(problems.map((problem) => WANTED.exec(problem ?? '')?.[1] ?? '').join(' or '), value);
  };

export const anything: Check = () => null;

export const object: Check = (value) => (isJsonObject(value) ? null : expected('object', value));

/** An object whose known fields pass their checks; null counts as "not set". */
export const fields =
  (checks: Readonly<Record<string, Check>>, closed = false): Check =>
  (value) => {
    if (!isJsonObject(value)) return expected('object', value);
    for (const [key, entry] of Object.entries(value)) {
      const check = checks[key];
      if (!check && closed) return `unrecognized key "${key}"`;
      const problem = check && entry !== null ? check(entry) : null;
      if (problem) return at(`.${key}`, problem);
    }
    return null;
  };

export const record =
  (item: Check): Check =>
  (value) => {
    if (!isJsonObject(value)) return expected('object', value);
    for (const [key, entry] of Object.entries(value)) {
      const problem = item(entry);
      if (problem) return at(`.${key}`, problem);
    }
    return null;
  };
