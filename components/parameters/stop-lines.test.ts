import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, writeLines } from './stop-lines';

describe('stop lines', () => {
  it.each([
    ['END', ['END']],
    ['\\n', ['\n']],
    ['\\n\\nUser:', ['\n\nUser:']],
    ['one\n\ntwo\n', ['one', 'two']],
    [' ', [' ']],
    ['\\\\n', ['\\n']],
    ['C:\\dir', ['C:\\dir']],
    ['tab\\there', ['tab\there']],
    ['', []],
  ])('reads %j', (typed, texts) => {
    expect(readLines(typed)).toEqual(texts);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'binary' })), (texts) => {
        expect(readLines(writeLines(texts))).toEqual(texts);
      }),
    );
  });
});
