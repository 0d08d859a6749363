import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure } from '@/lib/core/failure';
import type { Answer, Sent } from '@/lib/core/message';
import { indexModels, type Model } from '@/lib/core/model';
import { parseUsd, usdToString } from '@/lib/core/money';
import type { Receipt } from '@/lib/core/receipt';
import { aModel, anAnswer, aQuestion } from '@/lib/core/samples';
import { costOfAnswer, servedRow, unsettled } from './answer-cost';
import { estimateRun, type RunPlan, sumEstimates } from './estimate';
import { type PromptTokens, promptTokens } from './prompt-tokens';
import { searchFee, searchWish } from './search-fee';

/** A token a word, so that a reader can count. */
const count = (text: string): number => text.split(' ').length;

const plan = (fields: Partial<RunPlan> = {}): RunPlan => ({
  prompt: { known: 0, guessed: 1000 },
  usualOutput: 300,
  maxTokens: null,
  search: null,
  at: 0,
  ...fields,
});

const tokens = fc.integer({ min: 0, max: 2_000_000 });
const row = fc
  .record({
    prompt: fc.integer({ min: 0, max: 999 }),
    completion: fc.integer({ min: 0, max: 999 }),
    tier: fc.integer({ min: 0, max: 999 }),
    above: tokens,
    context: fc.option(tokens),
    most: fc.option(tokens),
  })
  .map(({ prompt, completion, tier, above, context, most }) =>
    aModel({
      contextLength: context,
      maxCompletionTokens: most,
      pricing: {
        prompt: `${prompt}e-9`,
        completion: `${completion}e-9`,
        inputCacheRead: `${tier}e-10`,
        overrides: [{ minPromptTokens: above, prompt: `${tier}e-9` }],
      },
    }),
  );

describe('an estimate', () => {
  it('goes from no output to the most that may come', () => {
    const model = aModel({
      contextLength: 100_000,
      maxCompletionTokens: 5000,
      pricing: { prompt: '0.001', completion: '0.01' },
    });
    const range = estimateRun([model], plan());
    expect(range && [range.low, range.likely, range.high].map(usdToString)).toEqual(['0.75', '4', '51.4']);
    expect(range?.open).toBe(false);
    const capped = estimateRun([model], plan({ maxTokens: 100 }));
    expect(capped && [capped.likely, capped.high].map(usdToString)).toEqual(['2', '2.4']);
  });

  it('says that it has no upper end where nothing bounds the output', () => {
    expect(estimateRun([aModel({ contextLength: null, maxCompletionTokens: null })], plan())?.open).toBe(true);
  });

  it('takes in the fallbacks, and has no upper end with one of unknown price', () => {
    const cheap = aModel({ pricing: { prompt: '0.001', completion: '0' } });
    const dear = aModel({ pricing: { prompt: '1', completion: '0' } });
    const range = estimateRun([cheap, dear], plan());
    expect(range && [range.low, range.likely, range.high].map(usdToString)).toEqual(['0.75', '1', '1400']);
    expect(estimateRun([cheap, undefined], plan())?.open).toBe(true);
    expect(estimateRun([aModel({ pricing: { prompt: '-1', completion: '-1' } }), cheap], plan())).toBeNull();
  });

  it('is a range in its order, for any row and any plan (law)', () => {
    fc.assert(
      fc.property(
        row,
        fc.record({ known: tokens, guessed: tokens }),
        tokens,
        fc.option(tokens),
        (model, prompt, usualOutput, maxTokens) => {
          const range = estimateRun([model], plan({ prompt, usualOutput, maxTokens }));
          expect(range && range.low <= range.likely && range.likely <= range.high).toBe(true);
        },
      ),
    );
  });

  it('of several panes is the sum, which says when a pane is missing', () => {
    const one = estimateRun([aModel()], plan());
    const sum = sumEstimates([one, one, null]);
    expect(sum.likely).toBe(2n * (one?.likely ?? 0n));
    expect(sum.atLeast).toBe(true);
    expect(sumEstimates([one]).atLeast).toBe(false);
  });

  it('counts searches by how they are asked for', () => {
    const native = aModel({ pricing: { prompt: '0', completion: '0', webSearch: '0.01' } });
    const plugin = searchWish({ plugins: [{ id: 'web', max_results: 12 }] }, 'maker/model');
    expect(plugin && searchFee(parseUsd('0.01'), plugin)).toBe(10n ** 28n);
    expect(plugin && usdToString(searchFee(null, plugin) ?? (0n as never))).toBe('0.009');
    const range = plugin && estimateRun([native], plan({ search: plugin }));
    expect(range && [range.low, range.high].map(usdToString)).toEqual(['0.01', '0.01']);
    const tool = searchWish({ tools: [{ type: 'openrouter:web_search' }] }, 'maker/model');
    const open = tool && estimateRun([native], plan({ search: tool }));
    expect(open && usdToString(open.low)).toBe('0');
    expect(open?.open).toBe(true);
    expect(searchWish({ plugins: [{ id: 'web', enabled: false }] }, 'maker/model')).toBeNull();
    expect(searchWish({ plugins: [{ id: 'web' }], tool_choice: 'none' }, 'maker/model')).toBeNull();
    expect(searchWish({}, 'maker/model:free:online')).not.toBeNull();
  });
});

const answered = (id: string, parentId: string, usage: Receipt['usage']): Answer => {
  const answer = anAnswer(id, parentId);
  return { ...answer, receipt: { ...answer.receipt, generationId: `gen-${id}`, usage } };
};

describe('the tokens of a prompt', () => {
  it('are those the provider counted so far, without the reasoning, and a guess for the rest', () => {
    const usage = {
      prompt_tokens: 100,
      completion_tokens: 50,
      completion_tokens_details: { reasoning_tokens: 20 },
    };
    const path = [aQuestion('q', null, 'one two'), answered('a', 'q', usage), aQuestion('r', 'a', 'three four five')];
    const kind = { settings: {}, system: 'be kind' };
    expect(promptTokens(path, kind, 'maker/model', count)).toEqual({ known: 130, guessed: 7 });
    // Another tokenizer: all of it is a guess.
    expect(promptTokens(path, kind, 'maker/other', count)).toEqual({ known: 0, guessed: 6 + 5 + 7 + 6 });
  });

  it('take in tools and the schema of the answer; those that were sent before are counted already', () => {
    const tools = { tools: [{ type: 'function', name: 'a b' }], response_format: { json_schema: { title: 'c d e' } } };
    const json = 2 + 3;
    const ask = (settings: Sent['settings'], before?: Sent): PromptTokens =>
      promptTokens(
        [
          aQuestion('q', null, 'one'),
          { ...answered('a', 'q', { prompt_tokens: 100, completion_tokens: 50 }), ...(before && { sent: before }) },
          aQuestion('r', 'a', 'two'),
        ],
        { settings, system: '' },
        'maker/model',
        count,
      );
    expect(promptTokens([aQuestion('q', null, 'one')], { settings: tools, system: '' }, 'maker/model', count)).toEqual({
      known: 0,
      guessed: 5 + json,
    });
    expect(ask(tools, { settings: {}, system: '' })).toEqual({ known: 150, guessed: 5 + json });
    expect(ask(tools, { settings: tools, system: '' })).toEqual({ known: 150, guessed: 5 });
    expect(ask({}, { settings: tools, system: '' })).toEqual({ known: 150 - json, guessed: 5 });
    // An older row does not tell: then as now.
    expect(ask(tools)).toEqual({ known: 150, guessed: 5 });
  });

  it('are those of the messages that the extra JSON has put in their place', () => {
    const messages = [{ role: 'user', content: 'a b c' }];
    const path = [aQuestion('q', null, 'much more than that'), answered('a', 'q', { prompt_tokens: 9 })];
    expect(promptTokens(path, { settings: { messages }, system: '' }, 'maker/model', count)).toEqual({
      known: 0,
      guessed: 3,
    });
  });
});

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

  it('is unknown when it was asked for in vain, and where no price is known', () => {
    const stopped: Answer = { ...said, state: 'stopped' };
    expect(cost({ ...stopped, receipt: { ...stopped.receipt, settled: null } }).source).toBe('unknown');
    expect(costOfAnswer(stopped, new Map(), () => 10, count).amount.source).toBe('unknown');
    expect(cost({ ...stopped, receipt: { ...stopped.receipt, generationId: null } }).source).toBe('unknown');
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
    expect(cost({ ...refused, failure: failure('unreachable', 'Where?') }).source).toBe('unknown');
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
