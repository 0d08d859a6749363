import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, MAX_VARIABLES, variablesIn, whyUnfilled } from './variables';

describe('variables', () => {
  it('are named once, in the order in which they come', () => {
    expect(variablesIn('To {{name}}', '{{ language }} for {{name}}, {{Größe_2}}')).toEqual([
      'name',
      'language',
      'Größe_2',
    ]);
  });

  it('leave alone what other languages write between braces', () => {
    const others = '{{#if a}} {{/if}} {{ x | upper }} {{a.b}} {{}} {{1}} {{__proto__}} {name} {{a\nb}}';
    expect(variablesIn(others)).toEqual([]);
    expect(fill(others, { a: 'A', x: 'X' })).toBe(others);
  });

  it('are filled once: a value may hold braces and dollar signs', () => {
    expect(fill('{{a}}+{{ b }}', { a: '{{b}}$&', b: '$1' })).toBe('{{b}}$&+$1');
  });

  it('may be named as what every object has', () => {
    expect(whyUnfilled({}, '{{constructor}}')).toBe('Fill {{constructor}} first.');
    expect(fill('{{constructor}} {{toString}}', {})).toBe('{{constructor}} {{toString}}');
    expect(fill('{{constructor}}', { constructor: 'who builds' })).toBe('who builds');
  });

  it('block with one sentence that names what is missing', () => {
    expect(whyUnfilled({ a: 'A', b: '' }, '{{a}} {{b}}', '{{c}}')).toBe('Fill {{b}}, {{c}} first.');
    expect(whyUnfilled({ a: 'A' }, '{{a}}')).toBeUndefined();
    const many = Array.from({ length: MAX_VARIABLES + 1 }, (_, at) => `{{v${at}}}`).join('');
    expect(whyUnfilled({}, many)).toBe('At most 50 variables can be filled; there are 51.');
  });

  it('are all gone once all are filled with plain text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{{a}}', '{{ b }}', '{{', '}}', '{{{c}}}'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const variables = Object.fromEntries(variablesIn(text).map((name) => [name, 'plain']));
        expect(whyUnfilled(variables, text)).toBeUndefined();
        for (const name of variablesIn(text)) expect(variablesIn(fill(text, variables))).not.toContain(name);
      }),
    );
  });
});
