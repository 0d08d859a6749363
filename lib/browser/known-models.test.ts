import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const KEY = 'openrouter-playground.models';

class FakeStorage {
  readonly #items = new Map<string, string>();
  refuses = false;

  getItem(key: string): string | null {
    if (this.refuses) throw new Error('SecurityError');
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.refuses) throw new Error('QuotaExceededError');
    this.#items.set(key, value);
  }
}

let storage = new FakeStorage();

/** As after a reload. */
async function fresh() {
  vi.resetModules();
  return import('./known-models');
}

beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

describe('known models', () => {
  it('keeps favourites and the latest five over a reload', async () => {
    const before = await fresh();
    expect(before.toggleFavourite('a/one')).toBe(true);
    expect(before.toggleFavourite('a/two')).toBe(true);
    expect(before.toggleFavourite('a/one')).toBe(false);
    for (const id of ['r/1', 'r/2', 'r/3', 'r/4', 'r/5', 'r/6', 'r/4']) before.rememberModel(id);
    const { useKnownModels } = await fresh();
    expect(useKnownModels.getState()).toEqual({
      favourites: ['a/two'],
      recents: ['r/4', 'r/6', 'r/5', 'r/3', 'r/2'],
    });
  });

  it('holds no more than fifty favourites, and says so', async () => {
    const { toggleFavourite, useKnownModels } = await fresh();
    const results = Array.from({ length: 52 }, (_, at) => toggleFavourite(`a/${at}`));
    expect(results.filter(Boolean)).toHaveLength(50);
    expect(results.at(-1)).toBe(false);
    expect(useKnownModels.getState().favourites).toHaveLength(50);
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['text', '"x"'],
    ['a list', '[1]'],
    ['wrong kinds', '{"favourites":{"0":"a/b"},"recents":"a/b"}'],
    ['hostile items', `{"favourites":[1,null,{"a":1},["x/y"],"  ","${'x'.repeat(201)}"],"recents":[[]]}`],
  ])('passes over what it did not write: %s', async (_, kept) => {
    storage.setItem(KEY, kept);
    const { useKnownModels } = await fresh();
    expect(useKnownModels.getState()).toEqual({ favourites: [], recents: [] });
  });

  it('takes what is good of a list and no more than fits', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => `a/${at}`);
    storage.setItem(KEY, JSON.stringify({ favourites: [7, 'a/0', ...many], recents: many }));
    const { useKnownModels } = await fresh();
    expect(useKnownModels.getState().favourites).toEqual(many.slice(0, 50));
    expect(useKnownModels.getState().recents).toEqual(many.slice(0, 5));
  });

  it('knows them until the page goes where storage is refused', async () => {
    storage.refuses = true;
    const { toggleFavourite, rememberModel, useKnownModels } = await fresh();
    expect(toggleFavourite('a/one')).toBe(true);
    rememberModel('a/two');
    rememberModel('a/three');
    expect(useKnownModels.getState()).toEqual({ favourites: ['a/one'], recents: ['a/three', 'a/two'] });
  });

  it('does not undo what another tab has starred', async () => {
    const { toggleFavourite, useKnownModels } = await fresh();
    toggleFavourite('a/one');
    storage.setItem(KEY, JSON.stringify({ favourites: ['a/one', 'b/other-tab'], recents: [] }));
    toggleFavourite('a/two');
    expect(useKnownModels.getState().favourites).toEqual(['a/one', 'b/other-tab', 'a/two']);
  });
});
