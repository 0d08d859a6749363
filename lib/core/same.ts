import { isJsonObject } from './json';

export type Fields = Readonly<Record<string, unknown>>;

/** Whether two values are the same JSON, whatever the order of their keys; undefined is an absent key. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => isSame(item, other[at]))
    );
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  return keysOf(one, other).every((key) => isSame(field(one, key), field(other, key)));
}

export const keysOf = (...all: Fields[]): string[] => [...new Set(all.flatMap((fields) => Object.keys(fields)))];

export const field = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);
