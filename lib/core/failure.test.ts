import { describe, expect, it } from 'vitest';
import { describeFailure, failure } from './failure';

describe('describeFailure', () => {
  it.each([
    [
      '402 with an affordable number',
      failure('before', 'x', { status: 402, affordableTokens: 2210 }),
      { kind: 'use-tokens', tokens: 2210 },
    ],
    [
      '402 while other requests hold the credit',
      failure('before', 'x', { status: 402, retryAfter: 120 }),
      { kind: 'retry', afterSeconds: 120 },
    ],
    [
      'an unknown model',
      failure('before', 'x', { status: 400, availability: { code: 'model_not_found', fallback_models: ['a/b'] } }),
      { kind: 'choose-model', suggestions: ['a/b'] },
    ],
    ['no endpoint left', failure('before', 'x', { status: 404 }), { kind: 'choose-model', suggestions: [] }],
    ['moderation', failure('before', 'x', { status: 403 }), { kind: 'edit' }],
    ['our own refusal', failure('refused', 'x', { status: 413 }), { kind: 'edit' }],
    ['an overloaded provider', failure('before', 'x', { status: 529 }), { kind: 'retry', afterSeconds: null }],
    ['a cut', failure('cut', 'x'), { kind: 'retry', afterSeconds: null }],
    ['tokens that all went to reasoning', failure('empty', 'x', { code: 'length' }), { kind: 'raise-max-tokens' }],
  ])('%s has its remedy', (_, failed, remedy) => expect(describeFailure(failed).remedy).toEqual(remedy));

  it('gives a sentence and a cause for whatever comes', () => {
    for (const stage of ['refused', 'before', 'stream', 'cut', 'unreachable', 'empty'] as const) {
      for (const status of [null, 400, 418, 503]) {
        const { sentence, cause } = describeFailure(failure(stage, 'Something.', { status }));
        expect(sentence).toMatch(/\S.*[.:]|Something/);
        expect(cause).not.toBe('');
      }
    }
  });

  it('prefers the provider’s own words to “Provider returned error”', () => {
    const failed = failure('before', 'Provider returned error', {
      status: 429,
      providerMessage: 'qwen is rate-limited',
    });
    expect(describeFailure(failed).sentence).toContain('qwen is rate-limited');
    expect(describeFailure(failed).cause).toBe('429');
  });
});
