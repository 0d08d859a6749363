import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTravel, moveTo, toTravel, travel } from './range-scale';

const span = { min: 1, max: 128_000, step: 1 };
const places = fc.integer({ min: 0, max: travel });
const values = fc.integer({ min: span.min, max: span.max });

test('the ends of the track are the ends of the range', () => {
  expect(fromTravel(0, span)).toBe(1);
  expect(fromTravel(travel, span)).toBe(128_000);
  expect(toTravel(1, span)).toBe(0);
  expect(toTravel(128_000, span)).toBe(travel);
});

test('further along is never less, and never out of range', () => {
  fc.assert(
    fc.property(places, places, (one, other) => {
      const [near, far] = one < other ? [one, other] : [other, one];
      expect(fromTravel(near, span)).toBeLessThanOrEqual(fromTravel(far, span));
      expect(fromTravel(far, span)).toBeLessThanOrEqual(span.max);
      expect(fromTravel(near, span)).toBeGreaterThanOrEqual(span.min);
    }),
  );
});

test('an arrow key always moves, its own way', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(-1, 1), (value, by) => {
      const place = toTravel(value, span) + by;
      fc.pre(place >= 0 && place <= travel);
      expect(Math.sign(moveTo(place, value, span) - value)).toBe(Math.sign(by));
    }),
  );
});

test('letting go where the hand already was changes nothing', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(moveTo(toTravel(value, span), value, span)).toBe(value);
    }),
  );
});

test('values come in round figures', () => {
  expect(fromTravel(50, span)).toBe(360);
  expect(fromTravel(70, span)).toBe(3800);
});
