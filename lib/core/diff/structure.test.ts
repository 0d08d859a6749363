import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/core/json';
import { jsonIn } from './json-in-text';
import { compare, structureDiff } from './structure';

const valueOf = (text: string): Json => {
  const read = jsonIn(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.value;
};

describe('a comparison of JSON', () => {
  it('tells what was added, removed and changed, by path', () => {
    const before = { name: 'Ada', born: 1815, tags: ['a', 'b'], 'odd key': { x: 1 } };
    const after = { tags: ['a', 'c', 'b'], 'odd key': { x: 2 }, name: 'Ada', died: null };
    expect(compare(before, after)).toEqual([
      { path: '$.tags[1]', after: 'c' },
      { path: '$["odd key"].x', before: 1, after: 2 },
      { path: '$.died', after: null },
      { path: '$.born', before: 1815 },
    ]);
    expect(structureDiff(before, after)).toMatchObject({ changes: 4, added: 2, removed: 1, changed: 1 });
  });

  it('ignores the order of keys, at any depth', () => {
    expect(compare({ a: [{ x: 1, y: 2 }], b: 0 }, { b: 0, a: [{ y: 2, x: 1 }] })).toEqual([]);
    expect(compare([{ x: 1, y: 2 }], [{ z: 0 }, { y: 2, x: 1 }])).toEqual([{ path: '$[0]', after: { z: 0 } }]);
  });

  it('finds nothing between a value and itself, and something between values that differ', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(compare(value as Json, JSON.parse(JSON.stringify(value)) as Json)).toEqual([]);
        expect(compare(value as Json, [value as Json])).not.toEqual([]);
      }),
    );
  });

  it('takes keys that every object has for what they are', () => {
    expect(compare(JSON.parse('{"__proto__": 1}') as Json, JSON.parse('{"toString": 1}') as Json)).toEqual([
      { path: '$.toString', after: 1 },
      { path: '$.__proto__', before: 1 },
    ]);
  });
});

describe('JSON in a text', () => {
  it('is the text, or its one code block', () => {
    expect(valueOf(' {"a": 1} ')).toEqual({ a: 1 });
    expect(valueOf('Here it is:\n\n```json\n{"a": [1, 2]}\n```\nDone.')).toEqual({ a: [1, 2] });
    expect(valueOf('```sh\nls\n```\n```json\n3\n```')).toBe(3);
  });

  it('keeps every digit of a number', () => {
    const ids = [9007199254740992n, 9007199254740993n].map((id) => jsonIn(`{"id": ${id}, "cost": 0.10}`));
    const [one, other] = ids.map((found) => ('value' in found ? found.value : null));
    const { rows } = structureDiff(one ?? null, other ?? null);
    expect(rows.map(({ path, segments }) => [path, ...segments.map(({ text }) => text)])).toEqual([
      ['$.id', '9007199254740992', '9007199254740993'],
    ]);
  });

  it('is missing with a reason', () => {
    expect(jsonIn('Hello')).toEqual({ problem: 'is no JSON' });
    expect(jsonIn('')).toEqual({ problem: 'is no JSON' });
    expect(jsonIn('```json\n{"a": 1}\n```\n```json\n{"a": 2}\n```')).toEqual({
      problem: 'holds several blocks of JSON',
    });
    expect(jsonIn('['.repeat(500) + ']'.repeat(500))).toEqual({ problem: 'is nested deeper than 200 levels' });
  });
});
