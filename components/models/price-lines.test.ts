import { describe, expect, it } from 'vitest';
import type { Pricing } from '@/lib/core/model';
import { tokenPriceLines, unitPriceLines } from './price-lines';
import { priceSentence, priceText, tierSentence } from './price-text';

const tiered: Pricing = {
  prompt: '0.000002',
  completion: '0.000012',
  inputCacheRead: '0.0000002',
  internalReasoning: '0.000012',
  image: '0.000002',
  webSearch: '0.014',
  overrides: [
    { minPromptTokens: 200_000, prompt: '0.000004', completion: '0.000018' },
    { utcStart: 1630, utcEnd: 30, completion: '0.000006' },
  ],
};

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
    const days = { ...tiered, overrides: [{ utcStart: 0, utcEnd: 630, utcDays: ['saturday', 'sunday'], prompt: '0' }] };
    expect(tierSentence(days)).toBe('00:00 to 06:30 UTC, Saturday, Sunday (UTC): Free / $12.00');
  });

  it('explains tiers with what they leave unchanged', () => {
    expect(tierSentence(tiered)).toBe('Above 200K prompt tokens: $4.00 / $18.00\n16:30 to 00:30 UTC: $2.00 / $6.00');
  });

  it('shows no price twice', () => {
    expect(tokenPriceLines(tiered)).toEqual([{ label: 'Cache read', price: '$0.20' }]);
    expect(unitPriceLines(tiered)).toEqual([{ label: 'Per web search', price: '$0.0140' }]);
  });
});
