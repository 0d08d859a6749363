import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model, Pricing } from '@/lib/core/model';
import { addUsd, formatCost, parseUsd, timesUsd, type Usd, usdToString } from '@/lib/core/money';
import { type Amount, openReceipt, type Receipt, UNKNOWN } from '@/lib/core/receipt';
import { aModel } from '@/lib/core/samples';
import { compareUsd, formatAmount, sumOf } from './amounts';
import { type Consumption, consumptionOf, NOTHING_USED } from './consumption';
import { priceOf, totalOf } from './price-of';
import { splitOf } from './split';

const usd = (text: string): Usd => {
  const parsed = parseUsd(text);
  if (parsed === null) throw new Error(`not an amount: ${text}`);
  return parsed;
};
const priced = (pricing: Pricing): Model => aModel({ pricing });
const used = (fields: Partial<Consumption>): Consumption => ({ ...NOTHING_USED, ...fields });
const cost = (pricing: Pricing, fields: Partial<Consumption>, at = 0): string | null => {
  const parts = priceOf(priced(pricing), used(fields), at);
  return parts && usdToString(totalOf(parts));
};

const amounts = fc.bigInt({ min: 0n, max: 10n ** 34n }).map((units) => units as Usd);
/** Prices as catalogues have them, from nothing to absurd. */
const price = fc.bigInt({ min: 0n, max: 10n ** 31n }).map((units) => usdToString(units as Usd));
const tokens = fc.integer({ min: 0, max: 3_000_000 });
const pricing = fc.record(
  {
    prompt: price,
    completion: price,
    inputCacheRead: price,
    inputCacheWrite: price,
    internalReasoning: price,
    imageOutput: price,
    request: price,
    webSearch: price,
  },
  { requiredKeys: ['prompt', 'completion'] },
);
const usage = fc.record({
  prompt_tokens: tokens,
  completion_tokens: tokens,
  prompt_tokens_details: fc.record({ cached_tokens: tokens, cache_write_tokens: tokens }),
  completion_tokens_details: fc.record({ reasoning_tokens: tokens, image_tokens: tokens }),
});

const received = (fields: Receipt['usage']): Receipt => ({ ...openReceipt('maker/model', 0), usage: fields });

describe('a price', () => {
  it('goes by tokens, cached ones at the price of the cache, reasoning inside the output', () => {
    const row = {
      prompt: '0.000003',
      completion: '0.000015',
      inputCacheRead: '0.0000003',
      inputCacheWrite: '0.00000375',
    };
    expect(cost(row, { prompt: 1000, cached: 600, written: 100, completion: 50, reasoning: 40 })).toBe(
      usdToString(usd(String(300 * 3 + 600 * 0.3 + 100 * 3.75 + 50 * 15) + 'e-6')),
    );
    expect(cost({ prompt: '0.000003', completion: '0' }, { prompt: 1000, cached: 600 })).toBe('0.003');
    expect(cost({ prompt: '0', completion: '0.01', internalReasoning: '0.001' }, { completion: 3, reasoning: 2 })).toBe(
      '0.012',
    );
  });

  it('keeps every digit of the longest price', () => {
    expect(cost({ prompt: '0.0000000000000000000001', completion: '0' }, { prompt: 3 })).toBe(
      '0.0000000000000000000003',
    );
    expect(cost({ prompt: '123456789012.000000000000000000001', completion: '0' }, { prompt: 1_000_000 })).toBe(
      '123456789012000000.000000000000001',
    );
  });

  it('is not made up where it is missing or depends on the model picked', () => {
    expect(cost({ prompt: '-1', completion: '-1' }, { prompt: 1 })).toBeNull();
    expect(cost({ completion: '1' }, { prompt: 1 })).toBeNull();
    expect(cost({ prompt: 'free', completion: '1' }, { prompt: 1 })).toBeNull();
    expect(cost({ prompt: '1', completion: '1', request: '-1' }, { prompt: 1 })).toBeNull();
    expect(cost({ prompt: '0', completion: '0' }, { prompt: 9, completion: 9 })).toBe('0');
  });

  it('takes the tier of a prompt that is longer, for the whole of it', () => {
    const row = { prompt: '1', completion: '2', overrides: [{ minPromptTokens: 10, prompt: '3' }] };
    expect(cost(row, { prompt: 10, completion: 1 })).toBe('12');
    expect(cost(row, { prompt: 11, completion: 1 })).toBe('35');
  });

  it.each([
    [9, 59, '1'],
    [10, 0, '5'],
    [23, 59, '5'],
    [0, 30, '5'],
    [1, 0, '1'],
  ])('follows a window over midnight at %i:%i UTC', (hour, minute, expected) => {
    const row = { prompt: '1', completion: '0', overrides: [{ utcStart: 1000, utcEnd: 100, prompt: '5' }] };
    expect(cost(row, { prompt: 1 }, Date.UTC(2026, 8, 1, hour, minute))).toBe(expected);
  });

  it.each([
    ['saturday', 23, 0, '5'],
    ['sunday', 0, 30, '5'],
    ['sunday', 9, 0, '1'],
    ['monday', 0, 30, '1'],
  ])('follows the days of a window, by the day of the instant: %s at %i:%i UTC', (day, hour, minute, expected) => {
    const override = { utcStart: 2200, utcEnd: 100, utcDays: ['saturday', 'sunday'], prompt: '5' };
    const at = { saturday: 5, sunday: 6, monday: 7 }[day];
    expect(
      cost({ prompt: '1', completion: '0', overrides: [override] }, { prompt: 1 }, Date.UTC(2026, 8, at, hour, minute)),
    ).toBe(expected);
  });

  it('is reduced by a discount, exactly, and not by what is none', () => {
    expect(cost({ prompt: '0.1', completion: '0', discount: 0.1 }, { prompt: 1 })).toBe('0.09');
    expect(cost({ prompt: '0.1', completion: '0', discount: 7 }, { prompt: 1 })).toBe('0.1');
    expect(cost({ prompt: '0.1', completion: '0', discount: -1 }, { prompt: 1 })).toBe('0.1');
    expect(cost({ prompt: '0.1', completion: '0', discount: 1 }, { prompt: 1 })).toBe('0');
  });

  it('is never less for more tokens (law)', () => {
    fc.assert(
      fc.property(pricing, tokens, tokens, tokens, (row, prompt, completion, more) => {
        const before = priceOf(priced(row), used({ prompt, completion }), 0);
        const after = priceOf(priced(row), used({ prompt: prompt + more, completion }), 0);
        expect(before && after && totalOf(before) <= totalOf(after)).toBe(true);
      }),
    );
  });
});

describe('a bill', () => {
  it('is the sum of its parts to the last digit, whatever the provider took (law)', () => {
    fc.assert(
      fc.property(pricing, usage, amounts, fc.option(fc.tuple(price, price)), (row, counts, total, told) => {
        const receipt = received({
          ...counts,
          cost: usdToString(total),
          ...(told && {
            cost_details: { upstream_inference_prompt_cost: told[0], upstream_inference_completions_cost: told[1] },
          }),
        });
        const parts = splitOf(receipt, priced(row));
        expect(parts && totalOf(parts)).toBe(total);
        expect(parts && Object.values(parts).every((part) => part >= 0n)).toBe(true);
      }),
    );
  });

  it('counts nothing twice: the shares of a whole never exceed it (law)', () => {
    fc.assert(
      fc.property(usage, (counts) => {
        const found = consumptionOf(received(counts));
        expect(found && found.cached + found.written <= found.prompt).toBe(true);
        expect(found && found.reasoning + found.images + found.audio <= found.completion).toBe(true);
      }),
    );
  });

  it.each<Receipt['usage']>([
    null,
    {},
    { cost: 'much' },
    { cost: null, prompt_tokens: 'many' },
    { cost: 1, prompt_tokens: -4 },
  ])('of a usage like %o is not guessed at', (broken) => {
    expect(consumptionOf(received(broken))).toBeNull();
    expect(splitOf(received(broken), priced({ prompt: '1', completion: '1' }))).toBeNull();
  });
});

describe('a sum', () => {
  const billed = (amount: Usd): Amount => ({ usd: amount, source: amount === 0n ? 'free' : 'billed' });
  const some = fc.oneof(amounts.map(billed), fc.constant(UNKNOWN));

  it('does not depend on the order, nor on how it is taken together (law)', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), fc.nat(), (list, cut) => {
        const at = 1 + (cut % list.length);
        expect(sumOf(list.toReversed())).toEqual(sumOf(list));
        const [one, other] = [sumOf(list.slice(0, at)), sumOf(list.slice(at))];
        const whole = sumOf(list);
        expect(addUsd(one.usd ?? usd('0'), other.usd ?? usd('0'))).toBe(whole.usd ?? 0n);
        expect(whole.atLeast).toBe(one.atLeast || other.atLeast);
      }),
    );
  });

  it('says that it is a lower bound as soon as something is unknown or not settled', () => {
    expect(formatAmount(sumOf([billed(usd('0.0023')), UNKNOWN]))).toBe('≥ 0.23¢');
    expect(formatAmount(sumOf([billed(usd('0.0023')), { usd: usd('0.001'), source: 'partial' }]))).toBe('≥ est. 0.33¢');
    expect(formatAmount(sumOf([billed(usd('0')), UNKNOWN]))).toBe('≥ $0');
    expect(formatAmount(sumOf([UNKNOWN]))).toBe('unknown');
    expect(formatAmount(sumOf([billed(usd('0')), billed(usd('0'))]))).toBe('free');
    expect(formatAmount(sumOf([billed(usd('0')), billed(usd('1'))]))).toBe('$1.00');
  });
});

describe('an order', () => {
  it('is the order of the amounts, with the unknown last both ways (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.option(amounts)), (list) => {
        for (const direction of [1, -1] as const) {
          const sorted = list.toSorted((one, other) => compareUsd(one, other, direction));
          const known = sorted.filter((one) => one !== null);
          expect(sorted.slice(0, known.length)).toEqual(known);
          const expected = known.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
          expect(known).toEqual(direction === 1 ? expected : expected.toReversed());
        }
      }),
    );
  });

  /** What a shown cost says, read back. */
  const readBack = (shown: string): Usd => {
    const plain = usd(shown.replace(/[$¢,]/g, ''));
    return shown.endsWith('¢') ? ((plain / 100n) as Usd) : plain;
  };

  it('is kept by what is shown, which is true to one part in twenty (law)', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const [less, more] = one <= other ? [one, other] : [other, one];
        expect(readBack(formatCost(less)) <= readBack(formatCost(more))).toBe(true);
        const miss = readBack(formatCost(more)) - more;
        expect((miss < 0n ? -miss : miss) * 20n <= more).toBe(true);
        expect(formatCost(readBack(formatCost(more)))).toBe(formatCost(more));
      }),
    );
  });

  it('of a multiple is that of the price (law)', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), fc.nat(), (each, some, more) => {
        expect(addUsd(timesUsd(each, some), timesUsd(each, more))).toBe(timesUsd(each, some + more));
      }),
    );
  });
});
