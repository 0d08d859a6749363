import { expect, it } from 'vitest';
import type { Pricing } from '@/lib/core/model';
import { priceSentence } from './answer-facts';

const dear: Pricing = {
  prompt: '0.000002',
  completion: '0.000012',
  inputCacheRead: '0.0000002',
  internalReasoning: '0.000012',
  image: '0.000002',
  webSearch: '0.014',
  request: '0',
  discount: 0.25,
  overrides: [
    { minPromptTokens: 200_000, prompt: '0.000004' },
    { utcStart: 1630, utcEnd: 30, utcDays: ['sunday'], completion: '0.000006' },
  ],
};

it('writes down every price that an answer may have been charged by', () => {
  expect(priceSentence(dear)).toBe(
    '$2.00 in, $12.00 out, $0.20 cached, $0.0140 a search, less 25 %; Above 200K prompt tokens: $4.00 in; ' +
      '16:30 to 00:30 UTC, Sunday (UTC): $6.00 out',
  );
  expect(priceSentence({ prompt: '0.000001', completion: '0.000003', internalReasoning: '0.000004' })).toBe(
    '$1.00 in, $3.00 out, $4.00 reasoning',
  );
});

it('never says zero for what is unknown', () => {
  expect(priceSentence({})).toBe('Unknown');
  expect(priceSentence({ prompt: '0', completion: '0' })).toBe('Free in, Free out');
});
