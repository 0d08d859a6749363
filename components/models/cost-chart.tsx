'use client';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { CatalogueRow } from '@/lib/core/catalogue-rows';
import { type ChartPoint, chartPoints } from '@/lib/core/chart-points';
import type { ChartAxis } from '@/lib/core/catalogue-view';
import { shortName } from '@/lib/core/model';
import { blankText, chartSummary, dollarTick, leftOutText, pointText, valueText } from './chart-text';
import { chartWords } from './words-catalogue';

// Written out, because a class that is put together is not found by the style sheet.
const hues = [
  'text-pane-1',
  'text-pane-2',
  'text-pane-3',
  'text-pane-4',
  'text-pane-5',
  'text-pane-6',
  'text-pane-7',
  'text-pane-8',
];

const HEIGHT = 340;
const PLOT = { left: 56, right: 12, top: 8, bottom: 40 };
/** The strip of what is free, below the axis of what costs something. */
const FREE = 26;

/** The width of an element in pixels, so that the chart's letters are as large on a phone as anywhere. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  // Only the browser knows it, and it changes with the window.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return { box, width };
}

type MarkProps = { point: ChartPoint; x: number; y: number; yOf: (share: number) => number; axis: ChartAxis };

const LOOK = 'text-muted hover:text-fg';

/** One of hundreds, so one element where one is enough. */
function Mark({ point, x, y, yOf, axis }: MarkProps) {
  const { span } = point;
  const tip = pointText(point, axis);
  if (!span)
    return <circle data-tip={tip} className={LOOK} cx={x} cy={y} r={3.5} fill="currentColor" fillOpacity={0.45} />;
  return (
    <g data-tip={tip} className={LOOK}>
      <line x1={x} x2={x} y1={yOf(span.low)} y2={yOf(span.high)} stroke="currentColor" strokeOpacity={0.45} />
      <circle cx={x} cy={y} r={3.5} fill="currentColor" fillOpacity={0.45} />
    </g>
  );
}

/** A chosen model: larger, in its hue, with its name. */
function NamedMark({ point, x, y, yOf, axis, place, width }: MarkProps & { place: number; width: number }) {
  const { span } = point;
  const before = x > width * 0.6;
  return (
    <g data-tip={pointText(point, axis)} className={hues[place % hues.length]}>
      {span ? (
        <line x1={x} x2={x} y1={yOf(span.low)} y2={yOf(span.high)} stroke="currentColor" strokeWidth={2} />
      ) : null}
      <circle cx={x} cy={y} r={6} fill="currentColor" className="stroke-surface" strokeWidth={1.5} />
      <text
        x={before ? x - 9 : x + 9}
        y={y + 4}
        textAnchor={before ? 'end' : 'start'}
        strokeWidth={3}
        className="fill-fg stroke-surface text-xs font-medium [paint-order:stroke]"
      >
        {shortName(point.row.model).slice(0, 28)}
      </text>
    </g>
  );
}

export type CostChartProps = {
  rows: readonly CatalogueRow[];
  axis: ChartAxis;
  speeds: ReadonlyMap<string, number>;
  selected: readonly string[];
};

/** Cost against context or speed, both by powers of ten. The table says the same in figures. */
export const CostChart = memo(function CostChart({ rows, axis, speeds, selected }: CostChartProps) {
  const { box, width } = useWidth();
  const data = chartPoints(rows, axis, speeds);
  const free = data.points.some(({ y }) => y === null);
  const bottom = HEIGHT - PLOT.bottom;
  const floor = free ? bottom - FREE : bottom;
  const xOf = (share: number): number => PLOT.left + share * Math.max(0, width - PLOT.left - PLOT.right);
  const yOf = (share: number): number => floor - share * (floor - PLOT.top);
  const place = (point: ChartPoint) => ({
    point,
    axis,
    yOf,
    x: xOf(point.x),
    y: point.y === null ? bottom - FREE / 2 : yOf(point.y),
  });
  const leftOut = leftOutText(data, axis);
  const blank = blankText(data);
  return (
    <div ref={box}>
      {width === 0 ? (
        <div style={{ height: HEIGHT }} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing whose parts say what they are to a pointer
        <svg role="img" aria-label={chartSummary(data, axis)} width={width} height={HEIGHT} className="block">
          <rect
            x={PLOT.left}
            y={PLOT.top}
            width={Math.max(0, width - PLOT.left - PLOT.right)}
            height={bottom - PLOT.top}
            className="fill-none stroke-line"
          />
          <g className="fill-muted text-xs">
            {data.scaleY?.ticks.map((tick) => {
              const y = yOf(data.scaleY?.at(tick) ?? 0);
              return (
                <g key={tick}>
                  <line x1={PLOT.left} x2={width - PLOT.right} y1={y} y2={y} className="stroke-line" />
                  <text x={PLOT.left - 6} y={y + 4} textAnchor="end">
                    {dollarTick(tick)}
                  </text>
                </g>
              );
            })}
            {free ? (
              <>
                <line
                  x1={PLOT.left}
                  x2={width - PLOT.right}
                  y1={floor}
                  y2={floor}
                  strokeDasharray="3 3"
                  className="stroke-edge"
                />
                <text x={PLOT.left - 6} y={bottom - FREE / 2 + 4} textAnchor="end">
                  {chartWords.free}
                </text>
              </>
            ) : null}
            {data.scaleX?.ticks.map((tick) => {
              const x = xOf(data.scaleX?.at(tick) ?? 0);
              return (
                <g key={tick}>
                  <line x1={x} x2={x} y1={PLOT.top} y2={bottom} className="stroke-line" />
                  <text x={x} y={bottom + 16} textAnchor="middle">
                    {valueText(axis, tick)}
                  </text>
                </g>
              );
            })}
            <text x={xOf(0.5)} y={HEIGHT - 4} textAnchor="middle">
              {chartWords.units[axis]}
            </text>
          </g>
          {blank === null ? null : (
            <text x={xOf(0.5)} y={yOf(0.5)} textAnchor="middle" className="fill-muted text-sm">
              {blank}
            </text>
          )}
          {data.points.map((point) =>
            selected.includes(point.row.model.id) ? null : <Mark key={point.row.model.id} {...place(point)} />,
          )}
          {data.points.map((point) => {
            const at = selected.indexOf(point.row.model.id);
            return at < 0 ? null : <NamedMark key={point.row.model.id} {...place(point)} place={at} width={width} />;
          })}
        </svg>
      )}
      <p className={cn('pt-2 text-xs text-muted', leftOut === null && 'invisible')}>{leftOut ?? chartWords.empty}</p>
    </div>
  );
});
