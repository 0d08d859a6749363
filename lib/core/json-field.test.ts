import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonObject } from './json-field';

const nested = (depth: number, open = '{"a":', close = '}', inner = '1'): string =>
  open.repeat(depth) + inner + close.repeat(depth);

it('refuses a number that JSON cannot hold', () => {
  expect(readJsonObject('{"a":1e999}')).toEqual({ problem: 'It holds a number that is too large.' });
});

it.each(['12345678901234567891', '-9007199254740993'])('refuses %s, which would be sent rounded', (number) => {
  expect(readJsonObject(`{"a":[{"b":${number}}]}`)).toEqual({
    problem: `It holds ${number}, a whole number too long to be sent exactly: quote it.`,
  });
});

it.each(['9007199254740991', '123456789012345680000', '1e21', '0.1234567890123456', '"12345678901234567891"'])(
  'takes %s',
  (number) => {
    expect(readJsonObject(`{"a":${number}}`)).toEqual({ value: { a: JSON.parse(number) as unknown } });
  },
);

describe('readJsonObject', () => {
  it.each([
    ['nothing', '', {}],
    ['blanks', ' \n\t ', {}],
    ['an empty object', '{}', {}],
    ['an object', '{ "a": [1, null, {"b": "ü"}] }', { a: [1, null, { b: 'ü' }] }],
    ['brackets inside a text', `{"a": "${'{['.repeat(500)}"}`, { a: '{['.repeat(500) }],
    ['an escaped quote before brackets', `{"a": "\\"${'['.repeat(100)}\\\\"}`, { a: `"${'['.repeat(100)}\\` }],
    ['32 levels', nested(32), JSON.parse(nested(32)) as object],
  ])('reads %s', (_, text, value) => {
    expect(readJsonObject(text)).toEqual({ value });
  });

  it.each([
    ['half an object', '{"a": ', /not JSON/],
    ['a trailing comma', '{"a": 1,}', /not JSON/],
    ['single quotes', "{'a': 1}", /not JSON/],
    ['NaN', '{"a": NaN}', /not JSON/],
    ['a list', '[1, 2]', /must be a JSON object/],
    ['a number', '42', /must be a JSON object/],
    ['null', 'null', /must be a JSON object/],
    ['a text', '"{}"', /must be a JSON object/],
    ['__proto__', '{"__proto__": {"polluted": true}}', /“__proto__” is not allowed/],
    ['__proto__ written with escapes', '{"\\u005f_proto__": 1}', /“__proto__” is not allowed/],
    ['__proto__ inside a list', '{"a": [{"b": {"__proto__": 1}}]}', /“__proto__” is not allowed/],
    ['constructor', '{"constructor": {"prototype": {"x": 1}}}', /“constructor” is not allowed/],
    ['33 levels', nested(33), /deeper than 32/],
    ['10,000 levels of objects', nested(10_000), /deeper than 32|longer than 64 KB/],
    ['10,000 levels of lists', nested(10_000, '[', ']'), /deeper than 32/],
    ['10,000 levels that never close', '{"a":'.repeat(10_000), /deeper than 32/],
    ['5 MB', `{"a": "${'x'.repeat(5 * 1024 * 1024)}"}`, /longer than 64 KB/],
    ['5 MB of brackets', '['.repeat(5 * 1024 * 1024), /longer than 64 KB/],
  ])('refuses %s with a sentence', (_, text, says) => {
    const outcome = readJsonObject(text);
    expect(outcome).toHaveProperty('problem');
    expect('problem' in outcome && outcome.problem).toMatch(says);
    expect('problem' in outcome && outcome.problem).toMatch(/^(It|The key) .{5,200}\.$/);
  });

  it('leaves the objects of the program alone', () => {
    readJsonObject('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throws, and reads back what JSON.stringify wrote of an object', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readJsonObject(text)).not.toThrow();
      }),
    );
    const key = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))), (value) => {
        expect(readJsonObject(JSON.stringify(value, null, 2))).toEqual({ value: { ...value } });
      }),
    );
  });
});
