import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsInFence, splitBlocks } from './markdown-blocks';

describe('splitBlocks', () => {
  it('cuts at blank lines', () => {
    expect(splitBlocks('# Title\n\nOne\ntwo\n\n\nThree')).toEqual(['# Title', 'One\ntwo', 'Three']);
  });

  it('keeps fenced code whole, blank lines and shorter fences inside', () => {
    const code = '````ts\nconst a = 1;\n\n```\n\nconst b = 2;\n````';
    expect(splitBlocks(`Before\n\n${code}\n\nAfter`)).toEqual(['Before', code, 'After']);
  });

  it('keeps a loose list whole, with its indented paragraphs', () => {
    const list = '1. One\n\n   more\n\n2. Two\n\n   - deep';
    expect(splitBlocks(`${list}\n\nAfter`)).toEqual([list, 'After']);
  });

  it('does not cut a text with link definitions', () => {
    const text = 'See [it][1].\n\nMore.\n\n[1]: https://example.org';
    expect(splitBlocks(text)).toEqual([text]);
  });

  it('never changes a finished block when text is added (law)', () => {
    const line = fc.constantFrom(
      'text',
      '',
      '- item',
      '```',
      '  indented',
      '1. one',
      '# h',
      '> q',
      '| a | b |',
      '~~~js',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.array(line, { maxLength: 5 }), (before, added) => {
        const finished = splitBlocks(before.join('\n')).slice(0, -1);
        expect(splitBlocks([...before, ...added].join('\n')).slice(0, finished.length)).toEqual(finished);
      }),
    );
  });

  it('loses no word (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '', '```', '- b', '  c', '\t'), { maxLength: 40 }), (lines) => {
        const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
        expect(squeeze(splitBlocks(lines.join('\n')).join('\n\n'))).toBe(squeeze(lines.join('\n')));
      }),
    );
  });
});

describe('endsInFence', () => {
  it.each([
    ['```js\ncode', true],
    ['```js\ncode\n```', false],
    ['~~~\n```\n', true],
    ['plain', false],
  ])('%o → %o', (text, open) => expect(endsInFence(text)).toBe(open));
});
