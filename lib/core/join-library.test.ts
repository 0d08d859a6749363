import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinLibrary } from './join-library';
import { aSavedPreset, someSavedPreset } from './library-samples';

const ids = (): (() => string) => {
  let count = 0;
  return () => `fresh-${(count += 1)}`;
};

it('adds nothing twice, replaces nothing, and gives each a name of its own', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 12 }), (seeds) => {
      const file = seeds.map(someSavedPreset);
      const once = joinLibrary([], file, ids());
      if (!('added' in once)) throw new Error(once.problem);
      expect(once.added).toHaveLength(file.length);
      expect(new Set(once.added.map(({ name }) => name)).size).toBe(file.length);
      expect(once.added.map(({ id }) => id)).toEqual(file.map(({ id }) => id));
      expect(joinLibrary(once.added, once.added, ids())).toEqual({
        added: [],
        known: once.added.map(({ name }) => name),
      });
    }),
  );
});

it('keeps what was changed since beside what the file holds', () => {
  const mine = aSavedPreset({ id: 'one', name: 'Mine', updatedAt: 5 });
  expect(joinLibrary([mine], [aSavedPreset({ id: 'one', name: 'Mine' }), aSavedPreset({ id: '' })], ids())).toEqual({
    added: [aSavedPreset({ id: 'fresh-1', name: 'Mine (2)' }), aSavedPreset({ id: 'fresh-2' })],
    known: [],
  });
});

it('refuses more than fit', () => {
  const many = Array.from({ length: 1001 }, (_, at) => aSavedPreset({ id: `id-${at}`, name: `${at}` }));
  expect(joinLibrary([], many, ids())).toHaveProperty('problem');
});
