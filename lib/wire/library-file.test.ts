import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSavedPreset, someSavedPreset } from '@/lib/core/library-samples';
import { formatFile } from './preset-link';
import { readLibrary, writeLibrary } from './library-file';

const file = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const row = { name: 'One', versions: [{ at: '2026-01-02T03:04:05.000Z', preset: { prompt: 'Hi' } }] };

describe('a file of presets', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 6 }), (seeds) => {
        const presets = seeds.map(someSavedPreset);
        expect(readLibrary(writeLibrary(presets), 0)).toEqual({ presets, remarks: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('takes what only has the necessary', () => {
    const read = readLibrary(file({ version: 1, presets: [row] }), 77);
    expect(read).toEqual({
      presets: [
        aSavedPreset({
          id: '',
          name: 'One',
          createdAt: 77,
          updatedAt: 77,
          versions: [{ at: Date.UTC(2026, 0, 2, 3, 4, 5), preset: { prompt: 'Hi', variables: {} } }],
        }),
      ],
      remarks: [],
    });
  });

  it('takes the file of one preset that Share wrote', () => {
    const read = readLibrary(formatFile({ variables: {}, prompt: 'Hi' }), 5, 'mine');
    expect(read).toMatchObject({ presets: [{ name: 'mine', versions: [{ at: 5, preset: { prompt: 'Hi' } }] }] });
    expect(readLibrary(file({ version: 1, preset: 5 }), 5)).toHaveProperty('problem');
    expect(readLibrary(file({ version: 2, preset: {} }), 5)).toMatchObject({
      problem: expect.stringContaining('newer playground') as string,
    });
  });

  it('tells of everything that it leaves out', () => {
    const odd = {
      ...row,
      colour: 1,
      id: '../../etc',
      versions: [{ ...row.versions[0], mood: 2, preset: { prompt: 'Hi', parameters: { top_p: 9, heat: 1 } } }],
    };
    const read = readLibrary(file({ version: 1, presets: [odd], future: true }), 0);
    expect('presets' in read && read.presets[0]?.id).toBe('');
    const remarks = 'remarks' in read ? read.remarks.join('\n') : '';
    for (const part of ['“colour”', '“mood”', '“future”', '“heat”', 'Top P must be between 0 and 1'])
      expect(remarks).toContain(part);
  });

  it.each<[string, unknown, RegExp]>([
    ['what is no JSON', 'presets', /not JSON/],
    ['a list', [], /must be a JSON object/],
    ['another file', { a: 1 }, /holds no presets/],
    ['an empty list', { version: 1, presets: [] }, /list is empty/],
    ['a newer version', { version: 7, presets: [row] }, /newer playground \(version 7; this one reads up to 1\)/],
    ['a version that is none', { version: '1', presets: [row] }, /holds no presets/],
    ['__proto__', `{"version":1,"presets":[],"__proto__":{"polluted":true}}`, /“__proto__” is not allowed/],
    ['five megabytes', 'x'.repeat(5_000_000), /not JSON/],
    [
      'a long text',
      {
        version: 1,
        presets: [{ ...row, versions: [{ ...row.versions[0], preset: { prompt: 'x'.repeat(5_000_000) } }] }],
      },
      /“One” cannot be read.*longer than 1,000,000/,
    ],
    ['too large a file', 'x'.repeat(33 * 1024 * 1024), /larger than 32 MB/],
    ['ten thousand presets', { version: 1, presets: Array.from({ length: 10_000 }, () => row) }, /10,000 presets/],
    [
      'ten thousand panes',
      {
        version: 1,
        presets: [
          {
            ...row,
            versions: [
              { ...row.versions[0], preset: { panes: Array.from({ length: 10_000 }, () => ({ model: 'a/b' })) } },
            ],
          },
        ],
      },
      /10,000 panes/,
    ],
    ['a preset that is none', { version: 1, presets: [row, 5] }, /Preset 2 cannot be read/],
    ['no version', { version: 1, presets: [{ ...row, versions: [] }] }, /“versions” is empty/],
    ['a time that is none', { version: 1, presets: [{ ...row, createdAt: 'soon' }] }, /“createdAt” must be a time/],
    ['deep nesting', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, /nested deeper/],
  ])('refuses %s with a sentence', (_, value, sentence) => {
    const read = readLibrary(file(value), 0);
    expect('problem' in read && read.problem).toMatch(sentence);
    expect('polluted' in {}).toBe(false);
  });

  it('throws for nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readLibrary(JSON.stringify({ version: 1, presets: [value] }) ?? '', 0);
        readLibrary(JSON.stringify({ version: 1, presets: [{ ...row, versions: [value] }] }) ?? '', 0);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.string({ maxLength: 3 }), (seed, at, noise) => {
        const text = writeLibrary([someSavedPreset(seed)]);
        const place = at % text.length;
        readLibrary(text.slice(0, place) + noise + text.slice(place + 1), 0);
      }),
    );
  });
});
