import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diceOf, goodValue } from '@/lib/core/parameter-samples';
import { PARAMETERS } from '@/lib/core/parameters';
import { type Preset, presetOf } from '@/lib/core/preset';
import { somePreset } from '@/lib/core/preset-samples';
import { aWorkspace } from '@/lib/core/samples';
import { formatFile, formatPreset, parseFile, parsePreset } from './preset-link';

const formatted = async (preset: Preset): Promise<string> => {
  const link = await formatPreset(preset);
  if ('problem' in link) throw new Error(link.problem);
  return link.text;
};
const packed = (text: string | Uint8Array): string => `1.${deflateSync(text).toString('base64url')}`;
const packedJson = (value: unknown): string => packed(JSON.stringify(value));

// Links as they were written once. They are never changed: somebody has them.
const GOLDEN: Record<string, [string, Preset]> = {
  'version 1, everything': [
    '1.eJxVkMFKA0EQRH9lqfMkkZDTXETQqx49hEXGbG8yZHd66OlklWXA7xDEs0e_wX_x7CfIbJDgdaq66k2NSM9JqYfFVUgDSeVDNY7KgXKuBpYmzWEQhfuosLjfOa18KpadD9ucL6uvj--3z5_31xcYHJ1499hRgl2vUVJg0NKA2qwxXcDAVZ0Pe9S1QXTielKSBDtCqY8kTg9CsBfzpUFSjrBr3NxeozYQcomDD9s5tS1LAep4QDZoWTbUFKtyfNhjyg4Tx4ieG-pgwZGC84tt1NmKZ70PHuYkFt8kCx-UZOEOylOG8NE3JIUunQqj-A2Vyv_siUr9apnNedG7IZTx6EnFTf9jnprqnM2Zqnd7kgXrjsS2QoRcl4ywKSd_w6scyCCRqg_bBNu6LpWHjXDXneScfwGTIaEj',
    {
      system: 'Answer in {{tone}} words.',
      prompt: 'What is {{thing}}? é東🚀',
      variables: { tone: 'few', thing: 'a link' },
      sampling: { temperature: 0.2, stop: ['END'], 'reasoning.effort': 'low' },
      forced: ['top_k'],
      panes: [
        {
          modelId: 'openai/gpt-4o-mini',
          fallbacks: ['openrouter/auto'],
          routing: { sort: 'price' },
          sampling: { seed: 42 },
          system: 'Own.',
          extra: { tools: [] },
        },
        { modelId: 'maker/other:free', fallbacks: [], routing: {}, sampling: null, system: null, extra: {} },
      ],
      // It was written with two more ticks, which never did anything.
      sync: { scroll: true },
    },
  ],
  'version 1, a prompt alone': ['1.eJyrViooys8tKFGyUvJIzcnJV6oFAD0dBlE', { variables: {}, prompt: 'Hello' }],
};

describe('a link', () => {
  it('opens as the preset that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const preset = somePreset(seed);
        expect(await parsePreset(await formatted(preset))).toEqual({ preset, remarks: [] });
      }),
      { numRuns: 500 },
    );
  });

  it.each(PARAMETERS.map((parameter) => [parameter.name, parameter] as const))(
    'carries %s',
    async (name, parameter) => {
      const sampling = { [name]: goodValue(parameter, diceOf(7)) };
      const preset = presetOf(aWorkspace({ sampling }), new Set(['parameters']));
      expect(preset.sampling).toEqual(sampling);
      expect(await parsePreset(await formatted(preset))).toEqual({ preset, remarks: [] });
    },
  );

  it.each(Object.entries(GOLDEN))('of %s opens for ever', async (_, [text, preset]) => {
    expect(await parsePreset(text)).toEqual({ preset, remarks: [] });
  });

  it('has no letter that an address would have to escape', async () => {
    expect(await formatted(somePreset(1))).toMatch(/^1\.[\w-]+$/);
  });

  it('cut off anywhere is damaged, and so is one with a bit turned over', async () => {
    const preset = somePreset(4);
    const text = await formatted(preset);
    for (let length = 0; length < text.length; length += 1) {
      expect(await parsePreset(text.slice(0, length))).toEqual({ problem: expect.stringMatching(/damaged/) });
    }
    const bytes = Buffer.from(text.slice(2), 'base64url');
    for (let at = 0; at < bytes.length * 8; at += 1) {
      const turned = Uint8Array.from(bytes);
      turned[at >> 3] = (turned[at >> 3] ?? 0) ^ (1 << (at & 7));
      const read = await parsePreset(`1.${Buffer.from(turned).toString('base64url')}`);
      // A few bits lie between the text and its checksum, and mean nothing.
      expect('problem' in read ? read.problem : read.preset).toEqual(
        'problem' in read ? expect.stringMatching(/damaged/) : preset,
      );
    }
  });

  it('that is hostile gives a sentence', async () => {
    const hostile: [string, RegExp][] = [
      ['', /damaged/],
      ['1', /damaged/],
      ['0.abc', /damaged/],
      ['2.abc', /newer playground \(version 2; this one reads up to 1\)/],
      ['999999.', /newer playground/],
      ['1.!!!', /damaged/],
      [`1.${'A'.repeat(5_000_000)}`, /longer than 2 MB/],
      [packed(new Uint8Array(400_000_000)), /more than 2 MB once unpacked/],
      [packed('not JSON'), /not JSON/],
      [packed(new Uint8Array([0xff, 0xfe])), /damaged/],
      [packedJson([1]), /JSON object/],
      [packed('{"a":'.repeat(100_000)), /nested deeper/],
      [packed('{"__proto__":{"polluted":true}}'), /“__proto__” is not allowed/],
      [packed('{"panes":[{"model":"a/b","extra":{"constructor":1}}]}'), /“constructor” is not allowed/],
      [packedJson({ panes: Array.from({ length: 10_000 }, () => ({ model: 'a/b' })) }), /10,000 panes; at most 8 fit/],
      [packedJson({ panes: [] }), /“panes” is empty/],
      [packedJson({ panes: [{ model: 'a/b' }, {}] }), /“panes\[2\]\.model”/],
      [packedJson({ panes: [{ model: 'a\nb' }] }), /“panes\[1\]\.model” must not contain control characters/],
      [packedJson({ panes: [{ model: 'a/b', provider: [] }] }), /must be a JSON object/],
      [packedJson({ system: 5 }), /“system”/],
      [packedJson({ prompt: 'a'.repeat(1_000_001) }), /longer than 1,000,000 characters/],
    ];
    for (const [text, sentence] of hostile) {
      expect(await parsePreset(text), text.slice(0, 40)).toEqual({ problem: expect.stringMatching(sentence) });
    }
    expect('polluted' in {}).toBe(false);
  });

  it('says what it left out, and opens with the rest', async () => {
    const strange = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`strange${at}`, 1]));
    const read = await parsePreset(
      packedJson({
        prompt: '<b>{{a}}</b>',
        variables: [
          ['a', 'javascript:alert(1)'],
          ['b', 'x'],
        ],
        parameters: { temperature: 9, top_p: 0.5, future: 1 },
        forced: ['top_p', 'nothing'],
        ...strange,
      }),
    );
    expect(read).toEqual({
      preset: {
        prompt: '<b>{{a}}</b>',
        variables: { a: 'javascript:alert(1)' },
        sampling: { top_p: 0.5 },
        forced: ['top_p'],
      },
      remarks: [
        '“temperature” was left out: Temperature must be between 0 and 2.',
        '“b” was left out: no text has it as a variable.',
        expect.stringMatching(/^Not understood, and left out: “strange0”, .*“strange7” and 4 more\.$/),
      ],
    });
  });

  it('may be a file as well', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const preset = somePreset(seed);
        expect(parseFile(formatFile(preset))).toEqual({ preset, remarks: [] });
      }),
    );
    for (const [text, sentence] of [
      ['', /no preset/],
      ['{"version":1}', /no preset/],
      ['{"version":2,"preset":{}}', /newer playground/],
      ['{"version":0.5,"preset":{}}', /no version/],
      ['{"version":-1,"preset":{}}', /no version/],
      ['{', /not JSON/],
      [`"${'a'.repeat(5_000_000)}"`, /longer than/],
    ] as const) {
      expect(parseFile(text), text.slice(0, 40)).toEqual({ problem: expect.stringMatching(sentence) });
    }
  });

  it('is not made of what could not be opened', async () => {
    expect(await formatPreset({ variables: {}, prompt: 'a'.repeat(1_000_001) })).toHaveProperty('problem');
  });
});
