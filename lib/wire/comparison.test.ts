import { anything, assert, constantFrom, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speaker } from '@/lib/core/comparison/answer-facts';
import { aComparison } from '@/lib/core/comparison/comparison-samples';
import { formatComparison, looksLikeComparison, parseComparison } from './comparison';

function textOf(comparison = aComparison()): string {
  const made = formatComparison(comparison);
  if ('problem' in made) throw new Error(made.problem);
  return made.text;
}

type Loose = { [key: string]: Loose } & Loose[];
/** The file with one thing changed in it. */
function changed(change: (file: Loose) => void): string {
  const file = JSON.parse(textOf()) as Loose;
  change(file);
  return JSON.stringify(file);
}
const set = (at: Loose | undefined, key: string, value: unknown): void => {
  (at as unknown as Record<string, unknown>)[key] = value;
};
const problemOf = (text: string): string => {
  const read = parseComparison(text);
  return 'problem' in read ? read.problem : 'no problem';
};

describe('the file of a comparison', () => {
  it('gives back what it was made of', () => {
    const text = textOf();
    expect(looksLikeComparison(text)).toBe(true);
    expect(parseComparison(text)).toEqual({ comparison: aComparison(), remarks: [] });
  });

  it('tells whose words an edited answer holds', () => {
    const read = parseComparison(changed((file) => set(file['panes']?.[0]?.['messages']?.[1], 'edited', true)));
    if ('problem' in read) throw new Error(read.problem);
    const [, answer] = read.comparison.panes[0]?.messages ?? [];
    expect(answer).toHaveProperty('edited', true);
    expect(answer && speaker(answer)).toBe('You, in the place of maker/model-20260101');
  });

  it('of a newer playground is refused by its version', () => {
    expect(problemOf('{"comparison": 2, "anything": true}')).toBe(
      'It was made by a newer playground (version 2; this one reads up to 1).',
    );
    expect(problemOf('{"comparison": "1"}')).toBe('The file holds no comparison.');
  });

  it.each<[string, (file: Loose) => void, RegExp]>([
    ['no panes', (file) => set(file, 'panes', []), /“panes” is empty/],
    ['more panes than fit', (file) => set(file, 'panes', Array(9).fill(file['panes']?.[0])), /more than 8 panes/],
    ['a message of another role', (file) => set(file['panes']?.[0]?.['messages']?.[0], 'role', 'system'), /“panes\[1]/],
    ['an answer that is running', (file) => set(file['panes']?.[0]?.['messages']?.[1], 'state', 'running'), /state/],
    [
      'a part of no kind',
      (file) => set(file['panes']?.[1]?.['messages']?.[0]?.['parts']?.[0], 'type', 'html'),
      /parts/,
    ],
    [
      'a receipt without times',
      (file) => set(file['panes']?.[0]?.['messages']?.[1]?.['receipt'], 'timings', 1),
      /timings/,
    ],
    ['a time that is none', (file) => set(file, 'exportedAt', 'yesterday'), /“exportedAt”/],
    ['panes that are not those of the settings', (file) => file['panes']?.pop(), /not as many panes/],
    ['a model without a name', (file) => set(file['settings']?.['panes']?.[0], 'model', ''), /model/],
  ])('with %s is refused with a sentence', (_, change, sentence) => {
    expect(problemOf(changed(change))).toMatch(sentence);
  });

  it('with a name that reaches into JavaScript is refused', () => {
    expect(problemOf(textOf().replace('"title"', '"__proto__": {"polluted": 1}, "title"'))).toMatch(/not allowed/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throws, whatever is in it', () => {
    assert(
      property(string(), jsonValue(), anything(), (text, json, odd) => {
        expect(parseComparison(text)).toBeDefined();
        expect(parseComparison(`{"comparison": 1, "panes": ${JSON.stringify(json)}}`)).toHaveProperty('problem');
        const keys = ['title', 'exportedAt', 'settings', 'panes', 'prices'];
        assert(
          property(constantFrom(...keys), (key) => {
            expect(parseComparison(changed((file) => set(file, key, odd)))).toBeDefined();
          }),
          { numRuns: 5 },
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is not made of what could not be opened again', () => {
    const deep = JSON.parse('['.repeat(60) + ']'.repeat(60)) as never;
    const comparison = aComparison();
    const [pane] = comparison.panes;
    if (!pane) throw new Error('The sample has a pane.');
    expect(formatComparison({ ...comparison, panes: [{ ...pane, sent: { deep } }] })).toHaveProperty('problem');
  });
});
