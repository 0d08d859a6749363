import { describe, expect, it } from 'vitest';
import { chartPoints } from '@/lib/core/chart-points';
import { USUAL_WORKLOAD, workloadCost } from '@/lib/core/ledger/workload';
import { aModel } from '@/lib/core/samples';
import { blankText, chartSummary, leftOutText } from './chart-text';
import { callText, monthText, monthTip } from './month-text';

const paid = aModel({ id: 'a/paid' });
const free = aModel({ id: 'a/free', pricing: { prompt: '0', completion: '0' } });
const rowsOf = (models: (typeof paid)[], calls: number) =>
  models.map((model) => ({ model, cost: workloadCost(model, { ...USUAL_WORKLOAD, calls }) }));
const chartOf = (models: (typeof paid)[], calls: number) => chartPoints(rowsOf(models, calls), 'context', new Map());

describe('without calls', () => {
  it('the table calls nothing free that has a price, and still tells what a call costs', () => {
    const [one, other] = rowsOf([paid, free], 0).map(({ cost }) => cost);
    if (!one || !other) throw new Error('There are two.');
    expect([monthText(one), callText(one)]).toEqual(['–', '0.30¢ a call']);
    expect(monthTip(one)).toMatch(/nothing to pay/);
    expect([monthText(other), callText(other), monthTip(other)]).toEqual(['Free', null, undefined]);
  });

  it('the chart says why it shows only what is free', () => {
    const chart = chartOf([paid, free], 0);
    expect(blankText(chart)).toBe('No calls or tokens, nothing to pay.');
    expect(chartSummary(chart, 'context')).toBe(
      'Cost a month against context: 1 model, Free a month. ' +
        'Not in the chart: 1 with a price but nothing to pay. The table holds every figure.',
    );
    expect(chartSummary(chartOf([paid], 0), 'context')).toMatch(/\. No calls or tokens, nothing to pay\.$/);
  });

  it('and says nothing of the kind otherwise', () => {
    expect(blankText(chartOf([paid, free], 1))).toBeNull();
    expect(blankText(chartOf([free], 1))).toBeNull();
    expect(blankText(chartOf([], 0))).toBe('Nothing to draw.');
  });
});

it('tells what the calls do not fit into from what has no known cost', () => {
  const short = aModel({ id: 'a/short', contextLength: 10 });
  const unpriced = aModel({ id: 'a/unpriced', pricing: {} });
  expect(leftOutText(chartOf([paid, short, unpriced], 10), 'context')).toBe(
    'Not in the chart: 1 without a known cost, 1 that the calls do not fit into.',
  );
});
