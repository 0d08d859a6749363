import { describe, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/core/endpoint';
import type { JsonObject } from '@/lib/core/json';
import type { Model, Pricing } from '@/lib/core/model';
import { usdToString, ZERO_USD } from '@/lib/core/money';
import { aModel, anEndpoint } from '@/lib/core/samples';
import { type Estimate, estimateRun } from './estimate';
import type { Candidate } from './offers';
import { whyCapped } from './spend-guard';

/** A prompt that is known to the token, so that a reader can reckon along. */
const plan = { prompt: { known: 2000, guessed: 0 }, usualOutput: 0, maxTokens: null, at: 0 };

interface Asked extends Pick<Candidate, 'endpoints'> {
  id?: string;
  pricing?: Pricing;
  row?: Partial<Model>;
  /** Tokens of the prompt, all of them known. */
  known?: number;
  /** The most that is written. */
  output?: number;
}

/** By default nothing is written, and a token of the prompt costs a dollar. */
function estimate(body: JsonObject, asked: Asked = {}): Estimate {
  const { id = 'maker/model', pricing, row, known = 2000, output = 0, endpoints } = asked;
  const model = aModel({
    id,
    maxCompletionTokens: output,
    pricing: { prompt: '1', completion: '1', ...pricing },
    ...row,
  });
  const prompt = { known, guessed: 0 };
  const found = estimateRun([{ id, model, endpoints }], { ...plan, prompt, usualOutput: output, body });
  if (!found) throw new Error('no price is known');
  return found;
}

const dollars = ({ low, likely, high }: Estimate): string[] => [low, likely, high].map(usdToString);

const marked = (ttl?: string): JsonObject => ({ cache_control: { type: 'ephemeral', ...(ttl && { ttl }) } });
const CACHE = { inputCacheRead: '0.1', inputCacheWrite: '1.25', inputCacheWrite1h: '2' };

describe('the upper end of an estimate', () => {
  it.each([
    ['anthropic/claude', {}, 2000, '2000'],
    ['anthropic/claude', marked(), 2000, '2500'],
    ['~anthropic/claude-latest', marked('5m'), 2000, '2500'],
    ['anthropic/claude', marked('1h'), 2000, '4000'],
    ['anthropic/claude', { tools: [{ type: 'function', name: 'f', ...marked() }] }, 2000, '2500'],
    // Too short to be kept; and a text that only speaks of it.
    ['anthropic/claude', marked('1h'), 1023, '1023'],
    ['anthropic/claude', { stop: '"cache_control":{' }, 2000, '2000'],
    ['qwen/qwen3-max', {}, 2000, '2000'],
    ['qwen/qwen3-max', marked(), 500, '625'],
    ['openai/gpt-5.6', {}, 2000, '2500'],
    ['openai/gpt-5.6', {}, 1023, '1023'],
    ['nobody/knows', {}, 10, '12.5'],
  ])('takes in what %s charges for writing the cache when asked %o', (id, body, known, high) => {
    expect(usdToString(estimate(body, { id, known, pricing: CACHE }).high)).toBe(high);
  });

  it('adds the price of keeping to that of the input where that is what a write costs', () => {
    const gemini = { id: 'google/gemini', pricing: { inputCacheRead: '0.1', inputCacheWrite: '0.25' } };
    expect(usdToString(estimate({}, gemini).high)).toBe('2000');
    expect(usdToString(estimate(marked(), gemini).high)).toBe('2500');
  });

  it('takes in images where they may come, and sound where it is asked for', () => {
    const row = { outputModalities: ['text', 'image', 'audio'] };
    const draws = { row, output: 10, known: 0, pricing: { imageOutput: '12', audioOutput: '64' } };
    expect(dollars(estimate({}, draws))).toEqual(['0', '120', '120']);
    expect(dollars(estimate({ modalities: ['text'] }, draws))).toEqual(['0', '10', '10']);
    expect(dollars(estimate({ modalities: ['text', 'audio'] }, draws))).toEqual(['0', '10', '640']);
    expect(dollars(estimate({}, { ...draws, row: {} }))).toEqual(['0', '10', '10']);
  });

  it('expects an image of a model that draws, as far as there is room for one', () => {
    const draws = { row: { outputModalities: ['text', 'image'] }, known: 0, pricing: { imageOutput: '12' } };
    const likely = (body: JsonObject, output: number): string =>
      usdToString(estimate(body, { ...draws, output }).likely);
    expect(Number(likely({}, 5000)) - Number(likely({ modalities: ['text'] }, 5000))).toBe(1290 * 11);
    expect(likely({}, 10)).toBe('120');
  });

  it('takes in reasoning that has a dearer price of its own', () => {
    expect(usdToString(estimate({}, { output: 10, known: 0, pricing: { internalReasoning: '3' } }).high)).toBe('30');
  });

  it('takes in the results of a search by an allowance, and says that they may be more', () => {
    const plugin = { plugins: [{ id: 'web', engine: 'firecrawl', max_results: 3 }] };
    expect(dollars(estimate(plugin))).toEqual(['2000', '3500', '3500']);
    expect(estimate(plugin).open).toBe(true);
    const tool = (parameters: JsonObject) => ({
      tools: [{ type: 'openrouter:web_search', parameters: { engine: 'firecrawl', ...parameters } }],
    });
    expect(dollars(estimate(tool({ max_uses: 3, max_characters: 400 })))).toEqual(['2000', '2500', '3500']);
    expect(estimate(tool({ max_uses: 0 }), { pricing: { prompt: '0', completion: '0' } }).open).toBe(false);
    // It always searches.
    expect(estimate({}, { id: 'perplexity/sonar', pricing: { webSearch: '0' } }).open).toBe(true);
  });

  it('takes in the results that a fallback searches for by itself', () => {
    const [plain, sonar] = ['maker/model', 'perplexity/sonar'].map((id) => ({
      id,
      model: aModel({ id, maxCompletionTokens: 0, pricing: { prompt: '1', completion: '0', webSearch: '5' } }),
    }));
    if (!plain || !sonar) throw new Error('no candidates');
    const range = estimateRun([plain, sonar], { ...plan, body: {} });
    expect(range && dollars(range)).toEqual(['2000', '2000', '4505']);
    expect(range?.open).toBe(true);
  });

  it.each<[JsonObject, boolean]>([
    [{ tools: [{ type: 'openrouter:image_generation' }] }, true],
    [{ tools: [{ type: 'openrouter:web_fetch' }], tool_choice: 'none' }, false],
    [{ tools: [{ type: 'function', function: { name: 'f' } }] }, false],
    [{ tools: [{ type: 'openrouter:datetime' }] }, false],
    [{ plugins: [{ id: 'fusion' }] }, true],
    [{ plugins: [{ id: 'fusion', enabled: false }, { id: 'response-healing' }] }, false],
    [{ messages: [{ role: 'user', content: [{ type: 'file', file: {} }] }] }, true],
    [{ messages: [{ role: 'user', content: [{ type: 'text', text: 'file' }] }] }, false],
    [{ preset: 'mine' }, true],
  ])('is open, or not, where tokens are free and the request has %o', (body, open) => {
    expect(estimate(body, { pricing: { prompt: '0', completion: '0' } }).open).toBe(open);
  });

  it('is open where the service may ask the model again and again', () => {
    expect(estimate({ tools: [{ type: 'openrouter:datetime' }] }).open).toBe(true);
    expect(estimate({ tools: [{ type: 'function' }] }).open).toBe(false);
  });
});

const offer = (tag: string, prompt: string): Endpoint => anEndpoint(tag, { pricing: { prompt, completion: prompt } });

describe('an estimate for a provider that the request chooses', () => {
  const endpoints = [offer('one', '1'), offer('two', '2'), offer('three', '3')];

  it('is of its price where that is known', () => {
    const two = estimate({ provider: { only: ['two'] } }, { endpoints });
    expect(dollars(two)).toEqual(['4000', '4000', '4000']);
    expect(two.open).toBe(false);
    const order = { order: ['three', 'two'] };
    expect(dollars(estimate({ provider: order }, { endpoints }))).toEqual(['2000', '6000', '6000']);
    const strict = { provider: { ...order, allow_fallbacks: false } };
    expect(dollars(estimate(strict, { endpoints }))).toEqual(['4000', '6000', '6000']);
    expect(dollars(estimate({ provider: { ignore: ['one'] } }, { endpoints }))).toEqual(['4000', '4000', '6000']);
    const sorted = { endpoints: endpoints.toReversed() };
    expect(dollars(estimate({ provider: { sort: { by: 'price' } } }, sorted))).toEqual(['2000', '2000', '6000']);
  });

  it('keeps to its limits', () => {
    const short = [anEndpoint('short', { maxCompletionTokens: 5, pricing: { prompt: '1', completion: '10' } })];
    const range = estimate({ provider: { only: ['short'] } }, { endpoints: short, output: 100, known: 0 });
    expect(dollars(range)).toEqual(['0', '50', '50']);
  });

  it('is open at both ends where its price is not known, or nobody is left', () => {
    for (const asked of [{}, { endpoints: [] }, { endpoints }]) {
      const range = estimate({ provider: { only: ['four'] } }, asked);
      expect(dollars(range)).toEqual(['0', '2000', '2000']);
      expect(range.open).toBe(true);
    }
  });

  it('is of the catalogue where the request leaves the choice to the service', () => {
    const range = estimate({ provider: {} }, { endpoints });
    expect(dollars(range)).toEqual(['2000', '2000', '2000']);
    expect(range.open).toBe(false);
  });
});

describe('an estimate for a service tier', () => {
  const endpoints = [offer('openai', '1'), offer('openai/priority', '2'), offer('openai/flex', '0.5')];

  it.each([
    ['priority', ['2000', '4000', '4000']],
    ['fast', ['2000', '4000', '4000']],
    ['flex', ['1000', '1000', '1000']],
    ['default', ['2000', '2000', '2000']],
  ])('%s is of the price of those who offer it', (tier, range) => {
    const found = estimate({ service_tier: tier }, { endpoints });
    expect(dollars(found)).toEqual(range);
    expect(found.open).toBe(false);
  });

  it('is open where that is not known', () => {
    for (const tier of ['priority', 'flex', 'scale']) expect(estimate({ service_tier: tier }).open).toBe(true);
    expect(estimate({ service_tier: 'scale' }, { endpoints }).open).toBe(true);
    expect(estimate({ service_tier: 'auto' }).open).toBe(false);
    expect(estimate({ service_tier: null }).open).toBe(false);
  });

  it('is taken without being asked for by two variants', () => {
    expect(dollars(estimate({}, { id: 'openai/gpt:nitro', endpoints }))).toEqual(['2000', '2000', '4000']);
    expect(dollars(estimate({}, { id: 'openai/gpt:floor', endpoints }))).toEqual(['1000', '1000', '2000']);
  });
});

describe('what is free', () => {
  const free = { pricing: { prompt: '0', completion: '0' }, row: { contextLength: null, maxCompletionTokens: null } };
  const usedUp = { run: null, session: ZERO_USD };

  it.each<JsonObject>([{}, { provider: { only: ['one'] } }, { service_tier: 'priority' }, marked()])(
    'goes on being sent when the cap of a session is used up: %o',
    (body) => {
      expect(whyCapped(usedUp, ZERO_USD, estimate(body, free))).toBeNull();
    },
  );

  it('is not free where it searches for a fee, calls others, or may be served by what costs', () => {
    const dear: JsonObject[] = [{ plugins: [{ id: 'web' }] }, { tools: [{ type: 'openrouter:advisor' }] }];
    for (const body of dear) expect(whyCapped(usedUp, ZERO_USD, estimate(body, free))).toMatch(/used up/);
    const pinned = { ...free, endpoints: [offer('dear', '1')] };
    expect(whyCapped(usedUp, ZERO_USD, estimate({ provider: { only: ['dear'] } }, pinned))).toMatch(/used up/);
  });
});
