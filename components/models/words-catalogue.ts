import type { CatalogueSort, ChartAxis } from '@/lib/core/catalogue-view';
import type { Workload } from '@/lib/core/ledger/workload';
import { sortWords } from './words';

const counted = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Every word of the page of models that the picker has not. */
export const catalogueWords = {
  title: 'Models',
  intro: 'Every model, and what a month of your calls would cost on it.',
  back: 'Playground',
  open: 'Workload costs',
  workload: 'Workload',
  fields: {
    input: 'Tokens in a call',
    output: 'Tokens out a call',
    cached: 'Of them cached, %',
    searches: 'Searches a call',
    calls: 'Calls a month',
  } satisfies Record<keyof Workload, string>,
  workloadNote:
    'At the prices of the catalogue: tiers, cache, discounts and hours of the day included; reasoning counts as output, and a model that always searches does so once at least. Tokenizers differ, so the same text is more or fewer tokens on another model.',
  search: 'Search models',
  table: 'Models and what the workload costs',
  choose: 'Compare',
  model: 'Model',
  month: 'A month',
  sort: 'Sort by',
  unsorted: 'Newest or best match first',
  sortBy: (column: string) => `Sort by ${column}`,
  compare: (name: string) => `Compare ${name}`,
  full: 'At most eight models side by side.',
  count: (count: number) => counted(count, '1 model', `${count} models`),
  each: (cost: string) => `${cost} a call`,
  range: (low: string, high: string) => `${low} to ${high}`,
  hourly: 'The price depends on the hour, in UTC',
  byHour: 'by the hour',
  costs: { varies: 'varies', unknown: 'unknown', 'too-long': 'does not fit' },
  nothing: '–',
  nothingTip: 'Without calls or tokens there is nothing to pay',
  costTips: {
    varies: 'The price is that of the model picked for each call',
    unknown: 'The list tells no price for this',
    'too-long': 'A call is longer than the model reads or writes',
  },
  free: 'Free',
  selection: 'Models to compare',
  compareSelected: 'Compare selected',
  clear: 'Clear',
  remove: (name: string) => `Leave ${name} out`,
  compared: (count: number) =>
    counted(count, 'One model in a new conversation', `${count} models in a new conversation`),
  undo: 'Undo',
  retry: 'Try again',
  failed: 'The list of models could not be loaded.',
  stale: 'The list could not be refreshed.',
};

export const chartWords = {
  title: (axis: ChartAxis) => `Cost a month against ${chartWords.axes[axis].toLowerCase()}`,
  axis: 'Against',
  axes: { context: 'Context', speed: 'Speed' } satisfies Record<ChartAxis, string>,
  units: { context: 'Context, tokens', speed: 'Speed, tokens a second' } satisfies Record<ChartAxis, string>,
  y: 'A month',
  free: 'Free',
  point: (name: string, cost: string, against: string) => `${name}: ${cost}, ${against}`,
  speed: (speed: number) => `${Math.round(speed)} tok/s`,
  summary: (shown: number, from: string, to: string) =>
    counted(
      shown,
      `1 model, ${from} a month`,
      from === to ? `${shown} models, ${from} a month` : `${shown} models, from ${from} to ${to} a month`,
    ),
  without: {
    cost: (count: number) => `${count} without a known cost`,
    tooLong: (count: number) => `${count} that the calls do not fit into`,
    nothing: (count: number) => `${count} with a price but nothing to pay`,
    context: (count: number) => `${count} of unknown context`,
    speed: (count: number) => `${count} of unknown speed`,
  },
  leftOut: (parts: string[]) => `Not in the chart: ${parts.join(', ')}.`,
  speedNote:
    'The list tells no speeds. Those of the models that you select are asked for: the median of the last half hour at the quickest offer.',
  empty: 'Nothing to draw.',
  nothing: 'No calls or tokens, nothing to pay.',
  inTable: 'The table holds every figure.',
};

export const catalogueHeads: Record<CatalogueSort['key'], { head: string; label: string }> = {
  ...sortWords.heads,
  month: { head: catalogueWords.month, label: 'Cost a month' },
};
