import { expect, it } from 'vitest';
import { toPricing } from './catalogue';

it('reads every price that the ledger reckons with, at the base and in a tier', () => {
  const row = {
    prompt: '1',
    completion: 2,
    request: '3',
    image: '4',
    image_output: '5',
    audio: '6',
    audio_output: '7',
    web_search: '8',
    internal_reasoning: '9',
    input_cache_read: '10',
    input_cache_write: '11',
    input_cache_write_1h: '12',
  };
  const prices = {
    prompt: '1',
    completion: '2',
    request: '3',
    image: '4',
    imageOutput: '5',
    audio: '6',
    audioOutput: '7',
    webSearch: '8',
    internalReasoning: '9',
    inputCacheRead: '10',
    inputCacheWrite: '11',
    inputCacheWrite1h: '12',
  };
  expect(toPricing(row)).toEqual(prices);
  const tiered = toPricing({ ...row, overrides: [{ min_prompt_tokens: 200_000, input_cache_write_1h: '13' }] });
  expect(tiered.overrides).toEqual([{ minPromptTokens: 200_000, inputCacheWrite1h: '13' }]);
});
