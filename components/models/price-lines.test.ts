import { describe, expect, it } from 'vitest';
import { TIERED } from '@/lib/core/samples';
import { tokenPriceLines, unitPriceLines } from './price-lines';
import { priceSentence, priceText, tierSentence } from './price-text';

describe('price lines', () => {
  it.each([
    [{ prompt: '0', completion: '0' }, 'Free', 'free'],
    [{ prompt: '-1', completion: '-1' }, 'Varies', 'price varies'],
    [{}, 'Unknown', 'price unknown'],
  ])('says %o in one word', (pricing, single, sentence) => {
    expect(priceText(pricing).single).toBe(single);
    expect(priceSentence(pricing)).toBe(sentence);
  });

  it('keeps two words where they differ', () => {
    expect(priceText({ prompt: '0', completion: '0.000001' })).toEqual({
      input: 'Free',
      output: '$1.00',
      single: null,
    });
  });

  it('names the days of a tier', () => {
    const days = { ...TIERED, overrides: [{ utcStart: 0, utcEnd: 630, utcDays: ['saturday', 'sunday'], prompt: '0' }] };
    expect(tierSentence(days)).toBe('00:00 to 06:30 UTC, Saturday, Sunday (UTC): Free / $12.00');
  });

  it('explains tiers with what they leave unchanged', () => {
    expect(tierSentence(TIERED)).toBe('Above 200K prompt tokens: $4.00 / $18.00\n16:30 to 00:30 UTC: $2.00 / $6.00');
  });

  it('shows what the cache and sound cost where they have prices', () => {
    const pricing = {
      prompt: '0.000003',
      completion: '0.000015',
      inputCacheWrite: '0.00000375',
      inputCacheWrite1h: '0.000006',
      audioOutput: '0.000064',
    };
    expect(tokenPriceLines(pricing)).toEqual([
      { label: 'Cache write', price: '$3.75' },
      { label: 'Cache write, 1 hour', price: '$6.00' },
      { label: 'Audio output', price: '$64.00' },
    ]);
  });

  it('shows no price twice', () => {
    expect(tokenPriceLines(TIERED)).toEqual([{ label: 'Cache read', price: '$0.20' }]);
    expect(unitPriceLines(TIERED)).toEqual([{ label: 'Per web search', price: '$0.0140' }]);
  });
});
