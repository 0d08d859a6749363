import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Failure, failure, type FailureStage } from '@/lib/core/failure';
import { BY_AVAILABILITY, BY_LIMIT, BY_STATUS, BY_TYPE } from './ailments';
import { diagnose } from './diagnose';
import { NO_SITUATION, type Situation } from './remedy';

const AT = 1_800_000_000_000;
const look = (failed: Failure, situation: Partial<Situation> = {}) =>
  diagnose(failed, { ...NO_SITUATION, ...situation }, AT);
const excluded = (by: string): Failure =>
  failure('before', 'No endpoints.', {
    status: 404,
    availability: { code: 'constraint_filtered', retryable: false, excluded_by: [by] },
  });

describe('the sentence', () => {
  it('is there, with a cause and a remedy, for every entry of the tables and whatever else comes', () => {
    const known = [
      ...Object.keys(BY_AVAILABILITY).map((code) => failure('before', 'm', { availability: { code } })),
      ...Object.keys(BY_LIMIT).map((limit) => failure('before', 'm', { metadata: { limit_source: limit } })),
      ...Object.keys(BY_TYPE).map((errorType) => failure('before', 'm', { errorType })),
      ...Object.keys(BY_STATUS).map((status) => failure('before', 'm', { status: Number(status) })),
    ];
    for (const failed of known) {
      const { sentence, cause, remedies } = look(failed);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence, cause).not.toContain('The provider reported an error.');
      expect(remedies.length).toBeGreaterThan(0);
    }
    const stages: FailureStage[] = ['refused', 'before', 'stream', 'cut', 'unreachable', 'empty'];
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.string(),
        fc.option(fc.integer({ min: 100, max: 999 })),
        fc.option(fc.string()),
        fc.option(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.option(
          fc.dictionary(fc.constantFrom('code', 'excluded_by', 'fallback_models', 'retryable'), fc.jsonValue()),
        ),
        (stage, message, status, errorType, metadata, availability) => {
          const failed = failure(stage, message, {
            status,
            errorType,
            metadata: metadata as Failure['metadata'],
            availability: availability as Failure['availability'],
          });
          const { sentence, cause, remedies } = look(failed);
          expect(sentence.trim()).not.toBe('');
          expect(cause).not.toBe('');
          expect(remedies.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('has the provider’s own words beside it, not “Provider returned error”', () => {
    const failed = failure('before', 'Provider returned error', { status: 429, providerMessage: 'qwen is limited' });
    expect(look(failed)).toMatchObject({
      sentence: 'Too many requests for now.',
      said: 'The provider says: qwen is limited.',
      cause: '429',
    });
    expect(look({ ...failed, providerName: 'Qwen' }).said).toBe('Qwen says: qwen is limited.');
  });

  it('does not call a request refused that was answered for a while', () => {
    expect(look(failure('stream', 'Bad tool.', { status: 400 }))).toMatchObject({
      sentence: 'The answer broke off. The provider reported an error.',
      retrying: 'now',
    });
    expect(look(failure('stream', 'Token limit reached', { status: 400 }), { turns: 2 })).toMatchObject({
      sentence: 'The answer broke off. A limit of tokens was reached.',
      remedies: [{ kind: 'shorten' }, { kind: 'edit' }, { kind: 'retry' }],
    });
  });

  it('names the rules that left no provider, and stays true for one that is not known', () => {
    expect(look(excluded('max_price')).sentence).toBe('No provider is left under the price limit.');
    expect(look(excluded('phase_of_the_moon')).sentence).toBe('A rule of the provider routing left no provider.');
  });

  it.each([
    ['Key limit exceeded (weekly limit).', 403, 'The weekly limit of this key is used up.', 'later'],
    ['Key limit exceeded', 403, 'The limit of this key is used up.', 'never'],
    [
      'Rate limit exceeded: free-models-per-day-high-balance.',
      429,
      'The day’s requests to free models are used up.',
      'later',
    ],
    ['Your in-flight budget is exhausted', 402, 'Running requests hold the rest of the credit.', 'later'],
  ])('tells “%s” by its words where nothing else does', (message, status, sentence, retrying) =>
    expect(look(failure('before', message, { status }))).toMatchObject({ sentence, retrying }),
  );

  it('names why a text was flagged', () => {
    const failed = failure('before', 'Flagged', {
      status: 403,
      metadata: { reasons: ['violence', 'hate'], flagged_input: 'some […] words' },
    });
    expect(look(failed).reasons).toEqual(['Flagged for: violence, hate', 'The text: “some […] words”']);
  });

  it('says whether trying again can help, as the service tells it before what the table thinks', () => {
    expect(look(failure('before', 'x', { status: 529 })).retrying).toBe('later');
    expect(look(failure('before', 'x', { status: 529, availability: { retryable: false } })).retrying).toBe('never');
    expect(look(failure('before', 'x', { status: 401 })).retrying).toBe('never');
    expect(look(failure('cut', 'x')).retrying).toBe('now');
  });
});
