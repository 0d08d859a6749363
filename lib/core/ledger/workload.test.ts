import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pricing, PricingOverride } from '@/lib/core/model';
import { usdToString } from '@/lib/core/money';
import { aModel } from '@/lib/core/samples';
import { NOTHING_USED } from './consumption';
import { priceOf, totalOf } from './price-of';
import { USUAL_WORKLOAD, type Workload, workloadCost } from './workload';

const work = (fields: Partial<Workload>): Workload => ({ ...USUAL_WORKLOAD, input: 0, output: 0, calls: 1, ...fields });
const priced = (pricing: Pricing, id = 'maker/model') =>
  aModel({ id, pricing, contextLength: null, maxCompletionTokens: null });

function month(pricing: Pricing, workload: Workload, id?: string): string {
  const cost = workloadCost(priced(pricing, id), workload);
  if (cost.kind !== 'cost') return cost.kind;
  const { low, even, high } = cost.month;
  return low === high ? usdToString(even) : [low, even, high].map(usdToString).join(' ');
}

describe('the cost of a workload', () => {
  it('is tokens times price times calls, to the last digit', () => {
    const pricing = { prompt: '0.0000002500000000000001', completion: '0.000002' };
    expect(month(pricing, work({ input: 1000, output: 500, calls: 1_000_000 }))).toBe('1250.0000000000001');
    expect(month({ prompt: '0', completion: '0' }, work({ input: 1000, output: 9 }))).toBe('0');
  });

  it('takes the cached share at the price of the cache, and at the input’s where there is none', () => {
    const pricing = { prompt: '0.000004', completion: '0', inputCacheRead: '0.000001' };
    expect(month(pricing, work({ input: 1000, cached: 75 }))).toBe('0.00175');
    expect(month({ prompt: '0.000004', completion: '0' }, work({ input: 1000, cached: 75 }))).toBe('0.004');
  });

  it('takes the tier of the prompt’s size, and the discount', () => {
    const overrides = [{ minPromptTokens: 200_000, prompt: '0.000002' }];
    const pricing = { prompt: '0.000001', completion: '0', overrides };
    expect(month(pricing, work({ input: 200_000 }))).toBe('0.2');
    expect(month(pricing, work({ input: 200_001 }))).toBe('0.400002');
    expect(month({ ...pricing, discount: 0.25 }, work({ input: 200_000 }))).toBe('0.15');
  });

  it('spans the windows of the day, and spreads the calls evenly between', () => {
    const window = (utcStart: number, utcEnd: number): PricingOverride => ({ utcStart, utcEnd, prompt: '0.000001' });
    const priceWith = (...overrides: PricingOverride[]) => ({ prompt: '0.000005', completion: '0', overrides });
    const calls = work({ input: 1000, calls: 1000 });
    // Six hours of twenty-four, over midnight.
    expect(month(priceWith(window(2100, 300)), calls)).toBe('1 4 5');
    expect(month(priceWith(window(0, 2400)), calls)).toBe('1');
    // A time that no clock shows: from the hour after.
    expect(month(priceWith(window(1175, 1800)), calls)).toBe('1 4 5');
  });

  it('spreads the calls over the week where a price depends on the day', () => {
    const overrides = [{ utcDays: ['saturday', 'sunday'], prompt: '0.000015' }];
    expect(month({ prompt: '0.000001', completion: '0', overrides }, work({ input: 1000, calls: 1000 }))).toBe(
      '1 5 15',
    );
  });

  it('is no number where a price is missing, depends on the model picked, or the tokens do not fit', () => {
    expect(month({ prompt: '-1', completion: '-1' }, work({ input: 1 }))).toBe('varies');
    expect(month({ prompt: '0.1' }, work({ input: 1, output: 1 }))).toBe('unknown');
    expect(month({ prompt: 'dear', completion: '1' }, work({ input: 1 }))).toBe('unknown');
    // What is not used needs no price.
    expect(month({ prompt: '0.1' }, work({ input: 1 }))).toBe('0.1');
    const small = aModel({ contextLength: 8000, maxCompletionTokens: 1000 });
    expect(workloadCost(small, work({ input: 7500, output: 600 })).kind).toBe('too-long');
    expect(workloadCost(small, work({ input: 1000, output: 1001 })).kind).toBe('too-long');
    expect(workloadCost(small, work({ input: 7000, output: 1000 })).kind).toBe('cost');
  });

  it('adds the fee of a request, and of a search where the model always searches', () => {
    const pricing = { prompt: '0', completion: '0', request: '0.001', webSearch: '0.005' };
    expect(month(pricing, work({ calls: 10 }))).toBe('0.01');
    expect(month(pricing, work({ calls: 10 }), 'perplexity/sonar')).toBe('0.06');
  });

  it('adds the searches of every call, of which a model that always searches makes one at least', () => {
    const pricing = { prompt: '0', completion: '0', webSearch: '0.005' };
    expect(month(pricing, work({ calls: 10, searches: 2 }))).toBe('0.1');
    expect(month(pricing, work({ calls: 10, searches: 2 }), 'perplexity/sonar')).toBe('0.1');
    // Without a search of its own, Exa's.
    expect(month({ prompt: '0', completion: '0' }, work({ searches: 1 }))).toBe('0.007');
  });

  it('is free only where the prices are nothing: no calls and no tokens make no model free', () => {
    const freeOf = (pricing: Pricing, workload: Workload) => {
      const cost = workloadCost(priced(pricing), workload);
      return cost.kind === 'cost' && cost.free;
    };
    const paid = { prompt: '0.1', completion: '0' };
    expect(freeOf(paid, work({ input: 1, calls: 0 }))).toBe(false);
    expect(freeOf(paid, work({ output: 5, calls: 1 }))).toBe(false);
    expect(freeOf({ prompt: '0', completion: '0', request: '0.1' }, work({ calls: 0 }))).toBe(false);
    expect(freeOf({ prompt: '0', completion: '0', request: '0' }, work({ input: 1, calls: 0 }))).toBe(true);
    expect(freeOf({ prompt: '0', completion: '0' }, work({ input: 1, searches: 1 }))).toBe(false);
    const night = { utcStart: 0, utcEnd: 600, completion: '1' };
    expect(freeOf({ prompt: '0', completion: '0', overrides: [night] }, work({ input: 1 }))).toBe(false);
  });

  it('lies between the cheapest and the dearest minute of the day, whatever the windows', () => {
    const hhmm = fc.integer({ min: 0, max: 2460 });
    const override = fc.record({ utcStart: hhmm, utcEnd: hhmm, prompt: fc.constantFrom('1', '3', '7') });
    fc.assert(
      fc.property(fc.array(override, { maxLength: 3 }), (overrides) => {
        const model = priced({ prompt: '5', completion: '0', overrides });
        const minutes = Array.from({ length: 1440 }, (_, minute) => {
          const parts = priceOf(model, { ...NOTHING_USED, prompt: 1 }, minute * 60_000);
          return parts ? totalOf(parts) : -1n;
        });
        const sum = minutes.reduce((all, one) => all + one, 0n);
        const sorted = minutes.toSorted((one, other) => (one < other ? -1 : Number(one > other)));
        const cost = workloadCost(model, work({ input: 1 }));
        expect(cost).toMatchObject({
          kind: 'cost',
          each: { low: sorted[0], even: sum / 1440n, high: sorted.at(-1) },
        });
      }),
      { numRuns: 20 },
    );
  });
});
