import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { aModel, anEndpoint } from '@/lib/core/samples';
import { type Estimate, estimateRun } from './estimate';
import { priceOf, totalOf } from './price-of';
import { highOf, lowOf } from './prompt-tokens';
import { PLAIN_SEARCH, searchWish, tokensFound } from './search-fee';

const price = fc.integer({ min: 0, max: 999 }).map((units) => `${units}e-9`);
// Few enough that prompts, tiers and contexts are often of one size.
const tokens = fc.integer({ min: 0, max: 9999 });
/** Bounds are kept or missed at the ends. */
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const rates = {
  prompt: price,
  completion: price,
  inputCacheRead: price,
  inputCacheWrite: price,
  inputCacheWrite1h: price,
  internalReasoning: price,
  imageOutput: price,
  audioOutput: price,
  request: price,
  webSearch: price,
};
const tier = fc.record({ ...rates, minPromptTokens: tokens }, { requiredKeys: ['minPromptTokens'] });
const pricing = fc.record(
  { ...rates, overrides: fc.array(tier, { maxLength: 2 }) },
  { requiredKeys: ['prompt', 'completion'] },
);
const asked = fc.record({
  maker: fc.constantFrom('anthropic', 'google', 'openai', 'qwen', 'perplexity', 'maker'),
  gives: fc.subarray(['text', 'image', 'audio']),
  modalities: fc.option(fc.subarray(['text', 'image', 'audio'])),
  mark: fc.constantFrom<JsonObject>(
    {},
    { cache_control: { type: 'ephemeral' } },
    { cache_control: { type: 'ephemeral', ttl: '1h' } },
  ),
  search: fc.constantFrom<JsonObject>(
    {},
    { plugins: [{ id: 'web', max_results: 7 }] },
    { tools: [{ type: 'openrouter:web_search', parameters: { max_uses: 3, engine: 'exa' } }] },
  ),
  /** What the row asks for, then what each provider does. */
  prices: fc.array(pricing, { minLength: 1, maxLength: 3 }),
  only: fc.boolean(),
  context: fc.option(tokens),
  most: tokens,
  maxTokens: fc.option(tokens),
  prompt: fc.oneof(fc.constant({ known: 0, guessed: 0 }), fc.record({ known: tokens, guessed: tokens })),
  usualOutput: tokens,
});
const used = fc.record({
  prompt: share,
  cached: share,
  written: share,
  completion: share,
  reasoning: share,
  images: share,
  audio: share,
  searches: share,
  provider: fc.nat(),
});

type Case = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;
type Used = typeof used extends fc.Arbitrary<infer Value> ? Value : never;

function arrange({ maker, gives, modalities, mark, search, prices, only, context, most, ...rest }: Case) {
  const [own, ...others] = prices;
  const id = `${maker}/model`;
  const row = { id, outputModalities: gives, contextLength: context, maxCompletionTokens: most };
  const model = aModel({ ...row, pricing: own ?? {} });
  const endpoints = others.map((pricing, at) => anEndpoint(`p${at}`, { pricing }));
  const routed = only && endpoints.length > 0;
  const provider = routed ? { provider: { only: endpoints.map(({ tag }) => tag) } } : {};
  const body = { ...mark, ...search, ...(modalities && { modalities }), ...provider } as JsonObject;
  return { id, model, endpoints, routed, body, ...rest };
}

/** A bill that the ledger may come to, by what the reference says of who writes to the cache and what comes unasked. */
function billWithin(given: Case, shares: Used): bigint | null {
  const { id, model, endpoints, routed, body, prompt: guess, maxTokens } = arrange(given);
  const wish = searchWish(body, id);
  const few = lowOf(guess);
  const prompt = Math.floor(
    few + shares.prompt * (highOf(guess) + (wish ? tokensFound(wish, wish.most ?? 1) : 0) - few),
  );
  const room = Math.min(given.most, maxTokens ?? Infinity, Math.max(0, (given.context ?? Infinity) - prompt));
  const completion = Math.floor(room * shares.completion);
  const marks = ['anthropic', 'google', 'qwen'].includes(given.maker);
  const writes = marks ? 'cache_control' in body : true;
  const cached = Math.floor(prompt * shares.cached);
  const tooShort = ['anthropic', 'google', 'openai'].includes(given.maker) && prompt < 1024;
  const written = writes && !tooShort ? Math.floor((prompt - cached) * shares.written) : 0;
  const may = (kind: string) =>
    (given.gives.length === 0 || given.gives.includes(kind)) &&
    (given.modalities ? given.modalities.includes(kind) : kind === 'image');
  const images = may('image') ? Math.floor(completion * shares.images) : 0;
  const audio = may('audio') ? Math.floor((completion - images) * shares.audio) : 0;
  const reasoning = Math.floor((completion - images - audio) * shares.reasoning);
  const searches = wish ? wish.least + Math.round(((wish.most ?? 1) - wish.least) * shares.searches) : 0;
  const pricing = (routed && endpoints[shares.provider % endpoints.length]?.pricing) || model.pricing;
  const consumption = { prompt, cached, written, completion, reasoning, images, audio, searches };
  const parts = priceOf({ ...model, pricing }, consumption, 0, wish ?? PLAIN_SEARCH);
  return parts && totalOf(parts);
}

function estimateFor(given: Case): Estimate | null {
  const { id, model, endpoints, body, prompt, maxTokens, usualOutput } = arrange(given);
  return estimateRun([{ id, model, endpoints }], { prompt, usualOutput, maxTokens, body, at: 0 });
}

describe('an estimate of anything', () => {
  it('is a range in its order (law)', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const range = estimateFor(given);
        expect(range && range.low <= range.likely && range.likely <= range.high).toBe(true);
      }),
    );
  });

  it('is never less than a bill for what lies within its bounds (law)', () => {
    fc.assert(
      fc.property(asked, used, (given, shares) => {
        const [range, bill] = [estimateFor(given), billWithin(given, shares)];
        expect(range && bill !== null && bill <= range.high).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never more than a bill at its lower end (law)', () => {
    fc.assert(
      fc.property(asked, used, (given, shares) => {
        const [range, bill] = [estimateFor(given), billWithin(given, shares)];
        expect(range && bill !== null && range.low <= bill).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a range whatever numbers a request spells (law)', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(1e306, 1e308, Number.MAX_VALUE, -1, 0.5), fc.string());
    const keys = ['max_uses', 'max_results', 'max_total_results', 'max_characters'];
    const options = fc.dictionary(fc.constantFrom(...keys), any);
    fc.assert(
      fc.property(asked, options, fc.boolean(), (given, odd, tool) => {
        const search: JsonObject = tool
          ? { tools: [{ type: 'openrouter:web_search', parameters: odd }] }
          : { plugins: [{ ...odd, id: 'web' }] };
        const range = estimateFor({ ...given, search });
        expect(range && range.low <= range.likely && range.likely <= range.high).toBe(true);
      }),
    );
  });

  it('has an upper end where nothing searches (law)', () => {
    fc.assert(
      fc.property(asked, (given) => {
        fc.pre(searchWish(arrange(given).body, `${given.maker}/model`) === null);
        expect(estimateFor(given)?.open).toBe(false);
      }),
    );
  });
});
