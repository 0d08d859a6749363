import { describe, expect, it } from 'vitest';
import { formatContext, formatDuration, formatSpeed, formatTokens } from './figures';

describe('figures', () => {
  it.each([
    [0, '0'],
    [1234, '1,234'],
    [12_400, '12.4K'],
    [999_949, '999.9K'],
    [999_950, '1M'],
    [1_234_567, '1.2M'],
  ])('%d tokens read %s', (count, text) => expect(formatTokens(count)).toBe(text));

  it.each([
    [128_000, '128K'],
    [131_072, '128K'],
    [1_000_000, '1M'],
    [1_048_576, '1M'],
    [200_000, '200K'],
    [null, 'Unknown'],
    [512, '512'],
  ])('a context of %s reads %s', (tokens, text) => expect(formatContext(tokens)).toBe(text));

  it.each([
    [420, '420 ms'],
    [1_234, '1.2 s'],
    [59_949, '59.9 s'],
    [59_950, '1 m 00 s'],
    [64_000, '1 m 04 s'],
  ])('%d ms read %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it('knows when a speed means nothing', () => {
    expect(formatSpeed(100, 1000)).toBe('100 tok/s');
    expect(formatSpeed(1, 1000)).toBeNull();
    expect(formatSpeed(100, 5)).toBeNull();
  });
});
