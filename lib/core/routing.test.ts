import { describe, expect, it } from 'vitest';
import { matchesTag } from './endpoint';
import type { JsonObject } from './json';
import {
  listOf,
  maxPriceOf,
  moveInOrder,
  standingOf,
  strangersOf,
  withMaxPrice,
  withoutSlug,
  withRouting,
  withStanding,
} from './routing';
import { oddSettings } from './routing-forms';
import { anEndpoint } from './samples';

const [a, b] = [anEndpoint('a'), anEndpoint('b')];

describe('a routing', () => {
  it('keeps a provider in one list only, and no empty list', () => {
    const ordered = withStanding(withStanding({}, a, [a, b], 'order'), b, [a, b], 'order');
    expect(ordered).toEqual({ order: ['a', 'b'] });
    const ignored = withStanding(ordered, a, [a, b], 'ignore');
    expect(ignored).toEqual({ order: ['b'], ignore: ['a'] });
    expect(standingOf(ignored, a)).toBe('ignore');
    expect(withStanding(withStanding(ignored, a, [a, b], null), b, [a, b], null)).toEqual({});
  });

  it('knows the standing by a base slug, and changes that of one offer only', () => {
    const [fp8, turbo, tier] = [anEndpoint('d/fp8'), anEndpoint('d/turbo'), anEndpoint('d/flex')];
    const all = [fp8, turbo, a, tier];
    const routing = { only: ['d', 'a'] };
    expect(all.map((each) => standingOf(routing, each))).toEqual(['only', 'only', 'only', null]);
    const ignored = withStanding(routing, fp8, all, 'ignore');
    expect(ignored).toEqual({ only: ['d/turbo', 'a'], ignore: ['d/fp8'] });
    expect(all.map((each) => standingOf(ignored, each))).toEqual(['ignore', 'only', 'only', null]);
    expect(withStanding({ only: ['d'] }, fp8, [fp8, a], null)).toEqual({});
    // In the order the others keep their place, and none comes twice.
    expect(withStanding({ order: ['d/turbo', 'd', 'a'] }, fp8, all, null)).toEqual({ order: ['d/turbo', 'a'] });
    expect(withStanding({ order: ['d', 'a'] }, fp8, all, 'order')).toEqual({ order: ['d/turbo', 'a', 'd/fp8'] });
  });

  it('shows as ignored what is ignored, whatever else is said of it', () => {
    expect(standingOf({ order: ['a'], only: ['a'], ignore: ['a'] }, a)).toBe('ignore');
    expect(standingOf({ order: ['a'], only: ['a'] }, a)).toBe('order');
  });

  it('knows a provider by its name too, and an offer without a tag by nothing', () => {
    expect(standingOf({ only: ['DeepInfra'] }, anEndpoint('d/fp8', { provider: 'DeepInfra' }))).toBe('only');
    expect(standingOf({ only: [''] }, anEndpoint('', { provider: 'Nameless' }))).toBeNull();
  });

  it('names the slugs of another model, and takes one out of every list', () => {
    const routing = { order: ['x/fp8', 'a'], only: ['a', 'x/fp8'], ignore: ['y'], zdr: true };
    expect(strangersOf(routing, [a, b])).toEqual([
      { slug: 'x/fp8', standings: ['order', 'only'] },
      { slug: 'y', standings: ['ignore'] },
    ]);
    expect(strangersOf({ only: ['d'] }, [anEndpoint('d/fp8')])).toEqual([]);
    expect(withoutSlug(routing, 'x/fp8')).toEqual({ order: ['a'], only: ['a'], ignore: ['y'], zdr: true });
    expect(withoutSlug({ ignore: ['y'] }, 'y')).toEqual({});
  });

  it('leaves alone what it does not change', () => {
    const odd = { order: 'x', only: ['a'] };
    expect(withStanding(odd, b, [a, b], 'ignore')).toEqual({ ...odd, ignore: ['b'] });
    expect(withoutSlug(odd, 'nobody')).toBe(odd);
  });

  it('moves within the order and stays inside it', () => {
    const routing = { order: ['a', 'b', 'c'] };
    expect(listOf(moveInOrder(routing, 'c', -1), 'order')).toEqual(['a', 'c', 'b']);
    expect(moveInOrder(routing, 'a', -1)).toBe(routing);
    expect(moveInOrder(routing, 'nobody', 1)).toBe(routing);
  });

  it('keeps what it does not know', () => {
    expect(withRouting({ future: { x: 1 } }, 'zdr', true)).toEqual({ future: { x: 1 }, zdr: true });
  });

  it('sets price limits one by one', () => {
    const both = withMaxPrice(withMaxPrice({}, 'prompt', 1), 'completion', 2);
    expect(both).toEqual({ max_price: { prompt: 1, completion: 2 } });
    expect(maxPriceOf(both, 'completion')).toBe(2);
    expect(maxPriceOf({ max_price: { prompt: '0.5' } }, 'prompt')).toBe(0.5);
    expect(withMaxPrice(withMaxPrice(both, 'prompt', undefined), 'completion', undefined)).toEqual({});
  });

  it('takes a base slug for all of its variants', () => {
    expect(matchesTag('deepinfra', 'deepinfra/fp8')).toBe(true);
    expect(matchesTag('deep', 'deepinfra')).toBe(false);
    expect(matchesTag('openai', 'openai/priority')).toBe(false);
    expect(matchesTag('openai/priority', 'openai/priority')).toBe(true);
  });
});

describe('oddSettings', () => {
  it('leaves out all that a control shows', () => {
    const shown = {
      order: ['a'],
      only: [],
      allow_fallbacks: false,
      zdr: true,
      data_collection: 'deny',
      sort: 'exacto',
      quantizations: ['fp8', 'nvfp4'],
      preferred_min_throughput: 0,
      preferred_max_latency: 1.5,
      max_price: { prompt: '1', completion: 2 },
    };
    expect(oddSettings(shown)).toEqual([]);
  });

  it.each<JsonObject>([
    { sort: { by: 'price', partition: 'none' } },
    { sort: 'mood' },
    { preferred_min_throughput: { p50: 30, p90: 10 } },
    { preferred_max_latency: null },
    { max_price: { prompt: 1, request: 2 } },
    { max_price: { prompt: 'cheap' } },
    { max_price: 1 },
    { quantizations: ['fp9'] },
    { order: 'deepinfra' },
    { allow_fallbacks: 'yes' },
    { enforce_distillable_text: true },
    { constructor: 1 },
  ])('names %j', (routing) => expect(oddSettings({ zdr: true, ...routing })).toEqual(Object.entries(routing)));
});
