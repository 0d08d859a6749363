import { expect, it } from 'vitest';
import { indexModels } from './model';
import { notesFor } from './notes';
import type { ParameterName, Sampling } from './parameters';
import { aModel, aPane } from './samples';

const models = indexModels([
  aModel({ id: 'maker/cold', canonicalSlug: 'maker/cold', supportedParameters: ['max_tokens'] }),
  aModel({ id: 'maker/logs', canonicalSlug: 'maker/logs', supportedParameters: ['logprobs', 'top_logprobs'] }),
  aModel({
    id: 'maker/thinker',
    canonicalSlug: 'maker/thinker',
    supportedParameters: ['reasoning', 'max_tokens'],
    reasoning: { mandatory: true, supportedEfforts: ['low', 'high'] },
  }),
]);

// Sent as set, but named beforehand: the API refuses these, or reads them otherwise than they look.
it.each<[string, string, ParameterName, Sampling, 'sent' | 'conflict' | 'dropped', RegExp]>([
  ['top_logprobs alone', 'maker/logs', 'top_logprobs', { top_logprobs: 2 }, 'conflict', /needs Logprobs/],
  [
    'top_logprobs beside logprobs off',
    'maker/logs',
    'top_logprobs',
    { top_logprobs: 2, logprobs: false },
    'conflict',
    /needs Logprobs/,
  ],
  ['top_logprobs beside logprobs', 'maker/logs', 'top_logprobs', { top_logprobs: 2, logprobs: true }, 'sent', /Sent/],
  [
    'effort none on a mandatory reasoner',
    'maker/thinker',
    'reasoning.effort',
    { 'reasoning.effort': 'none' },
    'conflict',
    /always reasons/,
  ],
  [
    'an effort that the model lacks',
    'maker/thinker',
    'reasoning.effort',
    { 'reasoning.effort': 'medium' },
    'conflict',
    /knows low, high/,
  ],
  ['an effort that the model has', 'maker/thinker', 'reasoning.effort', { 'reasoning.effort': 'high' }, 'sent', /Sent/],
  [
    'effort beside a budget',
    'maker/thinker',
    'reasoning.effort',
    { 'reasoning.effort': 'high', 'reasoning.max_tokens': 9 },
    'conflict',
    /exclude each other/,
  ],
  [
    'reasoning off where it is mandatory',
    'maker/thinker',
    'reasoning.enabled',
    { 'reasoning.enabled': false },
    'conflict',
    /cannot be switched off/,
  ],
  ['reasoning on', 'maker/thinker', 'reasoning.enabled', { 'reasoning.enabled': true }, 'sent', /Sent/],
  [
    'a budget as large as max tokens',
    'maker/thinker',
    'reasoning.max_tokens',
    { 'reasoning.max_tokens': 9, max_tokens: 9 },
    'conflict',
    /must be larger/,
  ],
  [
    'a budget below max tokens',
    'maker/thinker',
    'reasoning.max_tokens',
    { 'reasoning.max_tokens': 8, max_tokens: 9 },
    'sent',
    /Sent/,
  ],
  [
    'a clash that is dropped anyway',
    'maker/cold',
    'reasoning.effort',
    { 'reasoning.effort': 'none' },
    'dropped',
    /does not take/,
  ],
])('names %s', (_, modelId, name, sampling, state, reason) => {
  const note = notesFor(sampling, aPane({ modelId }), models).find((other) => other.name === name);
  expect(note).toMatchObject({ state, sent: state !== 'dropped' });
  expect(note?.reason).toMatch(reason);
});
