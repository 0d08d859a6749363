import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanName,
  cleanTags,
  freeName,
  isLatest,
  latestOf,
  likenessesOf,
  MAX_NAME,
  MAX_TAGS,
  MAX_VERSIONS,
  newSavedPreset,
  readTags,
  withoutVersion,
  withVersion,
} from './library';
import { aSavedPreset, someSavedPreset } from './library-samples';
import { EVERYTHING, searchLibrary, tagsOf } from './library-search';
import type { Preset } from './preset';
import { somePreset } from './preset-samples';
import { isSavedPreset } from './stored-preset';

describe('a saved preset', () => {
  it('keeps each state as a version, the same one not twice, and gives the last one back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { maxLength: 8 }), (first, seeds) => {
        let saved = newSavedPreset('id-of-it', { name: 'x', description: '', tags: [] }, somePreset(first), 5);
        for (const [at, seed] of seeds.entries()) {
          const before = saved;
          const preset = somePreset(seed);
          saved = withVersion(saved, preset, 10 + at);
          expect(latestOf(saved)).toEqual(preset);
          expect(saved.versions.slice(0, before.versions.length)).toEqual(before.versions);
          expect(withVersion(saved, preset, 99)).toBe(saved);
          if (saved !== before) expect(withoutVersion(saved, preset).versions).toEqual(before.versions);
        }
        expect(isSavedPreset(saved)).toBe(true);
      }),
    );
  });

  it('lets the oldest version go when there are too many', () => {
    let saved = aSavedPreset();
    for (let at = 0; at < MAX_VERSIONS + 5; at += 1) saved = withVersion(saved, { variables: {}, prompt: `${at}` }, at);
    expect(saved.versions).toHaveLength(MAX_VERSIONS);
    expect(latestOf(saved).prompt).toBe(`${MAX_VERSIONS + 4}`);
  });

  it('keeps its only version, and one that somebody added meanwhile', () => {
    const saved = aSavedPreset({}, { variables: {}, prompt: 'a' });
    expect(withoutVersion(saved, { variables: {}, prompt: 'a' })).toBe(saved);
    const more = withVersion(saved, { variables: {}, prompt: 'b' }, 2);
    expect(withoutVersion(more, { variables: {}, prompt: 'a' })).toBe(more);
  });

  it('is the same whatever the order of its keys', () => {
    const saved = aSavedPreset({}, { variables: { a: '1', b: '2' }, prompt: 'x' });
    expect(isLatest(saved, { prompt: 'x', variables: { b: '2', a: '1' } })).toBe(true);
    expect(isLatest(saved, { prompt: 'x', variables: { b: '1', a: '2' } })).toBe(false);
    const [all, content] = likenessesOf(saved);
    const [others, same] = likenessesOf({ ...saved, favourite: !saved.favourite });
    expect(others).not.toBe(all);
    expect(same).toBe(content);
  });

  it('is told from what is none', () => {
    for (const bad of [null, 1, [], {}, { ...aSavedPreset(), versions: [] }, { ...aSavedPreset(), tags: [1] }])
      expect(isSavedPreset(bad)).toBe(false);
    for (const versions of [[null], [{ at: 1 }], [{ at: 1, preset: {} }], [{ at: 'x', preset: { variables: {} } }]])
      expect(isSavedPreset({ ...aSavedPreset(), versions })).toBe(false);
    for (const broken of [{ panes: 7 }, { panes: [] }, { panes: [{ modelId: 'a/b' }] }, { prompt: 1 }, { forced: 'x' }])
      expect(isSavedPreset(aSavedPreset({}, { variables: {}, ...broken } as unknown as Preset))).toBe(false);
  });
});

describe('names and tags', () => {
  it('are short, of one line, and stay as they are once they are clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = cleanName(text);
        expect(cleanName(name)).toBe(name);
        expect(Array.from(name).length).toBeLessThanOrEqual(MAX_NAME);
        expect(name).not.toMatch(/\p{Cc}/u);
        const tags = cleanTags(text.split('a'));
        expect(cleanTags(tags)).toEqual(tags);
        expect(tags.length).toBeLessThanOrEqual(MAX_TAGS);
      }),
    );
  });

  it('are read as people write them', () => {
    expect(readTags(' #Code, fast ,, code,  two   words')).toEqual(['code', 'fast', 'two words']);
    expect(freeName('Mine', ['mine', 'Mine (2)'])).toBe('Mine (3)');
    expect(freeName('Mine (2)', ['Mine (2)'])).toBe('Mine (3)');
    expect(freeName('', [])).toBe('Preset');
  });

  it('give a name that is free, whatever is taken', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(5), (name, times) => {
        const taken: string[] = [];
        for (let time = 0; time <= times; time += 1) {
          const next = freeName(name, taken);
          expect(taken).not.toContain(next);
          expect(next.length).toBeLessThanOrEqual(MAX_NAME + 8);
          taken.push(next);
        }
      }),
    );
  });
});

describe('the search', () => {
  const code = aSavedPreset(
    { id: 'a', name: 'Review', tags: ['code', 'work'], updatedAt: 1 },
    { variables: { file: 'main.py' }, prompt: 'Find the BUG in {{file}}' },
  );
  const story = aSavedPreset({ id: 'b', name: 'Story', description: 'For children', favourite: true, updatedAt: 2 });
  const late = aSavedPreset({ id: 'c', name: 'Late', tags: ['work'], updatedAt: 3 });
  const found = (query: Partial<typeof EVERYTHING>) =>
    searchLibrary([code, story, late], { ...EVERYTHING, ...query }).map(({ id }) => id);

  it('puts favourites first, then what was changed last', () => {
    expect(found({})).toEqual(['b', 'c', 'a']);
  });

  it('finds all words in name, description, tags and texts', () => {
    expect(found({ text: 'bug file' })).toEqual(['a']);
    expect(found({ text: 'CHILD' })).toEqual(['b']);
    expect(found({ text: 'main.py' })).toEqual(['a']);
    expect(found({ text: 'work' })).toEqual(['c', 'a']);
    expect(found({ text: 'work story' })).toEqual([]);
  });

  it('narrows by tags and favourites', () => {
    expect(found({ tags: ['work'] })).toEqual(['c', 'a']);
    expect(found({ tags: ['work', 'code'] })).toEqual(['a']);
    expect(found({ favourites: true })).toEqual(['b']);
    expect(tagsOf([code, story, late])).toEqual(['work', 'code']);
  });

  it('takes any preset', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 20 }), fc.string(), (seeds, text) => {
        const all = seeds.map(someSavedPreset);
        expect(searchLibrary(all, EVERYTHING)).toHaveLength(all.length);
        expect(searchLibrary(all, { ...EVERYTHING, text }).length).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
