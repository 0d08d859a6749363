import type { ChartData } from '@/lib/core/chart-points';
import type { ChartAxis } from '@/lib/core/catalogue-view';
import { formatContext, formatTokens } from '@/lib/core/figures';
import { shortName } from '@/lib/core/model';
import { monthText } from './month-text';
import { chartWords } from './words-catalogue';

const w = chartWords;

/** A value of the x axis. */
export const valueText = (axis: ChartAxis, value: number): string =>
  axis === 'context' ? formatContext(value) : w.speed(value);

/** Dollars at a tick: a power of ten. */
export function dollarTick(value: number): string {
  if (value >= 1) return `$${formatTokens(value)}`;
  return value >= 0.01 ? `$${value.toFixed(2)}` : `${Number((value * 100).toPrecision(1))}¢`;
}

/** Which rows are not drawn and why, as one sentence; null where all are. */
export function leftOutText({ without }: ChartData, axis: ChartAxis): string | null {
  const parts = [
    ...(without.cost > 0 ? [w.without.cost(without.cost)] : []),
    ...(without.tooLong > 0 ? [w.without.tooLong(without.tooLong)] : []),
    ...(without.nothing > 0 ? [w.without.nothing(without.nothing)] : []),
    ...(without.value > 0 ? [w.without[axis](without.value)] : []),
  ];
  return parts.length === 0 ? null : w.leftOut(parts);
}

/** What stands in the place of points that cost something; null where there are some. */
export function blankText({ points, scaleY, without }: ChartData): string | null {
  if (scaleY === null && without.nothing > 0) return w.nothing;
  return points.length === 0 ? w.empty : null;
}

/** What the chart shows, for who cannot see it. */
export function chartSummary(data: ChartData, axis: ChartAxis): string {
  const known = data.points.toSorted((one, other) => (one.y ?? -1) - (other.y ?? -1));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${w.title(axis)}. ${blankText(data) ?? w.empty}`;
  const range = w.summary(known.length, monthText(first.row.cost), monthText(last.row.cost));
  return [`${w.title(axis)}: ${range}.`, leftOutText(data, axis), w.inTable].filter(Boolean).join(' ');
}

/** What a point says when it is pointed at. */
export const pointText = (point: ChartData['points'][number], axis: ChartAxis): string =>
  w.point(shortName(point.row.model), monthText(point.row.cost), valueText(axis, point.value));
