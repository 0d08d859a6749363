/**
 * Exact US dollars. Catalogue prices have up to 22 decimals, so neither floating point nor nano-dollars hold them:
 * an amount is a BigInt count of 10^-30 dollars, and a price becomes one without passing through a float.
 */
export type Usd = bigint & { readonly unit: 'usd-e-30' };

const SCALE = 30;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

const usd = (units: bigint): Usd => units as Usd;

export const ZERO_USD = usd(0n);

/**
 * Reads a decimal as the API writes it: `"0.00000025"`, `5.5e-7`, `-1`.
 * A JSON number is read through its shortest decimal form, which is what the sender wrote.
 * Digits past the 30th decimal are cut. Anything that is not a finite decimal gives null.
 */
export function parseUsd(value: string | number | null | undefined): Usd | null {
  if (value === null || value === undefined) return null;
  const match = DECIMAL.exec(String(value).trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(whole + fraction);
  const shift = SCALE - fraction.length + Number(exponent);
  const units = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return usd(sign === '-' ? -units : units);
}

export const addUsd = (...amounts: Usd[]): Usd => usd(amounts.reduce<bigint>((sum, amount) => sum + amount, 0n));

/** Of one amount at least. */
export const leastUsd = (amounts: readonly Usd[]): Usd => amounts.reduce((low, one) => (one < low ? one : low));
export const mostUsd = (amounts: readonly Usd[]): Usd => amounts.reduce((high, one) => (one > high ? one : high));

/** @param count a whole number of tokens, requests or calls; fractions are cut. */
export const timesUsd = (price: Usd, count: number): Usd => usd(price * BigInt(Math.trunc(count)));

/** The plain decimal form, without exponent and without trailing zeros: `0.000067`. */
export function usdToString(amount: Usd): string {
  const negative = amount < 0n;
  const digits = (negative ? -amount : amount).toString().padStart(SCALE + 1, '0');
  const whole = digits.slice(0, -SCALE);
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** For JSON numbers and bar widths only: sums are made before this, never after. */
export const usdToNumber = (amount: Usd): number => Number(usdToString(amount));

/** Rounds half up to a number of decimals of a dollar and keeps them: `round(0.0312, 4)` is `"0.0312"`. */
function fixed(amount: Usd, decimals: number): string {
  const unit = 10n ** BigInt(SCALE - decimals);
  const rounded = (amount + unit / 2n) / unit;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Thousands parted, before the point only. */
const grouped = (text: string): string => text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** Whole dollars and cents; what has more than fifteen digits was no price to begin with, and takes no line of zeros. */
function inDollars(amount: Usd): string {
  const digits = (amount / 10n ** BigInt(SCALE)).toString();
  return digits.length > 15
    ? `$${digits[0]}.${digits.slice(1, 3)}e${digits.length - 1}`
    : `$${grouped(fixed(amount, 2))}`;
}

/**
 * A cost as the screen shows it: from $1 `$1.25`, from 1 cent `$0.0312`, below that cents with two significant digits
 * `0.23¢`, and from a trillionth of a dollar down `$4.3e-23`. Never a zero for an amount that is not zero.
 */
export function formatCost(amount: Usd): string {
  if (amount < 0n) return `-${formatCost(usd(-amount))}`;
  if (amount === 0n) return '$0';
  const [dollar, cent] = [10n ** BigInt(SCALE), 10n ** BigInt(SCALE - 2)];
  if (amount >= dollar) return inDollars(amount);
  if (amount >= cent) return `$${fixed(amount, 4)}`;
  if (amount < 10n ** BigInt(SCALE - 12)) return `$${usdToNumber(amount).toExponential(1)}`;
  // The count of zeros after the point in dollars is the count of decimals that two digits of cents need.
  return `${fixed(usd(amount * 100n), SCALE - amount.toString().length)}¢`;
}

/**
 * A price per million tokens as the screen shows it, without the unit, which stands in the column head.
 * Zero reads *Free*, a missing price *Unknown*, a negative one (routers) *Varies*.
 */
export function formatPrice(perToken: string | null | undefined): string {
  const price = parseUsd(perToken);
  if (price === null) return 'Unknown';
  if (price < 0n) return 'Varies';
  // Too small for our digits is not nothing.
  if (price === 0n) return /^[^eE]*[1-9]/.test(String(perToken)) ? '<$0.0001' : 'Free';
  const perMillion = usd(price * 1_000_000n);
  const text = usdToString(perMillion);
  const decimals = text.split('.')[1]?.length ?? 0;
  if (decimals <= 2) return inDollars(perMillion);
  // Two digits that say something, where four decimals hold none.
  const needed = SCALE - perMillion.toString().length + 2;
  return `$${grouped(fixed(perMillion, Math.min(SCALE, Math.max(Math.min(decimals, 4), Math.min(needed, decimals)))))}`;
}
