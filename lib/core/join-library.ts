import { freeName, isCopy, MAX_PRESETS, type SavedPreset } from './library';

/** What an import would add, and what it would not because it is there already. */
export interface Joined {
  added: SavedPreset[];
  /** Names. */
  known: string[];
}

/**
 * Prepares presets from a file for a library: what is there already is passed over, an id or a name that is taken
 * becomes another, so that nothing is replaced.
 * @returns one sentence when there would be too many
 */
export function joinLibrary(
  library: readonly SavedPreset[],
  presets: readonly SavedPreset[],
  freshId: () => string,
): Joined | { problem: string } {
  const ids = new Map(library.map((saved) => [saved.id, saved]));
  const names = library.map(({ name }) => name);
  const joined: Joined = { added: [], known: [] };
  for (const saved of presets) {
    const there = ids.get(saved.id);
    if (there && isCopy(there, saved)) {
      joined.known.push(saved.name);
      continue;
    }
    const name = freeName(saved.name, names);
    const one = { ...saved, name, id: saved.id === '' || there ? freshId() : saved.id };
    ids.set(one.id, one);
    names.push(name);
    joined.added.push(one);
  }
  return library.length + joined.added.length > MAX_PRESETS
    ? { problem: `With these there would be more than ${MAX_PRESETS.toLocaleString('en-US')} presets.` }
    : joined;
}
