import type { Model } from './model';
import type { Usd } from './money';

/** What a list of models can be sorted by: a column. */
export type SortKey = 'context' | 'maxOutput' | 'parameters' | 'created' | 'input' | 'output';

export interface ModelSort {
  key: SortKey;
  descending: boolean;
}

interface Sortable {
  model: Model;
  /** US dollars per million tokens; null where unknown or where it varies. */
  input: Usd | null;
  output: Usd | null;
}

const VALUES: Record<SortKey, (row: Sortable) => bigint | number | null> = {
  context: ({ model }) => model.contextLength,
  maxOutput: ({ model }) => model.maxCompletionTokens,
  parameters: ({ model }) => model.supportedParameters?.length ?? null,
  created: ({ model }) => model.created,
  input: (row) => row.input,
  output: (row) => row.output,
};

/** Prices from the lowest, everything else from the most: what one looks for first. */
const startsDescending = (key: SortKey): boolean => key !== 'input' && key !== 'output';

/** What pressing a column's head does: sorts by it, then the other way round, then not any more. */
export function nextSort(sort: ModelSort | null, key: SortKey): ModelSort | null {
  const first = startsDescending(key);
  if (sort?.key !== key) return { key, descending: first };
  return sort.descending === first ? { key, descending: !first } : null;
}

/** Rows of equal value keep their order; those whose value is not known come last, whichever way it goes. */
export function sortRows<Row extends Sortable>(rows: readonly Row[], { key, descending }: ModelSort): Row[] {
  const valueOf = VALUES[key];
  return rows.toSorted((left, right) => {
    const [a, b] = [valueOf(left), valueOf(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = a < b ? -1 : Number(a > b);
    return descending ? -order : order;
  });
}
