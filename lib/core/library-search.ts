import { latestOf, type SavedPreset } from './library';
import { textsOf } from './preset';

/** What of the library is to be seen. */
export interface LibraryQuery {
  /** Words that must all stand somewhere in it. */
  text: string;
  /** Tags that it must all have. */
  tags: readonly string[];
  favourites: boolean;
}

export const EVERYTHING: LibraryQuery = { text: '', tags: [], favourites: false };

// Lowered once for a row: it is searched with every key.
const haystacks = new WeakMap<SavedPreset, string>();

/** Name, description, tags, texts, values and models of the latest version, in small letters. */
function haystackOf(saved: SavedPreset): string {
  const known = haystacks.get(saved);
  if (known !== undefined) return known;
  const preset = latestOf(saved);
  const models = (preset.panes ?? []).flatMap(({ modelId, fallbacks }) => [modelId, ...fallbacks]);
  const words = [
    saved.name,
    saved.description,
    ...saved.tags,
    ...textsOf(preset),
    ...Object.values(preset.variables),
    ...models,
  ];
  const text = words.join('\n').toLowerCase();
  haystacks.set(saved, text);
  return text;
}

const byName = new Intl.Collator('en', { numeric: true });

/** Those that a query asks for: favourites first, then what was changed last, then by name. */
export function searchLibrary(presets: readonly SavedPreset[], query: LibraryQuery): SavedPreset[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  return presets
    .filter(
      (saved) =>
        (!query.favourites || saved.favourite) &&
        query.tags.every((tag) => saved.tags.includes(tag)) &&
        words.every((word) => haystackOf(saved).includes(word)),
    )
    .toSorted(
      (one, other) =>
        Number(other.favourite) - Number(one.favourite) ||
        other.updatedAt - one.updatedAt ||
        byName.compare(one.name, other.name),
    );
}

/** Every tag once, the most used first, then by letter. */
export function tagsOf(presets: readonly SavedPreset[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of presets) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([tag]) => tag);
}
