import { describe, expect, it } from 'vitest';
import type { CatalogueRow } from './catalogue-rows';
import { chartPoints } from './chart-points';
import { workloadCost } from './ledger/workload';
import type { Model } from './model';
import { aModel } from './samples';

const WORKLOAD = { input: 1000, output: 0, cached: 0, searches: 0, calls: 1000 };
const row = (fields: Partial<Model>, workload = WORKLOAD): CatalogueRow => {
  const model = aModel(fields);
  return { model, cost: workloadCost(model, workload) };
};
const priced = (id: string, prompt: string, fields: Partial<Model> = {}) =>
  row({ id, pricing: { prompt, completion: '0' }, ...fields });

const ROWS = [
  priced('a/cheap', '0.000001', { contextLength: 10_000 }),
  priced('a/dear', '0.0001', { contextLength: 1_000_000 }),
  priced('a/free', '0', { contextLength: 100_000 }),
  priced('a/varies', '-1'),
  priced('a/wide', '0.000001', { contextLength: null }),
];

describe('points of the chart', () => {
  it('stand by context and cost, free ones apart, and what is not known is counted', () => {
    const { points, without } = chartPoints(ROWS, 'context', new Map());
    expect(points.map((point) => point.row.model.id)).toEqual(['a/cheap', 'a/dear', 'a/free']);
    const [cheap, dear, free] = points;
    expect(cheap?.x).toBeLessThan(free?.x ?? 0);
    expect(free?.x).toBeCloseTo(0.5);
    expect(cheap?.y).toBeLessThan(dear?.y ?? 0);
    expect(free?.y).toBeNull();
    expect(without).toEqual({ cost: 1, tooLong: 0, nothing: 0, value: 1 });
  });

  it('stand by speed only where a speed was told', () => {
    const { points, without } = chartPoints(ROWS, 'speed', new Map([['a/dear', 80]]));
    expect(points.map(({ value }) => value)).toEqual([80]);
    expect(without).toEqual({ cost: 1, tooLong: 0, nothing: 0, value: 3 });
  });

  it('span the hours of the day where the price follows them', () => {
    const overrides = [{ utcStart: 0, utcEnd: 1200, prompt: '0.000001' }];
    const { points } = chartPoints(
      [row({ pricing: { prompt: '0.0001', completion: '0', overrides } })],
      'context',
      new Map(),
    );
    const [{ span, y } = { span: null, y: null }] = points;
    expect(span?.low).toBeLessThan(y ?? 0);
    expect(span?.high).toBeGreaterThan(y ?? 1);
  });

  it.each([
    ['calls', { ...WORKLOAD, calls: 0 }, 3],
    // Of nothing even a router's price is known.
    ['tokens', { ...WORKLOAD, input: 0 }, 4],
  ])('are none of what has a price where there are no %s: only what is free is free', (_, workload, nothing) => {
    const rows = ROWS.map(({ model }) => row(model, workload));
    const { points, scaleY, without } = chartPoints(rows, 'context', new Map());
    expect(points.map(({ row: { model }, y }) => [model.id, y])).toEqual([['a/free', null]]);
    expect(scaleY).toBeNull();
    expect(without).toMatchObject({ nothing });
  });

  it('are none of nothing', () => {
    expect(chartPoints([], 'context', new Map())).toMatchObject({ points: [], scaleX: null, scaleY: null });
  });
});
