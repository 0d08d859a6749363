import { expect, it } from 'vitest';
import type { JsonObject } from './json';
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
  [
    'a budget beside effort',
    'maker/thinker',
    'reasoning.max_tokens',
    { 'reasoning.effort': 'high', 'reasoning.max_tokens': 9 },
    'conflict',
    /exclude each other/,
  ],
  [
    'reasoning off beside an effort',
    'who/knows',
    'reasoning.enabled',
    { 'reasoning.enabled': false, 'reasoning.effort': 'low' },
    'conflict',
    /is off, and.*contradict/,
  ],
  [
    'reasoning off beside effort none',
    'who/knows',
    'reasoning.enabled',
    { 'reasoning.enabled': false, 'reasoning.effort': 'none' },
    'sent',
    /Sent/,
  ],
  [
    'reasoning on beside effort none',
    'who/knows',
    'reasoning.enabled',
    { 'reasoning.enabled': true, 'reasoning.effort': 'none' },
    'conflict',
    /is on and its effort is none/,
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

const TWINS: [string, ParameterName, Sampling, JsonObject, RegExp | null][] = [
  [
    'max_completion_tokens',
    'max_tokens',
    { max_tokens: 9 },
    { max_completion_tokens: 8 },
    /max_tokens is the deprecated/,
  ],
  [
    'reasoning_effort, another',
    'reasoning.effort',
    { 'reasoning.effort': 'low' },
    { reasoning_effort: 'high' },
    /differ/,
  ],
  ['reasoning_effort, the same', 'reasoning.effort', { 'reasoning.effort': 'low' }, { reasoning_effort: 'low' }, null],
  ['reasoning_effort null', 'reasoning.effort', { 'reasoning.effort': 'low' }, { reasoning_effort: null }, null],
  [
    'reasoning_effort',
    'reasoning.max_tokens',
    { 'reasoning.max_tokens': 9 },
    { reasoning_effort: 'low' },
    /exclude each other/,
  ],
  ['reasoning_effort', 'reasoning.enabled', { 'reasoning.enabled': false }, { reasoning_effort: 'low' }, /contradict/],
  [
    'reasoning_effort none',
    'reasoning.enabled',
    { 'reasoning.enabled': true },
    { reasoning_effort: 'none' },
    /contradict/,
  ],
  ['reasoning_effort', 'reasoning.enabled', { 'reasoning.enabled': true }, { reasoning_effort: 'low' }, null],
  ['reasoning_effort', 'reasoning.exclude', { 'reasoning.exclude': true }, { reasoning_effort: 'low' }, null],
  ['include_reasoning', 'reasoning.exclude', { 'reasoning.exclude': true }, { include_reasoning: true }, /contradict/],
  ['include_reasoning', 'reasoning.exclude', { 'reasoning.exclude': true }, { include_reasoning: false }, null],
  ['include_reasoning', 'reasoning.enabled', { 'reasoning.enabled': false }, { include_reasoning: true }, /contradict/],
  ['include_reasoning', 'reasoning.effort', { 'reasoning.effort': 'low' }, { include_reasoning: true }, null],
];

it.each<[string, ParameterName, Sampling, JsonObject, 'sent' | 'conflict']>([
  ['logprobs of the extra JSON', 'top_logprobs', { top_logprobs: 2 }, { logprobs: true }, 'sent'],
  [
    'logprobs that the extra JSON switches off',
    'top_logprobs',
    { top_logprobs: 2, logprobs: true },
    { logprobs: false },
    'conflict',
  ],
  [
    'max_tokens of the extra JSON',
    'reasoning.max_tokens',
    { 'reasoning.max_tokens': 9, max_tokens: 90 },
    { max_tokens: 8 },
    'conflict',
  ],
  [
    'max_completion_tokens of the extra JSON',
    'reasoning.max_tokens',
    { 'reasoning.max_tokens': 9 },
    { max_completion_tokens: 8 },
    'conflict',
  ],
])('reads what is in force: %s', (_, name, sampling, extra, state) => {
  const note = notesFor(sampling, aPane({ modelId: 'who/knows', extra }), models).find((one) => one.name === name);
  expect(note).toMatchObject({ state, sent: true });
});

// Both are in the body, so nobody is silently overruled.
it.each(TWINS)('names the extra JSON’s %s beside %s %j %j', (_, name, sampling, extra, reason) => {
  const note = notesFor(sampling, aPane({ modelId: 'who/knows', extra }), models).find((one) => one.name === name);
  expect(note).toMatchObject({ state: reason ? 'conflict' : 'sent', sent: true });
  if (reason) expect(note?.reason).toMatch(reason);
});

it('names max_tokens where the model’s limit travels as max_completion_tokens', () => {
  const index = indexModels([aModel({ supportedParameters: ['max_completion_tokens'] })]);
  const note = notesFor({ max_tokens: 9 }, aPane({ extra: { max_tokens: 8 } }), index).find(
    ({ name }) => name === 'max_tokens',
  );
  expect(note).toMatchObject({ key: 'max_completion_tokens', state: 'conflict', sent: true });
  expect(note?.reason).toContain('sets max_tokens too');
});

it.each([
  ['its own limit', { maxCompletionTokens: 4096 }, 4097, /at most 4,096 tokens/],
  ['its own limit, kept', { maxCompletionTokens: 4096 }, 4096, null],
  ['its context, where it tells no limit', { maxCompletionTokens: null, contextLength: 8192 }, 9000, /at most 8,192/],
  ['nothing it tells', { maxCompletionTokens: null, contextLength: null }, 1e9, null],
])('holds a token limit of before against the model: %s', (_, fields, value, reason) => {
  const note = notesFor({ max_tokens: value }, aPane(), indexModels([aModel(fields)])).find(
    ({ name }) => name === 'max_tokens',
  );
  expect(note).toMatchObject({ state: reason ? 'conflict' : 'sent', sent: true });
  if (reason) expect(note?.reason).toMatch(reason);
});
