/** What a number field accepts. Open ends are left out. */
export type NumberRange = {
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Fractions are taken though the steps are whole. */
  fractions?: boolean | undefined;
};

/** Characters of a number that anybody would write. */
export const LONGEST = 40;

/** What of a text is kept to show it. */
export const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const decimals = (step: number) => (String(step).split('.')[1] ?? '').length;

const isWhole = ({ min = 0, step, fractions = false }: NumberRange) =>
  !fractions && step !== undefined && Number.isInteger(step) && Number.isInteger(min);

/** `16,384`, `16 384` and `16’384`, as numbers are printed: the groups must be whole, or it is something else. */
const GROUPED = /^[+-]?\d{1,3}([,\s’'_])\d{3}(?:\1\d{3})*$/;

/** A whole number never has a fraction: `16,384` and `16.384` must not become 16 and a bit, nor `1,000` one. */
const plainWhole = (text: string): string => {
  if (GROUPED.test(text)) return text.replaceAll(/[^\d+-]/g, '');
  return /[.,]/.test(text) ? '' : text;
};

/**
 * Reads what was typed: a number in range, `undefined` for nothing, `'invalid'` for anything else. A comma may stand
 * for the point, and in a whole number for what parts its thousands.
 */
export function readNumber(text: string, range: NumberRange): number | undefined | 'invalid' {
  // A pattern takes its time over what is long, and no number is.
  if (text.length > LONGEST && text.trim().length > LONGEST) return 'invalid';
  const trimmed = text.trim().replace('−', '-');
  if (trimmed === '') return undefined;
  const plain = isWhole(range) ? plainWhole(trimmed) : trimmed.replace(',', '.');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value)) return 'invalid';
  if (range.min !== undefined && value < range.min) return 'invalid';
  if (range.max !== undefined && value > range.max) return 'invalid';
  return isWhole(range) && !Number.isInteger(value) ? 'invalid' : value;
}

/** `value` moved by `count` steps, kept in range, without the dust of binary fractions. */
export function stepNumber(
  value: number,
  count: number,
  { min = -Infinity, max = Infinity, step = 1 }: NumberRange,
): number {
  const digits = Math.max(decimals(step), decimals(value));
  return Math.min(max, Math.max(min, Number((value + count * step).toFixed(Math.min(digits, 20)))));
}

const say = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** The range in words, e.g. `A whole number from 1 to 4,096`. */
export function describeRange(range: NumberRange): string {
  const { min, max } = range;
  const kind = isWhole(range) ? 'A whole number' : 'A number';
  if (min !== undefined && max !== undefined) return `${kind} from ${say(min)} to ${say(max)}`;
  if (min !== undefined) return `${kind} from ${say(min)} up`;
  return max === undefined ? kind : `${kind} up to ${say(max)}`;
}
