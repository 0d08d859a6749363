import { isJsonObject, type Json } from '@/lib/core/json';

// Ids are often longer than the digits that a number can hold; read as usual, two of them that differ may be the same.
// What a number was written as is told by newer engines alone; elsewhere such numbers stay what `JSON.parse` makes of them.
type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;
const { rawJSON } = JSON as typeof JSON & { rawJSON?: (text: string) => unknown };

/** What may be a number with more digits than are kept: a quick look. */
const MAYBE_LONG = /\d[\d.]{15}/;
/** Digits that every number keeps. */
const KEPT = 15;

const significant = (source: string): number =>
  source.replace(/e.*$/i, '').replace(/[-.]/g, '').replace(/^0+/, '').length;

/** A number by its digits, where a number would lose some of them. */
export class LongNumber {
  constructor(readonly source: string) {}

  toJSON(): unknown {
    return rawJSON?.(this.source) ?? this.source;
  }
}

const keepDigits: Reviver = (_, value, context) => {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined || significant(source) <= KEPT) return value;
  return String(value) === source ? value : new LongNumber(source);
};

/** The value of a text that is JSON, once more, with `LongNumber`s in it where there are some. */
export const withLongNumbers = (text: string, value: Json): Json =>
  MAYBE_LONG.test(text) ? (JSON.parse(text, keepDigits) as Json) : value;

/** Whether something has keys to be compared. */
export const hasKeys = (value: Json): value is { [key: string]: Json } =>
  isJsonObject(value) && !(value instanceof LongNumber);
