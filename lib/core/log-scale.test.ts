import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logScale } from './log-scale';

describe('a logarithmic axis', () => {
  it('marks powers of ten and puts each in its place', () => {
    const scale = logScale([1, 1000]);
    expect(scale?.ticks).toEqual([1, 10, 100, 1000]);
    expect(scale?.at(Math.sqrt(1000))).toBeCloseTo(0.5);
  });

  it('marks more where there is room', () => {
    expect(logScale([30, 200])?.ticks).toEqual([50, 100, 200]);
    expect(logScale([3e-7])?.ticks).toEqual([1e-7, 2e-7, 5e-7]);
  });

  it('gives one value the middle, and nothing no axis', () => {
    expect(logScale([42])?.at(42)).toBeCloseTo(0.5);
    expect(logScale([])).toBeNull();
    expect(logScale([0, -1, Number.NaN, Infinity])).toBeNull();
  });

  it('keeps the order, and every value inside', () => {
    const values = fc.array(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (list) => {
        const scale = logScale(list);
        const places = list.toSorted((one, other) => one - other).map((value) => scale?.at(value) ?? -1);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
        expect(scale?.ticks.length).toBeGreaterThan(0);
      }),
    );
  });
});
