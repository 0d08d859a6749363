import { assert, array, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffSegment, Edit, Stretch } from './diff';
import { merge, rowsOf } from './rows';

const textOf = (segments: readonly DiffSegment[], without: Edit): string =>
  segments.map(({ kind, text }) => (kind === without ? '' : text)).join('');
const kinds = constantFrom<Edit>('same', 'removed', 'added');
const stretches = array(record({ kind: kinds, text: constantFrom('', 'a', 'b\n', '\n', 'c\nd', ' e\n\n') }));
const side = (all: readonly Stretch[], without: Edit): string =>
  all.map(({ kind, text }) => (kind === without ? '' : text)).join('');

describe('rows of a comparison', () => {
  it('hold both texts, whatever the changes', () => {
    assert(
      property(stretches, (all) => {
        const segments = rowsOf(merge(all)).flatMap((row) => row.segments);
        expect(textOf(segments, 'added')).toBe(side(all, 'added'));
        expect(textOf(segments, 'removed')).toBe(side(all, 'removed'));
      }),
    );
  });

  it('know the line that they begin with, and begin one on both sides', () => {
    assert(
      property(stretches, (all) => {
        let [before, after] = ['', ''];
        for (const row of rowsOf(merge(all))) {
          expect(row.beforeLine).toBe(before.split('\n').length);
          expect(row.afterLine).toBe(after.split('\n').length);
          expect(before === '' || before.endsWith('\n')).toBe(true);
          expect(after === '' || after.endsWith('\n')).toBe(true);
          before += textOf(row.segments, 'added');
          after += textOf(row.segments, 'removed');
        }
      }),
    );
  });

  it('count a change once, what went before what came', () => {
    const merged = merge([
      { kind: 'added', text: 'x' },
      { kind: 'removed', text: 'y' },
      { kind: 'same', text: ' ' },
      { kind: 'removed', text: 'z' },
    ]);
    expect(merged.map(({ kind, change }) => [kind, change])).toEqual([
      ['removed', 0],
      ['added', 0],
      ['same', null],
      ['removed', 1],
    ]);
  });

  it('stand beside each other line by line', () => {
    const rows = rowsOf(
      merge([
        { kind: 'same', text: 'one\ntwo ' },
        { kind: 'removed', text: 'old' },
        { kind: 'added', text: 'new' },
        { kind: 'same', text: ' end\nthree\n' },
      ]),
    );
    expect(rows.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
      ['one\n'],
      ['two ', 'old', 'new', ' end\n'],
      ['three\n'],
    ]);
  });

  it('begin anew after lines that differ', () => {
    const rows = rowsOf(
      merge([
        { kind: 'removed', text: 'old\n' },
        { kind: 'added', text: 'new\nand more\n' },
        { kind: 'same', text: 'end\n' },
      ]),
    );
    expect(rows.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
      ['old\n', 'new\nand more\n'],
      ['end\n'],
    ]);
  });

  it('are cut where one line would have more pieces than can be drawn', () => {
    const many = Array.from({ length: 5000 }, (_, at): Stretch => ({ kind: at % 2 ? 'same' : 'added', text: 'x' }));
    const rows = rowsOf(merge(many));
    expect(Math.max(...rows.map(({ segments }) => segments.length))).toBeLessThanOrEqual(401);
  });
});
