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

it('keeps what was changed since beside what the file holds, and knows it when the file comes again', () => {
  const written = aSavedPreset({ id: 'one', name: 'Mine' });
  const changed = { ...written, versions: [{ at: 2, preset: { variables: {}, prompt: 'Changed' } }] };
  // A prompt file has no ids, and its times are those of the reading.
  const prompt = aSavedPreset({ id: '', name: 'Prompt', createdAt: 7, updatedAt: 7 });
  const once = joinLibrary([changed], [written, prompt], ids());
  if (!('added' in once)) throw new Error(once.problem);
  expect(once).toEqual({
    added: [
      { ...written, id: 'fresh-1', name: 'Mine (2)' },
      { ...prompt, id: 'fresh-2' },
    ],
    known: [],
  });
  const again = [written, { ...prompt, createdAt: 8, updatedAt: 8, versions: [{ at: 8, preset: { variables: {} } }] }];
  expect(joinLibrary([changed, ...once.added], again, ids())).toEqual({ added: [], known: ['Mine', 'Prompt'] });
});

it('brings duplicates back as many as they were', () => {
  const mine = aSavedPreset({ id: 'one', name: 'Mine' });
  const twin = { ...mine, id: 'two', name: 'Mine (2)' };
  expect(joinLibrary([mine], [mine, twin], ids())).toEqual({ added: [twin], known: ['Mine'] });
  expect(joinLibrary([twin], [mine, twin], ids())).toEqual({ added: [mine], known: ['Mine (2)'] });
});

it('refuses more than fit', () => {
  const many = Array.from({ length: 1001 }, (_, at) => aSavedPreset({ id: `id-${at}`, name: `${at}` }));
  expect(joinLibrary([], many, ids())).toHaveProperty('problem');
});
