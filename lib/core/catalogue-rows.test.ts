import { describe, expect, it } from 'vitest';
import { catalogueRows, nextCatalogueSort, priceAll } from './catalogue-rows';
import type { CatalogueSort } from './catalogue-view';
import type { Model } from './model';
import { aModel } from './samples';

const model = (id: string, prompt: string | undefined, fields: Partial<Model> = {}): Model =>
  aModel({
    id,
    name: id,
    canonicalSlug: id,
    pricing: prompt === undefined ? {} : { prompt, completion: '0' },
    ...fields,
  });

const MODELS = [
  model('b/dear', '0.00002', { created: 5 }),
  model('a/free', '0', { created: 4 }),
  model('c/unknown', undefined, { created: 3 }),
  model('d/cheap', '0.000001', { created: 2, contextLength: 4000 }),
  model('simulator/error-400', '0', { created: 1 }),
];
const WORKLOAD = { input: 2000, output: 0, cached: 0, searches: 0, calls: 10 };

const ids = (query: string, sort: CatalogueSort | null): string[] =>
  catalogueRows(MODELS, priceAll(MODELS, WORKLOAD), query, sort).map((row) => row.model.id);

describe('rows of the catalogue', () => {
  it('stand in the list’s order, without the faults, unless they are asked for', () => {
    expect(ids('', null)).toEqual(['b/dear', 'a/free', 'c/unknown', 'd/cheap']);
    expect(ids('simulator', null)).toEqual(['simulator/error-400']);
    expect(ids('cheap', null)).toEqual(['d/cheap']);
  });

  it('sort by the month either way, what is not known last', () => {
    expect(ids('', { key: 'month', descending: false })).toEqual(['a/free', 'd/cheap', 'b/dear', 'c/unknown']);
    expect(ids('', { key: 'month', descending: true })).toEqual(['b/dear', 'd/cheap', 'a/free', 'c/unknown']);
  });

  it('sort by a column of the picker', () => {
    expect(ids('', { key: 'context', descending: false })[0]).toBe('d/cheap');
    expect(ids('', { key: 'input', descending: false })).toEqual(['a/free', 'd/cheap', 'b/dear', 'c/unknown']);
  });
});

describe('pressing a head', () => {
  it('sorts, turns round, and ends', () => {
    const first = nextCatalogueSort({ key: 'context', descending: true }, 'month');
    expect(first).toEqual({ key: 'month', descending: false });
    const second = nextCatalogueSort(first, 'month');
    expect(second).toEqual({ key: 'month', descending: true });
    expect(nextCatalogueSort(second, 'month')).toBeNull();
    expect(nextCatalogueSort(second, 'context')).toEqual({ key: 'context', descending: true });
  });
});
