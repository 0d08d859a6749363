import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '@/lib/core/failure';
import { diagnose } from './diagnose';
import { NO_SITUATION, type Remedy, type Situation } from './remedy';

const AT = 1_800_000_000_000;
const look = (failed: Failure, situation: Partial<Situation> = {}) =>
  diagnose(failed, { ...NO_SITUATION, ...situation }, AT);
const button = (failed: Failure, situation: Partial<Situation> = {}): Remedy | undefined =>
  look(failed, situation).remedies[0];
const excluded = (by: string): Failure =>
  failure('before', 'No endpoints.', {
    status: 404,
    availability: { code: 'constraint_filtered', retryable: false, excluded_by: [by] },
  });

describe('the button', () => {
  const cases: [string, Failure, Partial<Situation>, Remedy][] = [
    [
      'uses the tokens that are affordable',
      failure('before', 'x', { status: 402, affordableTokens: 2210 }),
      {},
      { kind: 'use-tokens', tokens: 2210 },
    ],
    ['leads to the credits', failure('before', 'x', { status: 402 }), {}, { kind: 'open', page: 'credits' }],
    [
      'waits while other requests hold the credit',
      failure('before', 'x', {
        status: 402,
        retryAfter: 120,
        metadata: { limit_source: 'openrouter_in_flight_budget' },
      }),
      {},
      { kind: 'retry', afterSeconds: 120 },
    ],
    [
      'waits until the limit is reset',
      failure('before', 'x', { status: 429, rateLimitReset: AT + 12_000 }),
      {},
      { kind: 'retry', afterSeconds: 12 },
    ],
    [
      'does not wait for hours',
      failure('before', 'x', { status: 429, rateLimitReset: AT + 7_200_000 }),
      {},
      { kind: 'choose-model' },
    ],
    [
      'asks the model that the answer names',
      failure('before', 'x', { status: 400, availability: { code: 'model_not_found', fallback_models: ['a/b'] } }),
      {},
      { kind: 'use-model', id: 'a/b' },
    ],
    ['opens the picker', failure('before', 'x', { status: 404 }), {}, { kind: 'choose-model' }],
    [
      'takes the price limit out',
      excluded('max_price'),
      { routing: { max_price: { prompt: 1 } } },
      {
        kind: 'drop-routing',
        keys: ['max_price'],
      },
    ],
    ['opens the picker where the pane has no such limit', excluded('max_price'), {}, { kind: 'choose-model' }],
    [
      'drops the parameters that nobody takes',
      excluded('require_parameters'),
      {
        routing: { require_parameters: true },
        sent: ['top_k', 'seed'],
        untaken: ['top_k'],
      },
      { kind: 'drop-parameters', names: ['top_k'] },
    ],
    [
      'stops asking for all parameters',
      excluded('require_parameters'),
      { routing: { require_parameters: true } },
      {
        kind: 'drop-routing',
        keys: ['require_parameters'],
      },
    ],
    [
      'allows other providers',
      failure('before', 'No allowed providers are available for the selected model.', { status: 404 }),
      { routing: { only: ['a'], zdr: true } },
      { kind: 'drop-routing', keys: ['only'] },
    ],
    [
      'leads to the account’s privacy where the pane asks for none',
      failure('before', 'x', {
        status: 404,
        availability: { code: 'privacy_restricted', excluded_by: ['data_policy:zdr'] },
      }),
      {},
      { kind: 'open', page: 'privacy' },
    ],
    [
      'shortens a conversation',
      failure('before', "This endpoint's maximum context length is 8 tokens", { status: 400 }),
      { turns: 3 },
      { kind: 'shorten' },
    ],
    [
      'has a single question edited',
      failure('before', 'x', { status: 400, errorType: 'context_length_exceeded' }),
      { turns: 1 },
      { kind: 'edit' },
    ],
    [
      'drops the limit that leaves a single question no room',
      failure('before', 'x', { status: 400, errorType: 'context_length_exceeded' }),
      { turns: 1, sent: ['max_tokens'] },
      { kind: 'drop-parameters', names: ['max_tokens'] },
    ],
    [
      'takes a fallback out that does not exist',
      failure('before', 'c/d is not a valid model ID', { status: 400, availability: { code: 'model_not_found' } }),
      { fallbacks: ['a/b', 'c/d'] },
      { kind: 'drop-fallbacks', ids: ['c/d'] },
    ],
    [
      'opens the picker when it is the first model that does not exist',
      failure('before', 'c/d is not a valid model ID', { status: 400 }),
      { fallbacks: ['a/b', 'c/d:free'] },
      { kind: 'choose-model' },
    ],
    ['asks for a key', failure('before', 'User not found.', { status: 401 }), {}, { kind: 'use-key' }],
    [
      'has a flagged text edited',
      failure('before', 'Your input was flagged for "x"', { status: 403 }),
      {},
      {
        kind: 'edit',
      },
    ],
    [
      'shows what was sent',
      failure('before', 'x', { status: 400, errorType: 'invalid_request' }),
      {},
      {
        kind: 'show-request',
      },
    ],
    [
      'drops a service tier that nobody has',
      failure('before', 'No endpoints found for the requested service tier.', { status: 404 }),
      { sent: ['service_tier'] },
      { kind: 'drop-parameters', names: ['service_tier'] },
    ],
    [
      'sends without tools',
      failure('before', 'No endpoints found that support tool use.', { status: 404 }),
      { extra: ['tools'] },
      { kind: 'drop-extra', keys: ['tools'] },
    ],
    [
      'removes the limit that reasoning used up',
      failure('empty', 'x', { code: 'length' }),
      { sent: ['max_tokens'] },
      { kind: 'drop-parameters', names: ['max_tokens'] },
    ],
    [
      'asks for less reasoning where no limit of ours was used up',
      failure('empty', 'x', { code: 'length' }),
      {},
      { kind: 'reason-less' },
    ],
    [
      'leads to another model where less reasoning was asked for',
      failure('empty', 'x', { code: 'length' }),
      { sent: ['reasoning.effort'] },
      { kind: 'choose-model' },
    ],
    [
      'drops the rules that the extra JSON has',
      excluded('max_price'),
      { extra: ['provider'] },
      { kind: 'drop-extra', keys: ['provider'] },
    ],
    [
      'drops what the extra JSON has and our server refuses',
      failure('refused', 'runs[0].body.messages must be a list.', { status: 400 }),
      { extra: ['seed', 'messages'] },
      { kind: 'drop-extra', keys: ['messages'] },
    ],
    [
      'adds a key where there is none',
      failure('before', 'Missing Authentication header', { status: 401 }),
      {},
      {
        kind: 'use-key',
        none: true,
      },
    ],
    ['has a request of ours edited', failure('refused', 'x', { status: 400 }), {}, { kind: 'edit' }],
    ['tries again after a cut', failure('cut', 'x'), {}, { kind: 'retry', afterSeconds: null }],
    [
      'tries again at a provider that is down',
      failure('stream', 'x', { status: 502 }),
      {},
      {
        kind: 'retry',
        afterSeconds: null,
      },
    ],
  ];
  it.each(cases)('%s', (_, failed, situation, wanted) => expect(button(failed, situation)).toEqual(wanted));
});
