import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '@/lib/core/parameter-samples';
import { PARAMETERS } from '@/lib/core/parameters';
import { type Preset, presetOf } from '@/lib/core/preset';
import { somePreset } from '@/lib/core/preset-samples';
import { aWorkspace } from '@/lib/core/samples';
import { writePromptYml } from './prompt-yml';
import { readPromptYml } from './read-prompt-yml';

const LABEL = { name: 'Name: with # marks', description: 'What "it" does' };

/** What the format has a place for: the first pane's model and parameters, the texts. */
function carried({ system, prompt, sampling, panes = [] }: Preset): Preset {
  const [first] = panes;
  return {
    system: first?.system ?? system ?? '',
    prompt: prompt ?? '',
    sampling: first?.sampling ?? sampling ?? {},
    variables: {},
    ...(first && {
      panes: [{ modelId: first.modelId, fallbacks: [], routing: {}, sampling: null, system: null, extra: {} }],
    }),
  };
}

const read = (text: string) => readPromptYml(text);
const remarksOf = (text: string): string => {
  const result = read(text);
  return 'remarks' in result ? result.remarks.join('\n') : `refused: ${result.problem}`;
};

describe('a prompt file', () => {
  it('gives back all that the format can carry, and names what it cannot', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const preset = somePreset(seed);
        const { text, lost } = writePromptYml(LABEL, preset);
        const result = read(text);
        const format = carried(preset).sampling?.response_format;
        if (!lost.includes('response format'))
          expect(result).toEqual({ label: { ...LABEL, tags: [] }, preset: carried(preset), remarks: [] });
        else expect(format).toBeDefined();
        const [first] = preset.panes ?? [];
        expect(lost.includes('fallbacks')).toBe((first?.fallbacks.length ?? 0) > 0);
        expect(lost.some((what) => what.includes('further pane'))).toBe((preset.panes?.length ?? 0) > 1);
        // What was read once is written the same for ever.
        if ('preset' in result) expect(writePromptYml(LABEL, result.preset).text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it.each(PARAMETERS.map((parameter) => [parameter.name, parameter] as const))('carries %s', (name, parameter) => {
    const sampling = { [name]: sampleOf(parameter) };
    const { text, lost } = writePromptYml(LABEL, presetOf(aWorkspace({ sampling }), new Set(['parameters'])));
    expect(lost).toEqual([]);
    expect(read(text)).toMatchObject({ preset: { sampling }, remarks: [] });
  });

  it('keeps a text of blanks alone', () => {
    const sampling = { stop: ['  \n', '\n \t\n', ' ', '\n\n'] };
    const { text } = writePromptYml(LABEL, presetOf(aWorkspace({ sampling }), new Set(['parameters'])));
    expect(read(text)).toMatchObject({ preset: { sampling }, remarks: [] });
  });

  it('is written as GitHub writes it', () => {
    const preset: Preset = {
      system: 'You extract people.',
      prompt: 'From this text:\n{{text}}',
      variables: {},
      sampling: {
        temperature: 0.5,
        top_p: 0.9,
        max_tokens: 100,
        response_format: { type: 'json_schema', json_schema: { name: 'p', schema: { type: 'object' } } },
      },
      panes: [{ modelId: 'openai/gpt-4o-mini', fallbacks: [], routing: {}, sampling: null, system: null, extra: {} }],
    };
    expect(writePromptYml({ name: 'People', description: '' }, preset)).toEqual({
      lost: [],
      text: `name: People
model: openai/gpt-4o-mini
modelParameters:
  temperature: 0.5
  topP: 0.9
  maxTokens: 100
messages:
  - role: system
    content: You extract people.
  - role: user
    content: |-
      From this text:
      {{text}}
responseFormat: json_schema
jsonSchema: |-
  {
    "name": "p",
    "schema": {
      "type": "object"
    }
  }
`,
    });
  });

  it('tells of what a preset has no place for', () => {
    const remarks = remarksOf(`
name: X
model: a/b
colour: red
modelParameters: { temperature: 9, heat: 1, max_tokens: 7 }
messages:
  - { role: system, content: One }
  - { role: user, content: Two }
  - { role: assistant, content: Three }
  - { role: user, content: Four }
testData: [{ input: a }, { input: b }]
evaluators: [{ name: e, string: { contains: x } }]
jsonSchema: '{}'
`);
    for (const part of [
      '2 entries of test data',
      '1 entry of evaluators',
      '2 messages before the last',
      '“colour”',
      '“heat”',
      'Temperature must be between 0 and 2',
      '“jsonSchema” was left out',
    ])
      expect(remarks).toContain(part);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '', /holds no prompt/],
    ['a list', '- a', /holds no prompt/],
    ['other fields', 'a: 1', /neither messages nor a model/],
    ['broken YAML', 'messages: [', /line 1/],
    ['a line that does not fit', 'model: a/b\n  messages: x', /line \d/],
    ['a field twice', 'model: a/b\nmodel: c/d', /“model” stands in it more than once/],
    ['a tag that would run something', 'model: !!js/function "x"', /Unresolved tag/],
    ['__proto__', 'model: a/b\n__proto__: { polluted: true }', /“__proto__” is not allowed/],
    ['a message without text', 'messages: [{ role: user, content: [1] }]', /Message 1/],
    ['a message of nobody', 'messages: [{ role: wizard, content: x }]', /Message 1/],
    ['messages that are none', 'messages: hello', /no list/],
    ['a model that is none', 'model: [a]', /cannot be read/],
    ['a long file', `model: ${'x'.repeat(200_000)}`, /longer than 128 KB/],
    ['deep nesting', `messages: ${'[a, '.repeat(3000)}`, /nested too deeply|line 1/],
    ['deep nesting that ends', `messages: ${'['.repeat(60)}${']'.repeat(60)}`, /nested deeper/],
    [
      'a bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[at]}`).join(',')}]`).join('\n')}\nmodel: a/b`,
      /aliases/,
    ],
  ])('refuses %s with a sentence', (_, text, sentence) => {
    const result = read(text);
    expect('problem' in result && result.problem).toMatch(sentence);
    expect('polluted' in {}).toBe(false);
  });

  it('throws for nothing', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.string({ maxLength: 4 }), (seed, at, noise) => {
        const { text } = writePromptYml(LABEL, somePreset(seed));
        const place = at % text.length;
        read(text.slice(0, place) + noise + text.slice(place + 1));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)));
  });
});
