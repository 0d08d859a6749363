import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diff, DiffMode, Edit } from '@/lib/core/diff/diff';
import { linesOf, sentencesOf, wordsOf } from '@/lib/core/diff/tokens';
import { changesInSentences, computeDiff } from './compute-diff';

function diff(before: string, after: string, mode: DiffMode): Diff {
  const result = computeDiff(before, after, mode);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}
const marked = ({ rows }: Diff, kind: Edit): string[] =>
  rows.flatMap(({ segments }) => segments.filter((one) => one.kind === kind).map(({ text }) => text));
const side = ({ rows }: Diff, without: Edit): string =>
  rows.flatMap(({ segments }) => segments.map(({ kind, text }) => (kind === without ? '' : text))).join('');

const texts = array(constantFrom('the', ' quick', '\n', 'fox', ', ', '  ', '日本語', '👩‍👩‍👧', 'é', '\r\n', '. ', '?')).map(
  (parts) => parts.join(''),
);

describe('tokens', () => {
  it('are the text again when joined', () => {
    assert(
      property(string(), texts, (any, likely) => {
        for (const text of [any, likely]) {
          expect(wordsOf(text).join('')).toBe(text);
          expect(linesOf(text).join('')).toBe(text);
          expect(sentencesOf(text).join('')).toBe(text);
        }
      }),
    );
  });
});

describe('a comparison', () => {
  it('gives both texts back, by words and by lines', () => {
    assert(
      property(texts, texts, constantFrom<DiffMode>('words', 'lines'), (before, after, mode) => {
        const result = diff(before, after, mode);
        expect(side(result, 'added')).toBe(before);
        expect(side(result, 'removed')).toBe(after);
        expect(result.changes === 0).toBe(before === after);
      }),
    );
  });

  it('marks the words that differ, and not the blanks between them', () => {
    const result = diff('The quick brown fox.\nIt ran.', 'The slow brown fox, say.\nIt ran.', 'words');
    expect(marked(result, 'removed')).toEqual(['quick']);
    expect(marked(result, 'added')).toEqual(['slow', ', say']);
    expect(result).toMatchObject({ changes: 2, removed: 1, added: 2 });
  });

  it('marks the lines that differ', () => {
    const result = diff('a\nb\nc\n', 'a\nB\nc\nd\n', 'lines');
    expect(marked(result, 'removed')).toEqual(['b\n']);
    expect(marked(result, 'added')).toEqual(['B\n', 'd\n']);
    expect(result).toMatchObject({ changes: 2, removed: 1, added: 2 });
  });

  it('says which text is no JSON', () => {
    expect(computeDiff('{"a":1}', 'Hello', 'json')).toEqual({ problem: 'The second text is no JSON.' });
    expect(computeDiff('Hello', '1', 'json')).toEqual({ problem: 'The first text is no JSON.' });
    expect(computeDiff('Hello', 'Bye', 'json')).toEqual({
      problem: 'Neither text is JSON.',
    });
  });

  it('ends with a sentence where it would go on for minutes', () => {
    const random = (from: string): string => Array.from({ length: 20_000 }, (_, at) => `${from}${at * 7919}`).join(' ');
    expect(computeDiff(random('x'), random('y'), 'words', 50)).toEqual({
      problem: 'Comparing the texts by words took too long. Compare them by lines.',
    });
    expect(computeDiff('x'.repeat(2_000_001), '', 'lines')).toHaveProperty('problem');
  });

  it('finds words inside the sentences that differ where word by word would take too long', () => {
    const found = changesInSentences('One two. Three four. Five.', 'One 2. Three four. Five six.', Infinity) ?? [];
    const told = found.map(({ value, removed, added }) => `${removed ? '-' : added ? '+' : '='}${value.join('')}`);
    expect(told.filter((text) => !text.startsWith('='))).toEqual(['- two', '+ 2', '+ six']);
    assert(
      property(texts, texts, (before, after) => {
        const changes = changesInSentences(before, after, Infinity) ?? [];
        const without = (gone: 'added' | 'removed') =>
          changes.map((change) => (change[gone] ? '' : change.value.join(''))).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('compares a megabyte that differs in a few places', () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `Line ${at} of a long text, with some words.`).join('\n');
    const result = diff(long, long.replace('Line 9999 of', 'Line 9999 in'), 'words');
    expect(result).toMatchObject({ changes: 1, removed: 1, added: 1 });
  });
});
