import { describe, expect, it } from 'vitest';
import { type Endpoint, matchesTag } from './endpoint';
import {
  listOf,
  maxPriceOf,
  moveInOrder,
  routingProblems,
  standingOf,
  withMaxPrice,
  withRouting,
  withStanding,
} from './routing';

const endpoint = (tag: string, fields: Partial<Endpoint> = {}): Endpoint => ({
  provider: tag,
  tag,
  contextLength: null,
  maxCompletionTokens: null,
  pricing: { prompt: '0.000001', completion: '0.000002' },
  quantization: 'fp8',
  uptime: null,
  latencyMs: null,
  throughput: null,
  supportedParameters: ['temperature'],
  zeroRetention: null,
  ...fields,
});

describe('a routing', () => {
  it('keeps a provider in one list only, and no empty list', () => {
    const ordered = withStanding(withStanding({}, 'a', 'order'), 'b', 'order');
    expect(ordered).toEqual({ order: ['a', 'b'] });
    const ignored = withStanding(ordered, 'a', 'ignore');
    expect(ignored).toEqual({ order: ['b'], ignore: ['a'] });
    expect(standingOf(ignored, 'a')).toBe('ignore');
    expect(withStanding(withStanding(ignored, 'a', null), 'b', null)).toEqual({});
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
    expect(withMaxPrice(withMaxPrice(both, 'prompt', undefined), 'completion', undefined)).toEqual({});
  });

  it('takes a base slug for all of its variants', () => {
    expect(matchesTag('deepinfra', 'deepinfra/fp8')).toBe(true);
    expect(matchesTag('deep', 'deepinfra')).toBe(false);
  });
});

describe('routingProblems', () => {
  const two = [
    endpoint('a/fp8'),
    endpoint('b', { quantization: 'bf16', zeroRetention: false, pricing: { prompt: '0.000009' } }),
  ];

  it.each([
    ['nothing set', {}],
    ['one provider left', { only: ['a'] }],
    ['a base slug', { ignore: ['b'], order: ['a'] }],
    ['a price that one meets', { max_price: { prompt: 1 } }],
    ['a quantization that one has', { quantizations: ['fp8'] }],
    ['zero retention where one may keep it', { zdr: true }],
  ])('says nothing of %s', (_, routing) => expect(routingProblems(routing, two, [])).toEqual([]));

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
    ['Only and Ignore', { only: ['a'], ignore: ['a'] }, 'is in Only and in Ignore'],
    ['an order outside of Only', { only: ['a'], order: ['b'] }, 'never tried'],
    ['an order and a sort', { order: ['a'], sort: 'price' }, 'exclude each other'],
    ['several reasons', { only: ['b'], zdr: true }, 'excluded by Only, Zero data retention'],
  ])('names %s', (_, routing, text) => expect(routingProblems(routing, two, []).join(' ')).toContain(text));

  it('names the parameter that leaves no provider', () => {
    expect(routingProblems({ require_parameters: true }, two, ['seed']).join()).toContain('Require parameters (seed)');
    expect(routingProblems({ require_parameters: true }, two, ['temperature'])).toEqual([]);
  });

  it('does not guess where the providers are not known', () => {
    expect(routingProblems({ only: ['c'] }, [], [])).toEqual([]);
  });
});
