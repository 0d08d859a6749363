import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json';
import { leftOutBy, needsOf, routingProblems } from './routing-problems';
import { anEndpoint, aPane } from './samples';

const NEEDS = { words: [] };

describe('routingProblems', () => {
  const two = [
    anEndpoint('a/fp8'),
    anEndpoint('b', { quantization: 'bf16', zeroRetention: false, pricing: { prompt: '0.000009' } }),
  ];

  it.each([
    ['nothing set', {}],
    ['one provider left', { only: ['a'] }],
    ['a base slug', { ignore: ['b'], order: ['a'] }],
    ['a price that one meets', { max_price: { prompt: 1 } }],
    ['a quantization that one has', { quantizations: ['fp8'] }],
    ['zero retention where one may keep it', { zdr: true }],
  ])('says nothing of %s', (_, routing) => expect(routingProblems(routing, two, NEEDS)).toEqual([]));

  it.each([
    ['an unknown provider in Only', { only: ['c'] }, 'excluded by Only'],
    ['all ignored', { ignore: ['a', 'b'] }, 'excluded by Ignore'],
    ['a price under all', { max_price: { prompt: 0.5 } }, 'excluded by Max price'],
    ['a quantization that nobody has', { quantizations: ['int4'] }, 'excluded by Quantizations'],
    [
      'an order without others that nobody meets',
      { order: ['c'], allow_fallbacks: false },
      'the order without other providers',
    ],
    ['Only and Ignore, by a base slug', { only: ['a/fp8'], ignore: ['a'] }, 'is in Only and in Ignore'],
    ['Only and Ignore', { only: ['a'], ignore: ['a'] }, 'is in Only and in Ignore'],
    ['an order outside of Only', { only: ['a'], order: ['b'] }, 'never tried'],
    ['an order and an object to sort by', { order: ['a'], sort: { by: 'price' } }, 'exclude each other'],
    ['an order and a sort', { order: ['a'], sort: 'price' }, 'exclude each other'],
    ['several reasons', { only: ['b'], zdr: true }, 'excluded by Only, Zero data retention'],
  ])('names %s', (_, routing, text) => expect(routingProblems(routing, two, NEEDS).join(' ')).toContain(text));

  it('names the parameter that leaves no provider', () => {
    expect(routingProblems({ require_parameters: true }, two, { words: [['seed']] }).join()).toContain(
      'Require parameters (seed)',
    );
    expect(routingProblems({ require_parameters: true }, two, { words: [['temperature']] })).toEqual([]);
  });

  it('counts what the extra JSON brings', () => {
    const wordsFor = (extra: JsonObject) => needsOf([], aPane({ extra }), undefined).words;
    expect(wordsFor({ tools: [], future: 1, user: 'me' })).toEqual([['tools']]);
    expect(wordsFor({ max_completion_tokens: 5 })).toEqual([['max_tokens', 'max_completion_tokens']]);
    const problems = routingProblems(
      { require_parameters: true },
      two,
      needsOf([], aPane({ extra: { tools: [] } }), undefined),
    );
    expect(problems.join()).toContain('excluded by Require parameters (tools). The request would end with 404.');
  });

  it('tells that fallbacks are asked', () => {
    const needs = needsOf([], aPane({ fallbacks: ['maker/other'] }), undefined);
    expect(routingProblems({ only: ['c'] }, two, needs).join()).toContain('Only the fallbacks are asked.');
  });

  it('takes any word of a parameter', () => {
    const newer = [anEndpoint('a', { supportedParameters: ['max_completion_tokens'] })];
    const words = [['max_tokens', 'max_completion_tokens']];
    expect(routingProblems({ require_parameters: true }, newer, { words })).toEqual([]);
  });

  it('counts the offers of a tier only where it is asked for', () => {
    const tiers = [anEndpoint('o'), anEndpoint('o/priority'), anEndpoint('o/flex')];
    const left = (routing: JsonObject, tier?: string): string[] =>
      tiers.filter((each) => leftOutBy(routing, each, { words: [], tier }) === null).map(({ tag }) => tag);
    expect(left({})).toEqual(['o']);
    expect(left({}, 'fast')).toEqual(['o', 'o/priority']);
    expect(left({}, 'flex')).toEqual(['o/flex']);
    expect(left({ only: ['o/priority'] })).toEqual(['o/priority']);
    expect(routingProblems({ ignore: ['o'] }, tiers, NEEDS).join()).toContain('excluded by Ignore.');
    expect(routingProblems({}, [anEndpoint('o')], { words: [], tier: 'flex' }).join()).toContain('Service tier');
  });

  it('does not guess where the providers are not known', () => {
    expect(routingProblems({ only: ['c'] }, [], NEEDS)).toEqual([]);
  });
});
