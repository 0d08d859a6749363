import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeRange, readNumber, shorten, stepNumber } from './number-draft';

const temperature = { min: 0, max: 2, step: 0.01 };
const tokens = { min: 1, max: 4096, step: 1 };

test('nothing typed is no value, and a comma is a point', () => {
  expect(readNumber('  ', temperature)).toBeUndefined();
  expect(readNumber('0,7', temperature)).toBe(0.7);
  expect(readNumber('.5', temperature)).toBe(0.5);
  expect(readNumber('1e-1', temperature)).toBe(0.1);
  expect(readNumber('−0.5', { min: -2, max: 2, step: 0.05 })).toBe(-0.5);
});

test.each(['4,000', '4 000', '4\u00a0000', '4\u202f000', '4’000', ' 4000 ', '4e3'])(
  '%s is four thousand where whole numbers are asked for',
  (text) => expect(readNumber(text, tokens)).toBe(4000),
);

// Read with a comma for the point, the first of these would be one token.
test.each(['1.000', '4,00', '4,0000', '1,000.5', '1,00,000', '0,5', '5.', '1 2', '1,000 000'])(
  '%s is no whole number, and none is guessed',
  (text) => expect(readNumber(text, { min: 0, step: 1 })).toBe('invalid'),
);

test.each(['3', '-1', 'hot', '1.2.3', '-', '0x1', 'Infinity', '1 2'])('%s is no temperature', (text) => {
  expect(readNumber(text, temperature)).toBe('invalid');
});

test('a text without end is no number, and takes no time', () => {
  const text = `${'1'.repeat(5_000_000)}x`;
  expect(readNumber(text, temperature)).toBe('invalid');
  expect(shorten(text)).toHaveLength(41);
});

test('a whole-number range takes whole numbers', () => {
  expect(readNumber('12', tokens)).toBe(12);
  expect(readNumber('12.5', tokens)).toBe('invalid');
});

test('fractions may be taken though the steps are whole', () => {
  const percent = { min: 0, max: 100, step: 1, fractions: true };
  expect(readNumber('33.25', percent)).toBe(33.25);
  expect(stepNumber(33.25, 1, percent)).toBe(34.25);
  expect(describeRange(percent)).toBe('A number from 0 to 100');
});

test('what is read is in range', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      const read = readNumber(String(value), temperature);
      expect(read === 'invalid' ? value < 0 || value > 2 : read === value).toBe(true);
    }),
  );
});

test('steps leave no binary dust and stay in range', () => {
  expect(stepNumber(0.1, 20, temperature)).toBe(0.3);
  expect(stepNumber(1.999, 1, temperature)).toBe(2);
  expect(stepNumber(0, -1, temperature)).toBe(0);
});

test('the range is said in words', () => {
  expect(describeRange(temperature)).toBe('A number from 0 to 2');
  expect(describeRange(tokens)).toBe('A whole number from 1 to 4,096');
  expect(describeRange({ min: 0, step: 1 })).toBe('A whole number from 0 up');
  expect(describeRange({})).toBe('A number');
});
