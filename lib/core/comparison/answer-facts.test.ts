import { expect, it } from 'vitest';
import type { Pricing } from '@/lib/core/model';
import { TIERED } from '@/lib/core/samples';
import { priceSentence } from './answer-facts';

it('writes down every price that an answer may have been charged by', () => {
  expect(priceSentence({ ...TIERED, request: '0', discount: 0.25 })).toBe(
    '$2.00 in, $12.00 out, $0.20 cached, $0.0140 a search, less 25 %; ' +
      'Above 200K prompt tokens: $4.00 in, $18.00 out; 16:30 to 00:30 UTC: $6.00 out',
  );
  expect(priceSentence({ prompt: '0.000001', completion: '0.000003', internalReasoning: '0.000004' })).toBe(
    '$1.00 in, $3.00 out, $4.00 reasoning',
  );
});

it('leaves out no price that a row may have', () => {
  const row: Required<Omit<Pricing, 'overrides' | 'discount'>> = {
    prompt: '0.01',
    completion: '0.02',
    request: '0.03',
    image: '0.04',
    imageOutput: '0.05',
    audio: '0.06',
    audioOutput: '0.07',
    webSearch: '0.08',
    internalReasoning: '0.09',
    inputCacheRead: '0.1',
    inputCacheWrite: '0.11',
    inputCacheWrite1h: '0.12',
  };
  expect(priceSentence(row).split(', ').length).toBeGreaterThanOrEqual(Object.keys(row).length);
});

it('never says zero for what is unknown', () => {
  expect(priceSentence({})).toBe('Unknown');
  expect(priceSentence({ prompt: '0', completion: '0' })).toBe('Free in, Free out');
});
