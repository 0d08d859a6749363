'use client';
import { useState, useSyncExternalStore } from 'react';
import { Collapsible } from '@/components/ui/collapsible';
import { Segmented } from '@/components/ui/segmented';
import { useModelSpeeds } from '@/lib/browser/use-model-speeds';
import type { CatalogueRow } from '@/lib/core/catalogue-rows';
import { CHART_AXES, type ChartAxis } from '@/lib/core/catalogue-view';
import { CostChart } from './cost-chart';
import { chartWords } from './words-catalogue';

const AXES = CHART_AXES.map((value) => ({ value, label: chartWords.axes[value] }));
/** From here up it stands beside the table; below it would stand before it. */
const WIDE = '(min-width: 64rem)';

const isWide = (): boolean => matchMedia(WIDE).matches;

function onWidth(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export type CatalogueChartProps = {
  rows: readonly CatalogueRow[];
  axis: ChartAxis;
  selected: readonly string[];
  onAxis: (axis: ChartAxis) => void;
};

/** The chart, and the choice of what the cost is drawn against; folded where it would push the table away. */
export function CatalogueChart({ rows, axis, selected, onAxis }: CatalogueChartProps) {
  // An address may select anything.
  const listed = selected.filter((id) => rows.some(({ model }) => model.id === id));
  const speeds = useModelSpeeds(listed, axis === 'speed');
  const wide = useSyncExternalStore(onWidth, isWide, () => false);
  const [chosen, choose] = useState<boolean>();
  const open = chosen ?? wide;
  return (
    <Collapsible summary={chartWords.title(axis)} open={open} onOpenChange={choose}>
      <section aria-label={chartWords.title(axis)} className="flex flex-col gap-3">
        <Segmented label={chartWords.axis} labelHidden value={axis} options={AXES} onChange={onAxis} />
        {open ? <CostChart {...{ rows, axis, speeds, selected }} /> : null}
        {axis === 'speed' ? <p className="text-xs text-muted">{chartWords.speedNote}</p> : null}
      </section>
    </Collapsible>
  );
}
