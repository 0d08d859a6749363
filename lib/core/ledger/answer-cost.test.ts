import { describe, expect, it } from 'vitest';
import { failure } from '@/lib/core/failure';
import type { JsonObject } from '@/lib/core/json';
import type { Answer } from '@/lib/core/message';
import { indexModels, type Model } from '@/lib/core/model';
import { parseUsd } from '@/lib/core/money';
import type { Receipt } from '@/lib/core/receipt';
import { aModel, anAnswer } from '@/lib/core/samples';
import { consumedSoFar, costOfAnswer, servedRow, unsettled, usedBy } from './answer-cost';

/** A token a word, so that a reader can count. */
const count = (text: string): number => text.split(' ').length;

const answered = (id: string, parentId: string, usage: Receipt['usage']): Answer => {
  const answer = anAnswer(id, parentId);
  return { ...answer, receipt: { ...answer.receipt, generationId: `gen-${id}`, usage } };
};

describe('what an answer costs', () => {
  const model: Model = aModel({ pricing: { prompt: '0.01', completion: '0.1' } });
  const models = indexModels([model]);
  const cost = (answer: Answer) => costOfAnswer(answer, models, () => 10, count).amount;
  const answer = answered('a', 'q', null);
  const said = { ...answer, parts: [{ type: 'text' as const, text: 'one two three' }] };

  it('is estimated while it runs, partial when stopped, then what was booked', () => {
    expect(cost({ ...said, state: 'running' })).toEqual({ usd: 4n * 10n ** 29n, source: 'estimated' });
    const stopped: Answer = { ...said, state: 'stopped' };
    expect(cost(stopped).source).toBe('partial');
    expect(unsettled(stopped)).toBe(true);
    const tokens = { in: 9, out: 4, cached: null, reasoning: null };
    const settled: Answer = { ...stopped, receipt: { ...stopped.receipt, settled: { cost: '0.49', tokens } } };
    expect(cost(settled)).toEqual({ usd: 49n * 10n ** 28n, source: 'billed' });
    expect(unsettled(settled)).toBe(false);
  });

  it('is the word of the file that an answer came in, and nobody is asked for it', () => {
    const usage = { prompt_tokens: 9, completion_tokens: 4, cost: 0.5 };
    const imported: Answer = { ...answered('a', 'q', usage), imported: true };
    expect(cost(imported)).toEqual({ usd: 5n * 10n ** 29n, source: 'recorded' });
    expect(cost({ ...imported, receipt: { ...imported.receipt, usage: { ...usage, cost: 0 } } }).source).toBe(
      'recorded',
    );
    const stopped: Answer = { ...said, state: 'stopped', imported: true };
    expect(cost(stopped).source).toBe('partial');
    expect(unsettled(stopped)).toBe(false);
  });

  it('stays partial when it was asked for in vain; unknown is what has no price, and what nobody has begun', () => {
    const stopped: Answer = { ...said, state: 'stopped' };
    const partial = { usd: 4n * 10n ** 29n, source: 'partial' };
    expect(cost({ ...stopped, receipt: { ...stopped.receipt, settled: null } })).toEqual(partial);
    const nameless: Answer = { ...stopped, receipt: { ...stopped.receipt, generationId: null } };
    expect(cost(nameless)).toEqual(partial);
    expect(cost({ ...nameless, parts: [] }).source).toBe('unknown');
    expect(costOfAnswer(stopped, new Map(), () => 10, count).amount.source).toBe('unknown');
  });

  it('holds searches and images that no count has come of, and is never free where a search was possible', () => {
    const priced = aModel({ pricing: { prompt: '0', completion: '0', webSearch: '0.01', imageOutput: '0.001' } });
    const costWith = (state: Answer['state'], settings: JsonObject, parts: Answer['parts'] = said.parts) =>
      costOfAnswer({ ...said, state, parts, sent: { settings, system: '' } }, indexModels([priced]), () => 10, count);
    const plugin = { plugins: [{ id: 'web' }] };
    for (const [state, source] of [
      ['running', 'estimated'],
      ['stopped', 'partial'],
    ] as const) {
      expect(costWith(state, {}).amount).toEqual({ usd: 0n, source: 'free' });
      expect(costWith(state, plugin).amount).toEqual({ usd: parseUsd('0.01'), source });
      expect(costWith(state, plugin).parts?.search).toBe(parseUsd('0.01'));
      // The model decides whether it searches.
      expect(costWith(state, { tools: [{ type: 'openrouter:web_search' }] }).amount).toEqual({ usd: 0n, source });
      const image = { type: 'image', url: 'data:,', mediaType: 'image/png' } as const;
      expect(costWith(state, {}, [image]).amount).toEqual({ usd: parseUsd('1.29'), source });
    }
    const exa = { plugins: [{ id: 'web', engine: 'exa' }] };
    expect(costWith('stopped', exa).amount.usd).toBe(parseUsd('0.007'));
  });

  it('is divided with the search that the books do not tell of', () => {
    const priced = aModel({ pricing: { prompt: '0.0000001', completion: '0.0000004' } });
    const sent = { settings: { plugins: [{ id: 'web' }] }, system: '' };
    const settled = { cost: '0.0072222', tokens: { in: 1458, out: 191, cached: 0, reasoning: 0 } };
    const stopped: Answer = { ...said, state: 'stopped', sent, receipt: { ...said.receipt, settled } };
    const { parts } = costOfAnswer(stopped, indexModels([priced]), () => 10, count);
    expect(parts?.search).toBe(parseUsd('0.007'));
    expect(parts?.input).toBe(parseUsd('0.0001458'));
    expect(usedBy(stopped)?.searches).toBe(1);
    expect(consumedSoFar(stopped, 10, count).searches).toBe(1);
  });

  it('is not guessed where nothing came before it was stopped', () => {
    const early: Answer = { ...said, parts: [], state: 'stopped' };
    expect(cost(early)).toEqual({ usd: null, source: 'unknown' });
    expect(unsettled(early)).toBe(true);
    expect(cost({ ...early, state: 'running' }).source).toBe('estimated');
  });

  it('is the fee and what the provider bills where the key is of an account there', () => {
    const usage = {
      prompt_tokens: 9,
      completion_tokens: 4,
      cost: 0.01,
      is_byok: true,
      cost_details: { upstream_inference_cost: 0.2 },
    };
    expect(cost(answered('a', 'q', usage))).toEqual({ usd: parseUsd('0.21'), source: 'billed' });
    // A fee of nothing is not all that it cost.
    expect(cost(answered('a', 'q', { ...usage, cost: 0 })).usd).toBe(parseUsd('0.2'));
    expect(cost(answered('a', 'q', { ...usage, is_byok: false })).usd).toBe(parseUsd('0.01'));
    const untold = answered('a', 'q', { ...usage, cost_details: null });
    expect(cost(untold).source).toBe('estimated');
    expect(unsettled(untold)).toBe(true);
    const tokens = { in: 9, out: 4, cached: null, reasoning: null };
    const booked = { ...untold.receipt, settled: { cost: '0.01', upstream: '0.3', tokens } };
    expect(cost({ ...untold, receipt: booked })).toEqual({ usd: parseUsd('0.31'), source: 'billed' });
    expect(cost({ ...said, state: 'stopped', receipt: { ...booked, usage: null } }).usd).toBe(parseUsd('0.31'));
    const missing = { ...booked, usage: null, settled: { cost: '0.01', upstream: null, tokens } };
    expect(cost({ ...said, state: 'stopped', receipt: missing }).source).toBe('estimated');
    // The usage of a loop of server tools says nothing of the key; the metadata does.
    const { is_byok: _, ...silent } = usage;
    const looped = answered('a', 'q', silent);
    const told = { ...looped, receipt: { ...looped.receipt, openrouterMetadata: { is_byok: true } } };
    expect(cost(told).usd).toBe(parseUsd('0.21'));
  });

  it('is nothing when the upstream refused, and is estimated from tokens that came without a cost', () => {
    const refused: Answer = {
      ...answer,
      state: 'failed',
      receipt: { ...answer.receipt, generationId: null },
      failure: failure('before', 'No.', { status: 402 }),
    };
    expect(cost(refused).source).toBe('free');
    // It had begun under a good status; an error stood where the first token was to come.
    const early: Answer = { ...answer, parts: [], state: 'failed', failure: failure('before', 'No.', { status: 429 }) };
    expect(early.receipt.generationId).not.toBeNull();
    expect(cost(early).source).toBe('free');
    expect(cost({ ...said, state: 'failed', failure: failure('stream', 'No.') }).source).toBe('partial');
    expect(cost({ ...refused, parts: [], failure: failure('unreachable', 'Where?') }).source).toBe('unknown');
    expect(cost(answered('a', 'q', { prompt_tokens: 1, completion_tokens: 1 }))).toEqual({
      usd: 11n * 10n ** 28n,
      source: 'estimated',
    });
  });
});

describe('the row that an answer is priced by', () => {
  const free = aModel({ id: 'maker/model:free', canonicalSlug: 'maker/model-20260101:free' });
  const other = aModel({ id: 'maker/other', canonicalSlug: 'maker/other' });
  const models = indexModels([aModel(), free, other]);
  const rowOf = (requestedModel: string, servedModel: string | null): string | undefined =>
    servedRow({ ...anAnswer('a', 'q').receipt, requestedModel, servedModel }, models)?.id;

  it.each([
    ['maker/model', 'maker/model-20260101', 'maker/model'],
    ['maker/model:free', 'maker/model', 'maker/model:free'],
    ['maker/model:nitro', 'maker/model', 'maker/model'],
    ['maker/model', 'maker/other', 'maker/other'],
    ['openrouter/auto', 'maker/other', 'maker/other'],
    ['openrouter/auto', null, undefined],
    ['maker/model', null, 'maker/model'],
    ['maker/model', 'nobody/knows', undefined],
  ])('of %s answered by %s is %s', (requested, served, expected) => {
    expect(rowOf(requested, served)).toBe(expected);
  });
});
