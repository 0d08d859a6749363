import { describe, expect, it } from 'vitest';
import { CODE_LANGUAGES } from './code/languages';
import { JAVASCRIPT, literal, PYTHON } from './code/literal';
import type { Json, JsonObject } from './json';
import { sampleOf } from './parameter-samples';
import { complaint } from './parameter';
import { PARAMETERS, type Sampling } from './parameters';
import { buildRequest } from './request';
import { aPane, aQuestion, aWorkspace } from './samples';

// The table is walked, so that a row cannot be forgotten: here as far as the body and the code; as far as the upstream
// and through the panel in the browser errands; what it does in the tests of the simulator.

const bodyOf = (sampling: Sampling): JsonObject =>
  buildRequest(aWorkspace({ sampling }), aPane({ modelId: 'who/knows' }), [aQuestion('q', null, 'Hi')], new Map()).body;

const EVERY: Sampling = Object.fromEntries(PARAMETERS.map((parameter) => [parameter.name, sampleOf(parameter)]));
const ALWAYS = ['model', 'messages', 'stream'];

/** What stands in a body at `reasoning.effort`. */
const at = (body: JsonObject, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((value, key) => (value as JsonObject | undefined)?.[key], body);

describe.each(PARAMETERS.map((parameter) => [parameter.name, parameter] as const))('%s', (name, parameter) => {
  const value = sampleOf(parameter);
  const [top = ''] = name.split('.');

  it('has a label and help of its own', () => {
    expect(parameter.help).toMatch(/^[A-Z].{20,}\.$/);
    expect(PARAMETERS.filter(({ label }) => label === parameter.label)).toHaveLength(1);
    expect(complaint(parameter, value)).toBeNull();
  });

  it('is in the body when it alone is set, and nothing else is', () => {
    const body = bodyOf({ [name]: value });
    expect(Object.keys(body)).toEqual([...ALWAYS, top]);
    expect(at(body, name)).toEqual(value);
  });

  it('is absent when all but it are set', () => {
    const { [name]: _, ...others } = EVERY;
    expect(at(bodyOf(others), name)).toBeUndefined();
    expect(at(bodyOf(EVERY), name)).toEqual(value);
  });

  it.each(CODE_LANGUAGES)('is in the code for $label when it is set, and only then', ({ id, write }) => {
    const target = { baseUrl: 'https://openrouter.ai/api/v1', streaming: true };
    const key = name.split('.').at(-1) ?? '';
    const written = id === 'curl' ? JSON.stringify(value) : literal(value, id === 'python' ? PYTHON : JAVASCRIPT, 2);
    const squeezed = (text: string): string => text.replaceAll(/[\s,]+/g, '');
    const pairs = [`${key}:`, `"${key}":`, `${key}=`].map((start) => start + squeezed(written));
    const holdsIt = (code: string): boolean => pairs.some((pair) => squeezed(code).includes(pair));
    expect(holdsIt(write(bodyOf({ [name]: value }), target))).toBe(true);
    expect(holdsIt(write(bodyOf({}), target))).toBe(false);
  });
});

it('sends everything together, and nothing beside', () => {
  const tops = new Set(PARAMETERS.map(({ name }) => name.split('.')[0]));
  expect(Object.keys(bodyOf(EVERY)).sort()).toEqual([...ALWAYS, ...tops].sort());
});
