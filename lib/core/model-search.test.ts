import { describe, expect, it } from 'vitest';
import type { Model } from './model';
import {
  hasQueryToken,
  looksLikeModelId,
  parseModelQuery,
  presetOf,
  toggleQueryToken,
  withoutFilters,
} from './model-query';
import { modelSearch, searchModels } from './model-search';
import { nextSort } from './model-sort';

const DAY = 86_400;
const NEWEST = 1_787_000_000;

function model(id: string, daysOld: number, rest: Partial<Model> = {}): Model {
  return {
    id,
    canonicalSlug: id,
    name: id,
    created: NEWEST - daysOld * DAY,
    contextLength: 128_000,
    maxCompletionTokens: null,
    inputModalities: ['text'],
    outputModalities: ['text'],
    pricing: { prompt: '0.000001', completion: '0.000002' },
    supportedParameters: ['max_tokens'],
    defaultParameters: {},
    reasoning: null,
    expirationDate: null,
    aliasTarget: null,
    ...rest,
  };
}

const MODELS: Model[] = [
  model('openai/gpt-4o-mini', 400, {
    name: 'OpenAI: GPT-4o-mini',
    pricing: { prompt: '0.00000015', completion: '0.0000006' },
    inputModalities: ['text', 'image'],
    supportedParameters: ['tools', 'structured_outputs'],
  }),
  model('openai/gpt-4o', 500, {
    name: 'OpenAI: GPT-4o',
    pricing: { prompt: '0.0000025', completion: '0.00001' },
    inputModalities: ['text', 'image'],
    supportedParameters: ['tools'],
  }),
  model('openai/gpt-4o:batch', 1, { name: 'OpenAI: GPT-4o (batch)' }),
  model('google/gemini-3-pro-preview', 20, {
    name: 'Google: Gemini 3 Pro Preview',
    contextLength: 1_048_576,
    pricing: { prompt: '0.000002', completion: '0.000012' },
    supportedParameters: ['tools', 'reasoning', 'structured_outputs'],
  }),
  model('google/gemini-2.5-flash', 300, {
    name: 'Google: Gemini 2.5 Flash',
    contextLength: 1_000_000,
    pricing: { prompt: '0.000001', completion: '0.000005' },
  }),
  model('anthropic/claude-opus-5', 10, {
    name: 'Claude Opus 5',
    contextLength: 200_000,
    pricing: { prompt: '0.000005', completion: '0.000025' },
    reasoning: { mandatory: false },
  }),
  model('anthropic/claude-opus-5-fast', 5, { name: 'Claude Opus 5 (Fast)' }),
  model('meta/llama-4:free', 200, { name: 'Meta: Llama 4 (free)', pricing: { prompt: '0', completion: '0' } }),
  model('openrouter/auto', 600, { name: 'Auto Router', pricing: { prompt: '-1', completion: '-1' } }),
  model('local/plain', 700, { contextLength: null, pricing: {}, supportedParameters: null }),
  model('simulator/error-429', 0, { name: 'Fault: 429', pricing: { prompt: '0', completion: '0' } }),
];

const search = modelSearch(MODELS);
const ids = (query: string, recents: string[] = []): string[] =>
  searchModels(search, query, { recents }).flatMap((part) => part.models.map((row) => row.id));

describe('model search', () => {
  it('shows recents, then the newest, then the faults, and no batch rows', () => {
    const recents = ['openai/gpt-4o', 'gone/model', 'openai/gpt-4o:batch', 'openai/gpt-4o'];
    const parts = searchModels(search, '', { recents });
    expect(parts.map((part) => part.kind)).toEqual(['recent', 'all', 'faults']);
    expect(parts[0]?.models.map((row) => row.id)).toEqual(['openai/gpt-4o']);
    expect(parts[1]?.models.map((row) => row.id).slice(0, 3)).toEqual([
      'anthropic/claude-opus-5-fast',
      'anthropic/claude-opus-5',
      'google/gemini-3-pro-preview',
    ]);
    expect(parts[2]?.models.map((row) => row.id)).toEqual(['simulator/error-429']);
    expect(ids('')).not.toContain('openai/gpt-4o:batch');
    expect(new Set(ids('', ['openai/gpt-4o'])).size).toBe(MODELS.length - 1);
  });

  it('puts favourites first, each model once, and keeps ids without a row in sight until a filter asks for more', () => {
    const order = {
      favourites: ['google/gemini-2.5-flash', '@preset/mine', 'openai/gpt-4o'],
      recents: ['openai/gpt-4o', 'openai/gpt-4o-mini:nitro', 'local/plain', '@preset/mine', ''],
    };
    const shown = (query: string) =>
      searchModels(search, query, order).map(({ kind, models, unlisted }) => [
        kind,
        ...models.map(({ id }) => id).slice(0, 2),
        ...unlisted,
      ]);
    expect(shown('').slice(0, 2)).toEqual([
      ['favourites', 'google/gemini-2.5-flash', 'openai/gpt-4o', '@preset/mine'],
      ['recent', 'local/plain', 'openai/gpt-4o-mini:nitro'],
    ]);
    expect(shown('ctx>=1m').slice(0, 2)).toEqual([
      ['favourites', 'google/gemini-2.5-flash'],
      ['all', 'google/gemini-3-pro-preview'],
    ]);
    expect(shown('gpt')[0]?.[0]).toBe('matches');
    const all = searchModels(search, '', order).flatMap(({ models }) => models.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(MODELS.length - 1);
  });

  it.each([
    ['input', false, ['meta/llama-4:free', 'openai/gpt-4o-mini', 'anthropic/claude-opus-5-fast']],
    ['output', true, ['anthropic/claude-opus-5', 'google/gemini-3-pro-preview', 'openai/gpt-4o']],
    ['context', true, ['google/gemini-3-pro-preview', 'google/gemini-2.5-flash', 'anthropic/claude-opus-5']],
    ['created', false, ['local/plain', 'openrouter/auto', 'openai/gpt-4o']],
    ['parameters', true, ['google/gemini-3-pro-preview', 'openai/gpt-4o-mini', 'anthropic/claude-opus-5-fast']],
  ] as const)('sorts by %s, descending: %s', (key, descending, expected) => {
    const order = { sort: { key, descending }, favourites: ['openai/gpt-4o'] };
    const [all, faults] = searchModels(search, '', order);
    expect(all?.models.map(({ id }) => id).slice(0, 3)).toEqual(expected);
    expect(faults?.kind).toBe('faults');
  });

  it('puts what is not known last, whichever way it sorts', () => {
    for (const descending of [true, false]) {
      const sorted = searchModels(search, '', { sort: { key: 'input', descending } })[0]?.models.map(({ id }) => id);
      expect(new Set(sorted?.slice(-2))).toEqual(new Set(['openrouter/auto', 'local/plain']));
    }
  });

  it('sorts the other way at the second press of a head, and not any more at the third', () => {
    const once = nextSort(null, 'input');
    const twice = nextSort(once, 'input');
    expect([once, twice, nextSort(twice, 'input')]).toEqual([
      { key: 'input', descending: false },
      { key: 'input', descending: true },
      null,
    ]);
    expect(nextSort(twice, 'created')).toEqual({ key: 'created', descending: true });
  });

  it.each([
    ['exact before prefix', 'gpt-4o', ['openai/gpt-4o', 'openai/gpt-4o-mini']],
    ['an id', 'openai/gpt-4o', ['openai/gpt-4o', 'openai/gpt-4o-mini']],
    ['separators and case', 'GPT 4O', ['openai/gpt-4o', 'openai/gpt-4o-mini']],
    ['without separators', 'gpt4o', ['openai/gpt-4o-mini', 'openai/gpt-4o']],
    ['a name of several words', 'claude opus 5', ['anthropic/claude-opus-5', 'anthropic/claude-opus-5-fast']],
    ['words in any order', 'mini openai', ['openai/gpt-4o-mini']],
    ['the beginning of a word', 'pr', ['google/gemini-3-pro-preview']],
    ['a version', '2.5', ['google/gemini-2.5-flash']],
    ['a substring', 'lash', ['google/gemini-2.5-flash']],
    ['letters in order when nothing else fits', 'clopus', ['anthropic/claude-opus-5-fast', 'anthropic/claude-opus-5']],
    ['full-width letters', 'ｇｐｔ－４ｏ', ['openai/gpt-4o', 'openai/gpt-4o-mini']],
    ['a maker', 'anthropic', ['anthropic/claude-opus-5-fast', 'anthropic/claude-opus-5']],
    ['nothing', 'zzz', []],
  ])('finds by %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it.each([
    ['free', ['simulator/error-429', 'meta/llama-4:free']],
    ['tools', ['google/gemini-3-pro-preview', 'openai/gpt-4o-mini', 'openai/gpt-4o']],
    ['vision tools structured', ['openai/gpt-4o-mini']],
    ['reasoning', ['anthropic/claude-opus-5', 'google/gemini-3-pro-preview']],
    ['new -free', ['anthropic/claude-opus-5-fast', 'anthropic/claude-opus-5', 'google/gemini-3-pro-preview']],
    ['ctx>200k', ['google/gemini-3-pro-preview', 'google/gemini-2.5-flash']],
    ['ctx>=200K', ['anthropic/claude-opus-5', 'google/gemini-3-pro-preview', 'google/gemini-2.5-flash']],
    ['ctx>1m', ['google/gemini-3-pro-preview']],
    ['ctx>=0.2m ctx<1m', ['anthropic/claude-opus-5']],
    ['in<1 -free', ['openai/gpt-4o-mini']],
    ['in<=1 out>=5', ['google/gemini-2.5-flash']],
    ['in<$2.5 maker:google', ['google/gemini-3-pro-preview', 'google/gemini-2.5-flash']],
    ['in=0', ['simulator/error-429', 'meta/llama-4:free']],
    ['maker:goo -preview', ['google/gemini-2.5-flash']],
    ['-maker:openai gpt', []],
    ['free, llama', ['meta/llama-4:free']],
  ])('filters by %s', (query, expected) => {
    expect(new Set(ids(query))).toEqual(new Set(expected));
  });

  it.each(['', '   ', 'ctx>', 'in<', 'in<$', 'maker:', '-', '--', '/'])('asks nothing by %o', (query) => {
    expect(ids(query)).toHaveLength(MODELS.length - 1);
  });

  it('puts a word prefix before a substring, whatever the age', () => {
    const rows = modelSearch([model('a/xflash', 0), model('a/x-flash', 9)]);
    expect(searchModels(rows, 'flash')[0]?.models.map((row) => row.id)).toEqual(['a/x-flash', 'a/xflash']);
  });

  it('reads prices exactly', () => {
    const row = model('a/b', 0, { pricing: { prompt: '0.0000001', completion: '0.0000003' } });
    const one = modelSearch([row]);
    expect(searchModels(one, 'in=0.1 out=0.3')).toHaveLength(1);
    expect(searchModels(one, 'in<0.1')).toHaveLength(0);
  });

  it('takes a word that means nothing as text', () => {
    expect(parseModelQuery('ctx>many').wanted).toEqual([{ kind: 'text', text: 'ctx>many' }]);
    expect(ids('ctx>many')).toEqual([]);
  });

  it('keeps rows of one order apart from the query that comes before', () => {
    const before = ids('');
    ids('opus');
    expect(ids('')).toEqual(before);
    expect(modelSearch(MODELS)).toBe(search);
  });

  it('answers a keystroke over 450 rows within a frame, hostile text included', () => {
    const many = Array.from({ length: 450 }, (_, at) => model(`maker-${at % 40}/model-${at}-of-many`, at));
    const big = modelSearch(many);
    const started = performance.now();
    for (const query of ['m', 'mo', 'model 44', 'mxyz', 'a'.repeat(10_000), '(((((', '- '.repeat(5000)])
      searchModels(big, query);
    expect(performance.now() - started).toBeLessThan(7 * 16);
  });
});

describe('model query', () => {
  it.each([
    ['', 'free', 'free'],
    ['opus', 'free', 'opus free'],
    ['opus FREE tools', 'free', 'opus tools'],
    ['ctx>=200k', 'ctx>=200k', ''],
    ['-free opus', 'free', 'opus free'],
  ])('toggles in %o the word %o', (query, token, expected) => {
    const toggled = toggleQueryToken(query, token);
    expect(toggled).toBe(expected);
    expect(hasQueryToken(toggled, token)).toBe(!hasQueryToken(query, token));
  });

  it('leaves the name when the filters go', () => {
    expect(withoutFilters('Claude free -preview ctx>1m in<1 opus')).toBe('Claude opus');
  });

  it.each([
    ['openai/gpt-5:nitro', true],
    ['@preset/mine', true],
    ['~openai/gpt-latest', true],
    ['gpt-5', false],
    ['a / b', false],
    ['a/', false],
    ['/b', false],
    [`a/${'b'.repeat(300)}`, false],
    ['openai/gpt-5-mini@preset/mine', true],
    ['a/b\u0007', false],
    ['a/b\u202e', false],
    ['\u200ba/b', false],
  ])('tells whether %o is an id', (text, expected) => {
    expect(looksLikeModelId(text)).toBe(expected);
  });

  it.each([
    ['llama3', true],
    ['llama3:8b', true],
    ['free', false],
    ['ctx>1k', false],
    ['-llama3', false],
    ['', false],
    ['two words', false],
  ])('takes a bare name where a server has such ids: %o', (text, expected) => {
    expect(looksLikeModelId(text, true)).toBe(expected);
    expect(looksLikeModelId(text)).toBe(false);
  });

  it.each([
    ['@preset/mine', { slug: 'mine', model: null }],
    ['openai/gpt-5-mini@preset/mine', { slug: 'mine', model: 'openai/gpt-5-mini' }],
    ['@preset/', null],
    ['openai/gpt-5', null],
  ])('reads the preset of %o', (id, expected) => {
    expect(presetOf(id)).toEqual(expected);
  });
});
