import type { Json } from '@/lib/core/json';
import type { Diff, DiffSegment } from './diff';
import { hasKeys } from './long-number';

/** A place where two JSON values differ. Absent is what a side does not have. */
export interface PathChange {
  path: string;
  before?: Json;
  after?: Json;
}

const step = (path: string, key: string): string =>
  /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;

/** The same text for values that are the same but for the order of keys. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!hasKeys(value)) return JSON.stringify(value);
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}

/** Lists are compared from both ends: what was put into the middle moves what follows, and changes none of it. */
function compareLists(before: Json[], after: Json[], path: string): PathChange[] {
  const [left, right] = [before.map(canonical), after.map(canonical)];
  const least = Math.min(left.length, right.length);
  let start = 0;
  while (start < least && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < least - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [olds, news] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return Array.from({ length: Math.max(olds.length, news.length) }, (_, at): PathChange[] => {
    const place = `${path}[${start + at}]`;
    const [one, other] = [olds[at], news[at]];
    if (one === undefined) return other === undefined ? [] : [{ path: place, after: other }];
    return other === undefined ? [{ path: place, before: one }] : compare(one, other, place);
  }).flat();
}

/**
 * Where two JSON values differ, in the order of the second. The order of keys says nothing.
 * @param path of the values themselves
 */
export function compare(before: Json, after: Json, path = '$'): PathChange[] {
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (hasKeys(before) && hasKeys(after)) {
    const gone = Object.entries(before).filter(([key]) => !Object.hasOwn(after, key));
    return [
      ...Object.entries(after).flatMap(([key, value]): PathChange[] => {
        const old = Object.hasOwn(before, key) ? before[key] : undefined;
        return old === undefined ? [{ path: step(path, key), after: value }] : compare(old, value, step(path, key));
      }),
      ...gone.map(([key, value]) => ({ path: step(path, key), before: value })),
    ];
  }
  return canonical(before) === canonical(after) ? [] : [{ path, before, after }];
}

const shown = (value: Json): string => JSON.stringify(value, null, 2);

/** A comparison of JSON as rows: a path each, with the value of either side. */
export function structureDiff(before: Json, after: Json): Diff {
  const changes = compare(before, after);
  const rows = changes.map((change, at) => {
    const segments: DiffSegment[] = [];
    if (change.before !== undefined) segments.push({ kind: 'removed', text: shown(change.before), change: at });
    if (change.after !== undefined) segments.push({ kind: 'added', text: shown(change.after), change: at });
    return { path: change.path, segments, beforeLine: null, afterLine: null };
  });
  return {
    rows,
    changes: rows.length,
    removed: changes.filter(({ after }) => after === undefined).length,
    added: changes.filter(({ before }) => before === undefined).length,
    changed: changes.filter(({ before, after }) => before !== undefined && after !== undefined).length,
  };
}
