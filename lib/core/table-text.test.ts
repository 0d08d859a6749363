import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, toMarkdownTable } from './table-text';

describe('a table as text', () => {
  it('is Markdown in which a bar and a line break stay in their cell', () => {
    expect(toMarkdownTable(['A', 'B'], [['x|y', 'one\ntwo']])).toBe('| A | B |\n| :-- | --: |\n| x\\|y | one two |');
  });

  it('is CSV in which commas, quotes and line breaks stay in their cell', () => {
    expect(toCsv(['a', 'b'], [['x, y', 'say "no"\nand go']])).toBe('a,b\r\n"x, y","say ""no""\nand go"');
  });

  it.each(['=1+1', '@SUM(A1)', '+cmd', '-cmd', '\tx'])('keeps a spreadsheet from running %j', (cell) => {
    expect(toCsv([], [[cell]])).toMatch(/^\r\n"?'/);
  });

  it('leaves numbers alone', () => {
    expect(toCsv([], [['-12.5', '0.0000001']])).toBe('\r\n-12.5,0.0000001');
  });

  it('has as many rows as were given, whatever is in them (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
        expect(
          toMarkdownTable(
            ['a'],
            cells.map((cell) => [cell]),
          ).split('\n'),
        ).toHaveLength(cells.length + 2);
      }),
    );
  });
});
