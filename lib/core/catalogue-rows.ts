import type { CatalogueSort } from './catalogue-view';
import { compareUsd } from './ledger/amounts';
import { type Workload, type WorkloadCost, workloadCost } from './ledger/workload';
import type { Model } from './model';
import { modelSearch, searchModels } from './model-search';
import { nextSort } from './model-sort';
import type { Usd } from './money';

/** A model with what the workload costs on it. */
export interface CatalogueRow {
  model: Model;
  cost: WorkloadCost;
}

/** Every model's cost; made once for a list and a workload, not at every key of the query. */
export const priceAll = (models: readonly Model[], workload: Workload): ReadonlyMap<string, WorkloadCost> =>
  new Map(models.map((model) => [model.id, workloadCost(model, workload)]));

/** What counts where one number must stand for a month: calls spread evenly over the day. */
export const monthOf = ({ cost }: CatalogueRow): Usd | null => (cost.kind === 'cost' ? cost.month.even : null);

/**
 * The models that a query leaves, in their order; where the cost is not known they come last. The simulator's faults are
 * listed only where the query names them.
 * @param costs of `priceAll` for the same models
 */
export function catalogueRows(
  models: readonly Model[],
  costs: ReadonlyMap<string, WorkloadCost>,
  query: string,
  sort: CatalogueSort | null,
): CatalogueRow[] {
  const byColumn = sort && sort.key !== 'month' ? { key: sort.key, descending: sort.descending } : null;
  const faults = query.toLowerCase().includes('simulator');
  const rows = searchModels(modelSearch(models), query, { sort: byColumn })
    .filter(({ kind }) => faults || kind !== 'faults')
    .flatMap((section) => section.models)
    .map((model): CatalogueRow => ({ model, cost: costs.get(model.id) ?? { kind: 'unknown' } }));
  if (sort?.key !== 'month') return rows;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((one, other) => compareUsd(monthOf(one), monthOf(other), direction));
}

/** What pressing the head of a column does; the cost from the lowest first. */
export function nextCatalogueSort(sort: CatalogueSort | null, key: CatalogueSort['key']): CatalogueSort | null {
  if (key !== 'month') return nextSort(sort?.key === key ? { key, descending: sort.descending } : null, key);
  if (sort?.key !== 'month') return { key, descending: false };
  return sort.descending ? null : { key, descending: true };
}
