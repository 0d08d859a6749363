import type { CatalogueRow } from './catalogue-rows';
import type { ChartAxis } from './catalogue-view';
import { type LogScale, logScale } from './log-scale';
import type { Model } from './model';
import { usdToNumber } from './money';

/** Where a model stands in the chart: shares of its width from the left and of its height from the bottom, 0 to 1. */
export interface ChartPoint {
  row: CatalogueRow;
  /** Tokens, or tokens a second. */
  value: number;
  x: number;
  /** Null for what is free: a logarithm has no place for it. */
  y: number | null;
  /** The dearest and the cheapest hour, where the hour matters. */
  span: { low: number; high: number } | null;
}

export interface ChartData {
  points: readonly ChartPoint[];
  /** Null where nothing is drawn, or nothing that costs something. */
  scaleX: LogScale | null;
  scaleY: LogScale | null;
  /** Rows that are not drawn, each counted once; of *nothing* there is something to pay, but not for this workload. */
  without: { cost: number; tooLong: number; nothing: number; value: number };
}

const valueOf = (model: Model, axis: ChartAxis, speeds: ReadonlyMap<string, number>): number | null => {
  const value = axis === 'context' ? model.contextLength : speeds.get(model.id);
  return value !== undefined && value !== null && value > 0 ? value : null;
};

/** Rows as points. Only a known cost against a known value has a place. @param speeds tokens a second by model id */
export function chartPoints(
  rows: readonly CatalogueRow[],
  axis: ChartAxis,
  speeds: ReadonlyMap<string, number>,
): ChartData {
  const without = { cost: 0, tooLong: 0, nothing: 0, value: 0 };
  const placed = rows.flatMap((row) => {
    const value = valueOf(row.model, axis, speeds);
    if (row.cost.kind === 'too-long') without.tooLong += 1;
    else if (row.cost.kind !== 'cost') without.cost += 1;
    else if (row.cost.month.high === 0n && !row.cost.free) without.nothing += 1;
    else if (value === null) without.value += 1;
    else {
      const { low, even, high } = row.cost.month;
      return [{ row, value, low: usdToNumber(low), even: usdToNumber(even), high: usdToNumber(high) }];
    }
    return [];
  });
  const scaleX = logScale(placed.map(({ value }) => value));
  const scaleY = logScale(placed.flatMap(({ low, even, high }) => [low, even, high]));
  const points = placed.map(({ row, value, low, even, high }): ChartPoint => {
    const span = scaleY && even > 0 && low < high ? { low: scaleY.at(low), high: scaleY.at(high) } : null;
    return { row, value, x: scaleX?.at(value) ?? 0, y: scaleY && even > 0 ? scaleY.at(even) : null, span };
  });
  return { points, scaleX, scaleY, without };
}
