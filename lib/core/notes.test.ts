import { describe, expect, it } from 'vitest';
import { indexModels, type ReasoningSupport } from './model';
import { ghostOf, keyOf, type Note, notesFor, supportOf } from './notes';
import { type ParameterName, parameterOf, PARAMETERS, type Sampling } from './parameters';
import { aModel, aPane } from './samples';
import type { Pane } from './workspace';

const thinker = (reasoning: ReasoningSupport, words = ['reasoning', 'max_tokens']) =>
  aModel({ id: 'maker/thinker', canonicalSlug: 'maker/thinker', reasoning, supportedParameters: words });

const models = indexModels([
  aModel(),
  aModel({ id: 'maker/cold', canonicalSlug: 'maker/cold', supportedParameters: ['max_tokens'] }),
  aModel({ id: 'maker/new', canonicalSlug: 'maker/new', supportedParameters: ['max_completion_tokens'] }),
  aModel({ id: 'maker/router', canonicalSlug: 'maker/router', supportedParameters: [] }),
  aModel({ id: 'maker/plain', canonicalSlug: 'maker/plain', supportedParameters: null }),
  aModel({
    id: 'maker/logs',
    canonicalSlug: 'maker/logs',
    supportedParameters: ['logprobs', 'top_logprobs'],
    defaultParameters: { temperature: 0.6 },
  }),
  thinker({ mandatory: true, supportedEfforts: ['low', 'high'], defaultEffort: 'low' }),
]);

const noteOf = (
  name: ParameterName,
  sampling: Sampling,
  pane: Partial<Pane> = {},
  forced: ParameterName[] = [],
): Note => {
  const note = notesFor(sampling, aPane(pane), models, forced).find((other) => other.name === name);
  if (!note) throw new Error(`no note for ${name}`);
  return note;
};

const row = (name: ParameterName) => {
  const parameter = parameterOf(name);
  if (!parameter) throw new Error(name);
  return parameter;
};

describe('notes', () => {
  it('speaks of every parameter once, in the order of the table, with a reason', () => {
    const notes = notesFor({}, aPane(), models);
    expect(notes.map(({ name }) => name)).toEqual(PARAMETERS.map(({ name }) => name));
    for (const { state, sent, reason } of notes) {
      expect({ state, sent }).toEqual({ state: 'default', sent: false });
      expect(reason).toMatch(/^Not sent: .+\.$/);
    }
  });

  it.each<[string, ParameterName, Sampling, Partial<Pane>, ParameterName[], Note['state'], boolean, RegExp]>([
    ['taken', 'temperature', { temperature: 0 }, {}, [], 'sent', true, /^Sent as set/],
    [
      'without a word in the vocabulary',
      'user',
      { user: 'u' },
      { modelId: 'maker/cold' },
      [],
      'sent',
      true,
      /^Sent as set/,
    ],
    [
      'not taken',
      'temperature',
      { temperature: 0 },
      { modelId: 'maker/cold' },
      [],
      'dropped',
      false,
      /does not take Temperature/,
    ],
    [
      'not taken, and forced',
      'temperature',
      { temperature: 0 },
      { modelId: 'maker/cold' },
      ['temperature'],
      'sent',
      true,
      /you asked for it/,
    ],
    ['forced and not set', 'temperature', {}, { modelId: 'maker/cold' }, ['temperature'], 'default', false, /Not sent/],
    [
      'of a model without a list',
      'top_a',
      { top_a: 1 },
      { modelId: 'maker/plain' },
      [],
      'sent',
      true,
      /nothing is known/,
    ],
    [
      'of a router with an empty list',
      'top_a',
      { top_a: 1 },
      { modelId: 'maker/router' },
      [],
      'sent',
      true,
      /nothing is known/,
    ],
    ['of an id in no list', 'top_a', { top_a: 1 }, { modelId: 'who/knows' }, [], 'sent', true, /nothing is known/],
    [
      'of a variant',
      'temperature',
      { temperature: 0 },
      { modelId: 'maker/cold:nitro' },
      [],
      'dropped',
      false,
      /does not take/,
    ],
    [
      'taken by a fallback only',
      'temperature',
      { temperature: 0 },
      { modelId: 'maker/cold', fallbacks: ['maker/new', 'maker/model'] },
      [],
      'sent',
      true,
      /1 of 3 models take this/,
    ],
    [
      'taken by two of three',
      'temperature',
      { temperature: 0 },
      { fallbacks: ['who/knows', 'maker/cold'] },
      [],
      'sent',
      true,
      /2 of 3/,
    ],
    [
      'taken by none of three',
      'temperature',
      { temperature: 0 },
      { modelId: 'maker/cold', fallbacks: ['maker/new', 'maker/logs'] },
      [],
      'dropped',
      false,
      /None of the 3 models takes/,
    ],
    [
      'that the extra JSON sets too',
      'temperature',
      { temperature: 0 },
      { extra: { temperature: 1 } },
      [],
      'conflict',
      false,
      /extra JSON sets temperature too/,
    ],
    [
      'inside what the extra JSON sets',
      'reasoning.effort',
      { 'reasoning.effort': 'low' },
      { modelId: 'maker/thinker', extra: { reasoning: {} } },
      [],
      'conflict',
      false,
      /extra JSON sets reasoning too/,
    ],
    [
      'that the extra JSON sets, unset',
      'temperature',
      {},
      { extra: { temperature: 1 } },
      [],
      'default',
      false,
      /Not sent/,
    ],
  ])('tells of a parameter %s', (_, name, sampling, pane, forced, state, sent, reason) => {
    const note = noteOf(name, sampling, pane, forced);
    expect(note).toMatchObject({ state, sent });
    expect(note.reason).toMatch(reason);
  });

  it.each([
    ['maker/model', 'max_tokens'],
    ['maker/new', 'max_completion_tokens'],
    ['maker/plain', 'max_tokens'],
    ['maker/router', 'max_tokens'],
    ['who/knows', 'max_tokens'],
  ])('sends the token limit of %s as %s', (modelId, key) => {
    expect(keyOf(row('max_tokens'), aPane({ modelId }), models)).toBe(key);
    expect(noteOf('max_tokens', { max_tokens: 9 }, { modelId })).toMatchObject({ key, state: 'sent' });
  });

  it('counts the models that take a parameter', () => {
    const pane = aPane({ modelId: 'maker/cold', fallbacks: ['maker/model', 'maker/plain'] });
    expect(supportOf(row('temperature'), pane, models)).toEqual({ takers: 2, total: 3, unknown: false });
    expect(supportOf(row('user'), pane, models)).toEqual({ takers: 3, total: 3, unknown: true });
  });

  it('shows as a ghost what the model suggests, else what the API takes, else nothing', () => {
    expect(ghostOf(row('temperature'), models.get('maker/logs'))).toBe(0.6);
    expect(ghostOf(row('temperature'), models.get('maker/model'))).toBe(1);
    expect(ghostOf(row('temperature'), undefined)).toBe(1);
    expect(ghostOf(row('reasoning.effort'), models.get('maker/thinker'))).toBe('low');
    expect(ghostOf(row('seed'), models.get('maker/model'))).toBeUndefined();
  });
});
