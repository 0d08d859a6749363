import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Sent } from '@/lib/core/message';
import type { Model } from '@/lib/core/model';
import { parseUsd, usdToString } from '@/lib/core/money';
import type { Receipt } from '@/lib/core/receipt';
import { aModel, anAnswer, aQuestion } from '@/lib/core/samples';

import { type Estimate, estimateRun, type RunPlan, sumEstimates } from './estimate';
import { type PromptTokens, promptTokens } from './prompt-tokens';
import { searchFee, searchWish } from './search-fee';

/** A token a word, so that a reader can count. */
const count = (text: string): number => text.split(' ').length;

const plan = (fields: Partial<RunPlan> = {}): RunPlan => ({
  prompt: { known: 0, guessed: 1000 },
  usualOutput: 300,
  maxTokens: null,
  body: {},
  at: 0,
  ...fields,
});

const estimate = (models: (Model | undefined)[], fields: Partial<RunPlan> = {}): Estimate | null =>
  estimateRun(
    models.map((model) => ({ id: model?.id ?? 'nobody/knows', model })),
    plan(fields),
  );

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
    const range = estimate([model]);
    expect(range && [range.low, range.likely, range.high].map(usdToString)).toEqual(['0.75', '4', '51.4']);
    expect(range?.open).toBe(false);
    const capped = estimate([model], { maxTokens: 100 });
    expect(capped && [capped.likely, capped.high].map(usdToString)).toEqual(['2', '2.4']);
  });

  it('takes in every length that the prompt may have: a cheaper tier for long ones, more room after short ones', () => {
    const overrides = [{ minPromptTokens: 1000, prompt: '0.1' }];
    const tiered = aModel({ maxCompletionTokens: 0, pricing: { prompt: '1', completion: '0', overrides } });
    const range = estimate([tiered]);
    expect(range && [range.low, range.likely, range.high].map(usdToString)).toEqual(['100.1', '1000', '1000']);
    const pricing = { prompt: '0', completion: '1' };
    const tight = estimate([aModel({ contextLength: 1400, maxCompletionTokens: null, pricing })]);
    expect(tight && usdToString(tight.high)).toBe('650');
  });

  it('says that it has no upper end where nothing bounds the output', () => {
    expect(estimate([aModel({ contextLength: null, maxCompletionTokens: null })])?.open).toBe(true);
  });

  it('takes in the fallbacks, and has no upper end with one of unknown price', () => {
    const cheap = aModel({ pricing: { prompt: '0.001', completion: '0' } });
    const dear = aModel({ pricing: { prompt: '1', completion: '0' } });
    const range = estimate([cheap, dear]);
    expect(range && [range.low, range.likely, range.high].map(usdToString)).toEqual(['0.75', '1', '1400']);
    expect(estimate([cheap, undefined])?.open).toBe(true);
    expect(estimate([aModel({ pricing: { prompt: '-1', completion: '-1' } }), cheap])).toBeNull();
  });

  it('is a range in its order, for any row and any plan (law)', () => {
    fc.assert(
      fc.property(
        row,
        fc.record({ known: tokens, guessed: tokens }),
        tokens,
        fc.option(tokens),
        (model, prompt, usualOutput, maxTokens) => {
          const range = estimate([model], { prompt, usualOutput, maxTokens });
          expect(range && range.low <= range.likely && range.likely <= range.high).toBe(true);
        },
      ),
    );
  });

  it('of several panes is the sum, which says when a pane is missing', () => {
    const one = estimate([aModel()]);
    const sum = sumEstimates([one, one, null]);
    expect(sum.likely).toBe(2n * (one?.likely ?? 0n));
    expect(sum.atLeast).toBe(true);
    expect(sumEstimates([one]).atLeast).toBe(false);
  });

  it('counts searches by how they are asked for', () => {
    const native = aModel({ pricing: { prompt: '0', completion: '0', webSearch: '0.01' } });
    const asked = { plugins: [{ id: 'web', max_results: 12 }] };
    const plugin = searchWish(asked, 'maker/model');
    expect(plugin && searchFee(parseUsd('0.01'), plugin)).toBe(10n ** 28n);
    expect(plugin && usdToString(searchFee(null, plugin) ?? (0n as never))).toBe('0.009');
    const range = estimate([native], { body: asked });
    expect(range && [range.low, range.high].map(usdToString)).toEqual(['0.01', '0.01']);
    // Tokens are free, so that long results cost nothing; how often the tool searches nobody knows.
    expect(range?.open).toBe(false);
    for (const type of ['openrouter:web_search', 'web_search_preview_2025_03_11']) {
      const open = estimate([native], { body: { tools: [{ type }] } });
      expect(open && usdToString(open.low)).toBe('0');
      expect(open?.open).toBe(true);
    }
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
