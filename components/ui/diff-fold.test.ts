import { describe, expect, it } from 'vitest';
import { type DiffBlock, type DiffRowView, firstBlocks, foldRows } from './diff-fold';

/** One letter a row: `.` is the same on both sides, any other a change. */
const rowsOf = (letters: string): DiffRowView[] => {
  let change = -1;
  return [...letters].map((letter, at) => ({
    path: null,
    segments: [letter === '.' ? same : { kind: 'added', text: letter, change: (change += 1) }],
    beforeLine: at + 1,
    afterLine: at + 1,
  }));
};
const same = { kind: 'same', text: '.', change: null } as const;
const drawn = (blocks: readonly DiffBlock[]): string =>
  blocks.map((block) => ('row' in block ? block.row.segments[0]?.text : `[${block.folded}]`)).join('');

describe('a comparison on the screen', () => {
  it('folds what is the same, but for some lines around each change', () => {
    expect(drawn(foldRows(rowsOf('.........x..........y.........'), new Set()))).toBe('[6]...x...[4]...y...[6]');
    expect(drawn(foldRows(rowsOf('....'), new Set()))).toBe('[4]');
    expect(drawn(foldRows([], new Set()))).toBe('');
  });

  it('hides no single line, as a button takes the room of one', () => {
    expect(drawn(foldRows(rowsOf('....x.......y'), new Set()))).toBe('....x.......y');
  });

  it('unfolds a stretch and leaves the others', () => {
    expect(drawn(foldRows(rowsOf('.....x.....'), new Set([0])))).toBe('.....x...[2]');
  });

  it('draws no more than asked for, and goes on as far as the change that is looked at', () => {
    const blocks = foldRows(rowsOf('abcdef'), new Set());
    expect(drawn(firstBlocks(blocks, 2, -1))).toBe('ab');
    expect(drawn(firstBlocks(blocks, 2, 0))).toBe('ab');
    expect(drawn(firstBlocks(blocks, 2, 4))).toBe('abcde');
    expect(drawn(firstBlocks(blocks, 9, 1))).toBe('abcdef');
  });
});
