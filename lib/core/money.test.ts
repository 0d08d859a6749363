import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUsd, formatCost, formatPrice, parseUsd, timesUsd, usdToString, type Usd, ZERO_USD } from './money';

const amount = (text: string): Usd => {
  const parsed = parseUsd(text);
  if (parsed === null) throw new Error(`not an amount: ${text}`);
  return parsed;
};

describe('money', () => {
  it('never writes a price that is not zero as zero or free', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 40 }), (digits, zeros) => {
        const shown = formatPrice(`${digits}e-${zeros}`);
        expect(shown).toMatch(/[1-9]/);
        expect(shown).not.toBe('Free');
      }),
    );
    expect(formatPrice('0.000000000001')).toBe('$0.000001');
    expect(formatPrice('1e-40')).toBe('<$0.0001');
    expect(formatPrice('12')).toBe('$12,000,000.00');
  });

  it('reads what the API writes, exponents and long prices included', () => {
    expect(usdToString(amount('0.0000002574999999999999'))).toBe('0.0000002574999999999999');
    expect(usdToString(amount('5.5e-7'))).toBe('0.00000055');
    expect(parseUsd(9e-7)).toBe(parseUsd('0.0000009'));
    expect(parseUsd('-1')).toBe(parseUsd(-1));
  });

  it.each(['', 'free', '1,5', 'NaN', 'Infinity', '0x10', '.', '1e9999', null, undefined])(
    'does not read %o',
    (text) => {
      expect(parseUsd(text)).toBeNull();
    },
  );

  it('adds what floating point cannot', () => {
    expect(usdToString(addUsd(amount('0.1'), amount('0.2')))).toBe('0.3');
    expect(usdToString(timesUsd(amount('0.000003'), 1_000_001))).toBe('3.000003');
  });

  it('writes and reads back any decimal (law)', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (units) => {
        expect(parseUsd(usdToString(units as Usd))).toBe(units);
      }),
    );
  });

  it.each([
    ['1.25', '$1.25'],
    ['1234.5', '$1,234.50'],
    ['0.0312', '$0.0312'],
    ['0.0023', '0.23¢'],
    ['0.000067', '0.0067¢'],
    ['0.00000000123', '0.00000012¢'],
    ['0.009999', '1.00¢'],
    ['-0.5', '-$0.5000'],
    ['0.0000000000000000000000434943', '$4.3e-23'],
    ['999999999999999', '$999,999,999,999,999.00'],
    ['1e300', '$1.00e300'],
  ])('formats a cost of %s as %s', (text, shown) => {
    expect(formatCost(amount(text))).toBe(shown);
  });

  it('never shows a zero for what is not zero (law)', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 32n }), (units) => {
        expect(formatCost(units as Usd)).toMatch(/[1-9]/);
      }),
    );
    expect(formatCost(ZERO_USD)).toBe('$0');
  });

  it.each([
    ['0.00000025', '$0.25'],
    ['0.000002', '$2.00'],
    ['0.0000001235', '$0.1235'],
    ['1e30', '$1.00e36'],
    ['0', 'Free'],
    ['-1', 'Varies'],
    [null, 'Unknown'],
  ])('formats a price of %s a token as %s', (text, shown) => {
    expect(formatPrice(text)).toBe(shown);
  });
});
