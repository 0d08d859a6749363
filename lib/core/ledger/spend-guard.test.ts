import { assert, bigInt, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import type { Estimate } from './estimate';
import { NO_CAPS, parseCap, whyCapped, whyStopped } from './spend-guard';

const usd = (text: string): Usd => parseUsd(text) ?? ZERO_USD;
const estimate = (low: string, likely = low): Estimate => ({
  low: usd(low),
  likely: usd(likely),
  high: usd('9'),
  open: true,
});
const amounts = bigInt({ min: 0n, max: 10n ** 31n }).map((units) => units as Usd);

describe('a cap', () => {
  it('is read as people write dollars', () => {
    expect(parseCap(' $0.05 ')).toBe(usd('0.05'));
    expect(parseCap('.5')).toBe(usd('0.5'));
    expect(parseCap('0')).toBe(ZERO_USD);
    expect(parseCap('')).toBeNull();
    for (const text of ['abc', '-1', '1e9', '1,5', '1.2.3', '.', '2000000', '$'.repeat(3)])
      expect(parseCap(text)).toBeUndefined();
  });

  it('forbids what costs more at the least', () => {
    const caps = { run: usd('0.01'), session: null };
    expect(whyCapped(caps, ZERO_USD, estimate('0.02'))).toBe(
      'Nothing was sent: this costs $0.0200 at least, and the cap for a run is $0.0100.',
    );
    expect(whyCapped(caps, usd('5'), estimate('0.01'))).toBeNull();
  });

  it('of a session forbids what no longer fits, and all but free answers once it is used up', () => {
    const caps = { run: null, session: usd('1') };
    expect(whyCapped(caps, usd('0.9'), estimate('0.2'))).toMatch(/less is left/);
    expect(whyCapped(caps, usd('0.9'), estimate('0.1'))).toBeNull();
    expect(whyCapped(caps, usd('1'), estimate('0', '0.1'))).toMatch(/used up/);
    expect(whyCapped(caps, usd('1'), null)).toMatch(/used up/);
    expect(whyCapped(caps, usd('1'), { low: ZERO_USD, likely: ZERO_USD, high: ZERO_USD, open: false })).toBeNull();
    expect(whyCapped(caps, usd('1'), estimate('0'))).toMatch(/used up/);
  });

  it('cannot be kept without a price, and then forbids nothing', () => {
    expect(whyCapped({ run: ZERO_USD, session: usd('1') }, ZERO_USD, null)).toBeNull();
  });

  it('stops what has passed it, and nothing else', () => {
    expect(whyStopped({ run: usd('0.01'), session: null }, usd('0.011'), usd('3'))).toBe(
      'Stopped by the cap of $0.0100 for a run: it has come to about $0.0110.',
    );
    expect(whyStopped({ run: null, session: usd('1') }, usd('0.1'), usd('1.1'))).toMatch(/for this session/);
    expect(whyStopped({ run: null, session: usd('1') }, ZERO_USD, usd('1.1'))).toBeNull();
  });

  it('that is not set neither forbids nor stops', () => {
    assert(
      property(record({ run: amounts, spent: amounts }), ({ run, spent }) => {
        expect(whyStopped(NO_CAPS, run, spent)).toBeNull();
        expect(whyCapped(NO_CAPS, spent, { low: run, likely: run, high: run, open: false })).toBeNull();
      }),
    );
  });

  it('never stops before its amount, and always after', () => {
    assert(
      property(amounts, amounts, (cap, run) => {
        expect(whyStopped({ run: cap, session: null }, run, run) !== null).toBe(run > cap);
      }),
    );
  });
});
