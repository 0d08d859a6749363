import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json, JsonObject } from '@/lib/core/json';
import { ask, contentOf, dig, timelessContext, userSays } from './test-client';

async function answerTo(schema: JsonObject, more: JsonObject = {}): Promise<Json> {
  const format = { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } };
  const answer = await ask(timelessContext(), {
    response_format: format,
    messages: userSays('Fill it in for Ada from Oslo, 41 years old'),
    ...more,
  });
  return JSON.parse(contentOf(answer)) as Json;
}

const satisfies = (schema: JsonObject, value: Json): void => {
  // zod reads JSON Schema by itself: a second opinion that shares no code with the simulator.
  const result = z.fromJSONSchema(schema as never).safeParse(value);
  expect(result.success, `${JSON.stringify(schema)} ← ${JSON.stringify(value)}`).toBe(true);
};

const leaf: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant<JsonObject>({ type: 'string' }),
  fc.constant<JsonObject>({ type: 'boolean' }),
  fc.constant<JsonObject>({ type: 'null' }),
  fc
    .record({ low: fc.integer({ min: -50, max: 50 }), span: fc.nat(40) })
    .map(({ low, span }) => ({ type: 'integer', minimum: low, maximum: low + span })),
  fc.integer({ min: 2, max: 9 }).map((step) => ({ type: 'integer', multipleOf: step, minimum: 0, maximum: 90 })),
  fc
    .record({ low: fc.nat(20), span: fc.nat(30) })
    .map(({ low, span }) => ({ type: 'string', minLength: low, maxLength: low + span })),
  fc.constantFrom<JsonObject>(
    { type: 'string', format: 'date' },
    { type: 'string', format: 'email' },
    { type: 'string', format: 'uuid' },
    { type: 'string', pattern: '^[A-Z]{2}-\\d{3,5}$' },
  ),
  fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
    .map((words) => ({ enum: words })),
);

const { schema: anySchema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .record({ items: tie('schema'), low: fc.nat(2) })
      .map(({ items, low }) => ({ type: 'array', items, minItems: low, maxItems: low + 2 })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((options) => ({ anyOf: options })),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('schema'), { maxKeys: 4 }).map((properties) => ({
      type: 'object',
      properties,
      required: Object.keys(properties).filter((_, i) => i % 2 === 0),
      additionalProperties: false,
    })),
  ),
}));

describe('structured output', () => {
  it('satisfies any schema (law)', async () => {
    await fc.assert(
      fc.asyncProperty(anySchema, fc.nat(5), async (schema, seed) =>
        satisfies(schema, await answerTo(schema, { seed })),
      ),
      { numRuns: 120 },
    );
  });

  it('stays valid when it is hot and penalised', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, notes: { type: 'array', items: { type: 'string' }, minItems: 5 } },
      required: ['name', 'notes'],
    };
    for (let seed = 0; seed < 10; seed += 1)
      satisfies(schema, await answerTo(schema, { seed, temperature: 2, frequency_penalty: 2 }));
  });

  it('follows references, also of a schema to itself, and merges allOf', async () => {
    const node = {
      type: 'object',
      properties: { label: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/node' } } },
      required: ['label', 'children'],
    };
    const tree = await answerTo({ $ref: '#/$defs/node', $defs: { node } });
    expect(dig(tree, 'label')).toEqual(expect.any(String));
    expect(dig(tree, 'children')).toEqual(expect.any(Array));
    const merged = await answerTo({
      allOf: [
        { type: 'object', properties: { a: { const: 1 } }, required: ['a'] },
        { properties: { b: { enum: ['x'] } }, required: ['b'] },
      ],
    });
    expect(merged).toEqual({ a: 1, b: 'x' });
  });

  it('uses what the prompt says', async () => {
    const properties = { name: { type: 'string' }, age: { type: 'integer' } };
    expect(await answerTo({ type: 'object', properties, required: ['name', 'age'] })).toMatchObject({
      name: expect.stringMatching(/Ada|Oslo/),
      age: 41,
    });
  });

  it('is JSON for json_object, and is cut by the limit', async () => {
    const body = { response_format: { type: 'json_object' }, messages: userSays('JSON about rivers') };
    expect(JSON.parse(contentOf(await ask(timelessContext(), body)))).toMatchObject({ subject: expect.any(String) });
    const cut = await ask(timelessContext(), { ...body, max_tokens: 6 });
    expect(dig(cut.json, 'choices', 0, 'finish_reason')).toBe('length');
    expect(() => JSON.parse(contentOf(cut)) as Json).toThrow();
  });
});
