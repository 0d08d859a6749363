import { CACHED_DECIMALS, USUAL_WORKLOAD, type Workload, WORKLOAD_LIMITS } from './ledger/workload';
import type { ModelSort } from './model-sort';
import { MAX_PANES } from './panes';

/** What the table of the catalogue is sorted by: a column of the picker, or what the workload costs. */
export type CatalogueSort = Omit<ModelSort, 'key'> & { key: ModelSort['key'] | 'month' };

/** What the cost is drawn against. */
export const CHART_AXES = ['context', 'speed'] as const;
export type ChartAxis = (typeof CHART_AXES)[number];

/** How a visitor looks at the catalogue: all of it stands in the address. */
export interface CatalogueView {
  query: string;
  /** Null is the list's own order. */
  sort: CatalogueSort | null;
  workload: Workload;
  axis: ChartAxis;
  /** Ids to compare, in the order in which they were chosen; not more than there are panes. */
  selected: readonly string[];
}

export const PLAIN_VIEW: CatalogueView = {
  query: '',
  sort: null,
  workload: USUAL_WORKLOAD,
  axis: 'context',
  selected: [],
};

/** As the query field takes it. */
const LONGEST_QUERY = 200;
/** As the list of models takes it: nothing that is not seen, or that turns round what is. */
const ID = /^[^\s\p{Cc}\p{Cf}]{1,200}$/u;

const SORT_KEYS: Record<CatalogueSort['key'], true> = {
  context: true,
  maxOutput: true,
  parameters: true,
  created: true,
  input: true,
  output: true,
  month: true,
};
const isSortKey = (key: string): key is CatalogueSort['key'] => Object.hasOwn(SORT_KEYS, key);

/** Name in the address by name in the workload. */
const FIELDS = { input: 'in', output: 'out', cached: 'cached', searches: 'searches', calls: 'calls' } as const;
const NAMES = Object.keys(FIELDS) as (keyof Workload)[];

function sortOf(text: string | null): CatalogueSort | null {
  const descending = text?.startsWith('-') ?? false;
  const key = text?.replace('-', '') ?? '';
  return isSortKey(key) ? { key, descending } : null;
}

/** Tokens, searches and calls are whole. */
const WHOLE = /^\d{1,12}$/;
const SHARE = /^\d{1,3}(\.\d{1,6})?$/;

function countOf(text: string | null, name: keyof Workload): number {
  const count = text !== null && (name === 'cached' ? SHARE : WHOLE).test(text) ? Number(text) : NaN;
  return count <= WORKLOAD_LIMITS[name] ? count : USUAL_WORKLOAD[name];
}

/** Reads the query of an address. What is no value of a field leaves it as it is by itself; nothing is an error. */
export function readView(search: string): CatalogueView {
  const params = new URLSearchParams(search);
  const workload = Object.fromEntries(NAMES.map((name) => [name, countOf(params.get(FIELDS[name]), name)]));
  return {
    // By characters, so that none is cut in half.
    query: Array.from(params.get('q') ?? '')
      .slice(0, LONGEST_QUERY)
      .join(''),
    sort: sortOf(params.get('sort')),
    workload: workload as unknown as Workload,
    axis: CHART_AXES.find((axis) => axis === params.get('x')) ?? PLAIN_VIEW.axis,
    selected: [...new Set(params.getAll('select').filter((id) => ID.test(id)))].slice(0, MAX_PANES),
  };
}

/** The query of the address that shows this; empty where everything is as it is by itself. */
export function writeView({ query, sort, workload, axis, selected }: CatalogueView): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  if (sort) params.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  for (const name of NAMES) {
    const count = Number(workload[name].toFixed(CACHED_DECIMALS));
    if (count !== USUAL_WORKLOAD[name]) params.set(FIELDS[name], String(count));
  }
  if (axis !== PLAIN_VIEW.axis) params.set('x', axis);
  for (const id of selected) params.append('select', id);
  const text = params.toString();
  // Ids and filters are easier to read as they are, and an address may hold them so.
  const readable = text.replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? '' : `?${readable}`;
}

/** Adds a model to those that are to be compared, or takes it out; one too many is not added. */
export const toggleSelected = (selected: readonly string[], id: string): readonly string[] =>
  selected.includes(id)
    ? selected.filter((other) => other !== id)
    : selected.length >= MAX_PANES
      ? selected
      : [...selected, id];
