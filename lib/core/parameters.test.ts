import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from './json';
import { complaint, type Parameter } from './parameter';
import { parameterOf, PARAMETERS, type ParameterName, withParameter } from './parameters';
import { diceOf, goodValue } from './parameter-samples';

const rows = PARAMETERS.map((parameter) => [parameter.name, parameter] as const);

/** What a row must refuse, each with a piece of what the sentence must say. */
function badValues(parameter: Parameter): [value: Json, says: string][] {
  const wrongKinds: [Json, string][] = [null, [], [[]]].map((value) => [value, parameter.label]);
  switch (parameter.kind) {
    case 'number':
    case 'integer': {
      const { min, max } = parameter;
      const beyond: [Json, string][] = max === null ? [] : [[max + 1, String(max)]];
      const half: [Json, string][] = parameter.kind === 'integer' ? [[Math.max(min, 0) + 0.5, 'whole']] : [];
      return [...wrongKinds, [min - 1, String(min)], ['1', String(min)], [true, String(min)], ...beyond, ...half];
    }
    case 'boolean':
      return [...wrongKinds, ['true', 'on or off'], [1, 'on or off']];
    case 'choice':
      return [...wrongKinds, ['other', parameter.options[0] ?? ''], [1, parameter.options[0] ?? '']];
    case 'text':
      return [...wrongKinds, ['', 'text'], ['x'.repeat(parameter.maxLength + 1), String(parameter.maxLength)]];
    case 'list':
      return [
        [null, 'list'],
        [[], 'list'],
        ['END', 'list'],
        [Array.from({ length: parameter.maxItems + 1 }, () => 'x'), String(parameter.maxItems)],
        [[''], '1 to 1000'],
        [['x'.repeat(1001)], '1 to 1000'],
        [[1], 'text'],
      ];
    case 'object':
      return [...wrongKinds, ['{}', 'object']];
  }
}

const BAD_OBJECTS: [ParameterName, JsonObject, RegExp][] = [
  ['logit_bias', { hello: 1 }, /“hello” is not a token id/],
  ['logit_bias', { '-1': 1 }, /not a token id/],
  ['logit_bias', { '50256': 101 }, /between -100 and 100/],
  ['logit_bias', { '50256': '1' }, /between -100 and 100/],
  ['logit_bias', Object.fromEntries(Array.from({ length: 1025 }, (_, at) => [String(at), 0])), /at most 1024/],
  ['metadata', Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`k${at}`, 'v'])), /at most 16 pairs/],
  ['metadata', { '': 'v' }, /1 to 64/],
  ['metadata', { ['k'.repeat(65)]: 'v' }, /1 to 64/],
  ['metadata', { key: 1 }, /must be a text/],
  ['metadata', { key: 'v'.repeat(513) }, /512/],
  ['response_format', {}, /needs a type/],
  ['response_format', { type: 'yaml' }, /json_schema/],
  ['response_format', { type: 'json_schema' }, /needs an object/],
  ['response_format', { type: 'json_schema', json_schema: { name: 'a b', schema: {} } }, /64 letters/],
  ['response_format', { type: 'json_schema', json_schema: { name: 'ab' } }, /JSON Schema/],
];

describe('the table of parameters', () => {
  it('has each name once, and finds it', () => {
    expect(new Set(PARAMETERS.map(({ name }) => name)).size).toBe(PARAMETERS.length);
    for (const parameter of PARAMETERS) expect(parameterOf(parameter.name)).toBe(parameter);
    expect(parameterOf('tempersture')).toBeUndefined();
  });

  it.each(rows)('%s: takes good values and stores them as they are', (name, parameter) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const value = goodValue(parameter, diceOf(seed));
        expect(complaint(parameter, value)).toBeNull();
        expect(withParameter({}, name, value)).toEqual({ [name]: value });
      }),
    );
  });

  it.each(rows)(
    '%s: refuses what is not in range with a sentence that names it, and stores nothing',
    (name, parameter) => {
      for (const [value, says] of badValues(parameter)) {
        const sentence = complaint(parameter, value);
        expect(sentence, JSON.stringify(value)).toMatch(/^.+\.$/);
        expect(sentence).toContain(says);
        const before = { [name]: 'what was valid' };
        expect(withParameter(before, name, value)).toBe(before);
      }
    },
  );

  it.each(BAD_OBJECTS)('%s refuses what breaks its rules (%#)', (name, value, says) => {
    const parameter = parameterOf(name);
    expect(parameter && complaint(parameter, value)).toMatch(says);
    expect(withParameter({}, name, value)).toEqual({});
  });

  it('has an example for each object that may be sent as it is', () => {
    for (const parameter of PARAMETERS)
      if (parameter.kind === 'object') expect(complaint(parameter, JSON.parse(parameter.example) as Json)).toBeNull();
  });

  it('keeps 0 and false apart from not being set', () => {
    expect(withParameter({}, 'temperature', 0)).toEqual({ temperature: 0 });
    expect(withParameter({}, 'logprobs', false)).toEqual({ logprobs: false });
    expect(withParameter({ temperature: 0, top_p: 1 }, 'temperature', undefined)).toEqual({ top_p: 1 });
  });
});
