import type { DiffRow, DiffSegment, Stretch } from './diff';

/** A line of a million letters must not become a row that no screen can draw. */
const MOST_SEGMENTS = 400;

/** Neighbours of a kind become one, and within a change what was removed stands before what was added. */
export function merge(stretches: readonly Stretch[]): DiffSegment[] {
  const merged: DiffSegment[] = [];
  let change = -1;
  let removed = '';
  let added = '';
  const keep = (text: string): void => {
    const last = merged.at(-1);
    if (last?.kind === 'same') last.text += text;
    else if (text) merged.push({ kind: 'same', text, change: null });
  };
  const end = (): void => {
    // Blanks come with the word behind them; those that both sides have are no part of the change.
    const blanks = /^[ \t]*/.exec(removed)?.[0] ?? '';
    if (added.startsWith(blanks)) {
      keep(blanks);
      removed = removed.slice(blanks.length);
      added = added.slice(blanks.length);
    }
    if (removed || added) change += 1;
    if (removed) merged.push({ kind: 'removed', text: removed, change });
    if (added) merged.push({ kind: 'added', text: added, change });
    removed = '';
    added = '';
  };
  for (const { kind, text } of stretches) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      end();
      keep(text);
    }
  }
  end();
  return merged;
}

const newlines = (text: string): number => text.split('\n').length - 1;

/**
 * Breaks a comparison where both sides begin a line, so that the sides can stand beside each other: each row is one line
 * that is the same, or lines that differ.
 */
export function rowsOf(segments: readonly DiffSegment[]): DiffRow[] {
  const rows: DiffRow[] = [];
  const line = { before: 1, after: 1 };
  const open = { before: false, after: false };
  let row: DiffSegment[] = [];
  const flush = (): void => {
    if (row.length === 0) return;
    rows.push({ path: null, segments: row, beforeLine: line.before, afterLine: line.after });
    for (const { kind, text } of row) {
      if (kind !== 'added') line.before += newlines(text);
      if (kind !== 'removed') line.after += newlines(text);
    }
    row = [];
  };
  for (const segment of segments) {
    const { kind, text } = segment;
    if (kind !== 'same') {
      row.push(segment);
      open[kind === 'removed' ? 'before' : 'after'] = !text.endsWith('\n');
      continue;
    }
    for (const piece of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      if (!open.before && !open.after) flush();
      row.push({ ...segment, text: piece });
      const ended = piece.endsWith('\n');
      open.before = !ended;
      open.after = !ended;
      if (ended || row.length >= MOST_SEGMENTS) flush();
    }
  }
  flush();
  return rows;
}
