import { describe, expect, it } from 'vitest';
import { whyNotAdded } from './fallback-limits';
import { differencesOf, fallbackProblems } from './fallbacks';
import type { JsonObject } from './json';
import { indexModels, type Model } from './model';
import { aModel, anEndpoint, aPane } from './samples';
import { rehearse, type Rehearsed } from './rehearsal';
import { routerOptionsOf, withRouterOptions } from './router-options';
import { variantsOf } from './variants';

const TODAY = '2026-11-23';
const first = aModel({
  id: 'a/first',
  name: 'A: First',
  inputModalities: ['text', 'image'],
  supportedParameters: ['temperature', 'top_k', 'tools'],
});
const small = aModel({
  id: 'b/small',
  name: 'B: Small',
  contextLength: 16_000,
  maxCompletionTokens: 4_000,
  pricing: { prompt: '0.0000005', completion: '0.000004' },
});
const alias = aModel({
  id: '~a/first-latest',
  canonicalSlug: '~a/first-latest',
  name: 'Latest',
  aliasTarget: 'a/first',
});
const gone = aModel({ id: 'c/gone', name: 'C: Gone', expirationDate: '2026-01-01' });
const index = indexModels([first, small, alias, gone]);
const texts = (other: Model | undefined, sent: Parameters<typeof differencesOf>[2] = []): string[] =>
  differencesOf(first, other, sent).map(({ text }) => text);

describe('what changes if a fallback serves', () => {
  it('is named: price, context, length of the answer, modalities, abilities, parameters', () => {
    expect(texts(small, ['temperature', 'top_k'])).toEqual([
      'Price in ×0.5, out ×2',
      'Context 16K instead of 128K',
      'Answers up to 4K instead of 16K',
      'No image input',
      'No tools',
      'Does not take Top K',
    ]);
  });

  it('is nothing between equals, and unknown for an id that is in no list', () => {
    expect(texts(aModel({ ...first, id: 'd/twin' }), ['top_k'])).toEqual([]);
    expect(texts(undefined)).toEqual(['Not in the list: its price, context and parameters are unknown']);
    expect(texts(aModel({ ...first, pricing: { prompt: '0', completion: '0' } }))).toEqual(['Free']);
    expect(texts(aModel({ ...first, pricing: { prompt: '-1', completion: '-1' } }))).toEqual([
      'The price is that of the model it picks',
    ]);
    expect(texts(aModel({ ...first, pricing: {} }))).toEqual(['The price cannot be compared']);
  });
});

describe('what is wrong with a list', () => {
  const problems = (fallbacks: string[], fields = {}): string =>
    fallbackProblems(aPane({ modelId: 'a/first', fallbacks, ...fields }), index, TODAY).join('\n');

  it.each([
    ['too many', ['b/small', 'x/1', 'x/2', 'x/3'], {}, 'at most 3 fallbacks: x/3 is not sent'],
    ['a batch row', ['b/small:batch'], {}, 'Batch API only'],
    ['a duplicate', ['b/small', 'b/small'], {}, 'Small is in the list twice'],
    ['two variants of one model', ['a/first:nitro'], {}, 'with two variants'],
    ['an alias of what is there', ['~a/first-latest'], {}, 'stands for First now'],
    ['a model that went away', ['c/gone'], {}, 'went away on 2026-01-01'],
    ['server tools', ['b/small'], { extra: { tools: [{ type: 'openrouter:web_search' }] } }, 'Server tools'],
    ['models in the extra JSON', ['b/small'], { extra: { models: [] } }, 'this list is not sent'],
    ['a router before the end', ['openrouter/auto', 'b/small'], {}, 'rarely reached'],
    ['a sort over all models', ['b/small'], { routing: { sort: { by: 'price', partition: 'none' } } }, 'not kept'],
  ])('names %s', (_, fallbacks, fields, text) => expect(problems(fallbacks, fields)).toContain(text));

  it('is nothing for a sound list', () => {
    expect(problems(['b/small', '@preset/mine'])).toBe('');
    expect(problems([], { extra: { tools: [{ type: 'openrouter:web_search' }] } })).toBe('');
  });

  it('keeps out what cannot join', () => {
    const pane = aPane({ modelId: 'a/first', fallbacks: ['b/small'] });
    expect(whyNotAdded(pane, 'a/first')).toContain('already');
    expect(whyNotAdded(pane, 'b/small')).toContain('already');
    expect(whyNotAdded(pane, 'x/y:batch')).toContain('Batch API');
    expect(whyNotAdded({ ...pane, fallbacks: ['1/1', '2/2', '3/3'] }, 'x/y')).toContain('At most 3');
    expect(whyNotAdded(pane, 'x/y')).toBeNull();
  });
});

describe('a rehearsal', () => {
  const facts = (fields: Partial<Rehearsed> = {}): Rehearsed => ({
    promptTokens: 100,
    maxTokens: null,
    needs: { words: [] },
    today: TODAY,
    endpointsOf: () => undefined,
    ...fields,
  });
  const steps = (fallbacks: string[], fields: Partial<Rehearsed> = {}, pane = {}): string[] =>
    rehearse(aPane({ modelId: 'a/first', fallbacks, ...pane }), index, facts(fields)).map(
      ({ verdict, why }) => `${verdict}: ${why}`,
    );

  it('asks one after the other', () => {
    expect(steps(['b/small'])).toEqual(['first: null', 'next: null']);
    expect(steps(['x/y'])[1]).toMatch(/^next: It is not in the list/);
  });

  it('passes over what has no room, no tools, no provider or is gone', () => {
    expect(steps(['b/small'], { promptTokens: 20_000 })[1]).toMatch(/^skipped: About 20K tokens do not fit into 16K/);
    expect(steps(['b/small'], { maxTokens: 15_950 })[1]).toMatch(/and Max tokens 15.9K do not fit/);
    expect(steps(['b/small'], {}, { extra: { tools: [{ type: 'function' }] } })[1]).toMatch(/^skipped: .*tools/);
    expect(steps(['c/gone'])[1]).toMatch(/^skipped: It went away/);
    expect(steps([], { endpointsOf: () => [] })[0]).toMatch(/^skipped: No provider offers it/);
    expect(steps([], { endpointsOf: () => [anEndpoint('x')] }, { routing: { only: ['y'] } })[0]).toMatch(
      /^skipped: The provider routing leaves none: Only/,
    );
  });

  it('makes the next one the first where the first is passed over', () => {
    expect(steps(['b/small'], { endpointsOf: (id) => (id === 'a/first' ? [] : undefined) })).toEqual([
      'skipped: No provider offers it now.',
      'first: null',
    ]);
  });

  it('ends where the request is refused, and leaves out what is over the limit', () => {
    expect(steps(['x/y:batch', 'b/small'])).toEqual([
      'first: null',
      'refused: It is for the Batch API only: the request is refused.',
      'skipped: The request has been refused before.',
    ]);
    expect(steps(['1/1', '2/2', '3/3', '4/4'])[4]).toBe('not-sent: The API takes three fallbacks.');
  });
});

describe('variants', () => {
  const suffixes = (id: string): string[] => variantsOf(id, index).map(({ suffix }) => suffix);
  it('are the routed ones and those with a row; none for routers, presets and aliases', () => {
    expect(suffixes('a/first')).toEqual(['', ':nitro', ':floor', ':exacto']);
    const free = indexModels([first, aModel({ id: 'a/first:free', canonicalSlug: 'a/first:free' })]);
    expect(variantsOf('a/first', free).map(({ suffix }) => suffix)).toContain(':free');
    expect(suffixes('openrouter/auto')).toEqual([]);
    expect(suffixes('@preset/mine')).toEqual([]);
    expect(suffixes('a/first:odd')).toContain(':odd');
  });
});

describe('router options', () => {
  it('are read as they were written, beside other plugins and unknown keys', () => {
    const router = { id: 'auto-router', pin_model: true, cost_tier: 'low' };
    const extra: JsonObject = { seed: 1, plugins: [{ id: 'web' }, router] };
    const options = { allowed: ['openai/*'], excluded: ['x/y'], costTier: 'high' };
    const changed = withRouterOptions(extra, 'auto-router', options);
    expect(routerOptionsOf(changed, 'auto-router')).toEqual(options);
    expect(changed).toMatchObject({ seed: 1, plugins: [{ id: 'web' }, { id: 'auto-router', pin_model: true }] });
    const none = { allowed: [], excluded: [], costTier: null };
    expect(withRouterOptions({}, 'auto-router', none)).toEqual({});
    expect(withRouterOptions(withRouterOptions({}, 'auto-router', options), 'auto-router', none)).toEqual({});
    expect(routerOptionsOf({ plugins: 'odd' }, 'auto-router')).toEqual(none);
  });
});
