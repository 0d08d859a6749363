import { freeName, likenessesOf, MAX_PRESETS, type SavedPreset } from './library';

/** What an import would add, and what it would not because it is there already. */
export interface Joined {
  added: SavedPreset[];
  /** Names. */
  known: string[];
}

/**
 * Which presets of a file are in the library, by content: each one there stands for one of the file only, so that
 * duplicates that were kept on purpose come back as many as they were.
 */
function knownOnes(library: readonly SavedPreset[], presets: readonly SavedPreset[]): ReadonlySet<SavedPreset> {
  const read = presets.map((saved) => ({ saved, likenesses: likenessesOf(saved) }));
  const known = new Set<SavedPreset>();
  let free = library.map(likenessesOf);
  // The very same first: what is only alike must not take its place.
  for (const level of [0, 1, 2] as const) {
    const there = new Map<string, [string, string, string][]>();
    for (const one of free) there.set(one[level], [...(there.get(one[level]) ?? []), one]);
    const taken = new Set<[string, string, string]>();
    for (const { saved, likenesses } of read) {
      const one = known.has(saved) ? undefined : there.get(likenesses[level])?.shift();
      if (!one) continue;
      taken.add(one);
      known.add(saved);
    }
    free = free.filter((one) => !taken.has(one));
  }
  return known;
}

/**
 * Prepares presets from a file for a library: what is there already is passed over, also where an earlier import gave it
 * another id or a number behind its name; an id or a name that is taken becomes another, so that nothing is replaced.
 * @returns one sentence when there would be too many
 */
export function joinLibrary(
  library: readonly SavedPreset[],
  presets: readonly SavedPreset[],
  freshId: () => string,
): Joined | { problem: string } {
  const ids = new Set(library.map(({ id }) => id));
  const names = library.map(({ name }) => name);
  const known = knownOnes(library, presets);
  const added: SavedPreset[] = [];
  for (const saved of presets) {
    if (known.has(saved)) continue;
    const name = freeName(saved.name, names);
    const one = { ...saved, name, id: saved.id === '' || ids.has(saved.id) ? freshId() : saved.id };
    ids.add(one.id);
    names.push(name);
    added.push(one);
  }
  return library.length + added.length > MAX_PRESETS
    ? { problem: `With these there would be more than ${MAX_PRESETS.toLocaleString('en-US')} presets.` }
    : { added, known: presets.filter((saved) => known.has(saved)).map(({ name }) => name) };
}
