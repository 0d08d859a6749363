import type { Preset } from './preset';

/** A state in which a preset was kept. */
export interface PresetVersion {
  /** Unix milliseconds. */
  at: number;
  preset: Preset;
}

/** A preset under a name, with all that it was before. */
export interface SavedPreset {
  id: string;
  name: string;
  description: string;
  tags: string[];
  favourite: boolean;
  /** Unix milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** The latest last; at least one. */
  versions: PresetVersion[];
}

/** What is told of a preset beside what it sets. */
export type PresetLabel = Pick<SavedPreset, 'name' | 'description' | 'tags'>;

/** Characters. */
export const MAX_NAME = 100;
export const MAX_DESCRIPTION = 500;
export const MAX_TAG = 32;
export const MAX_TAGS = 12;
/** The oldest goes when one more comes. */
export const MAX_VERSIONS = 50;
/** As many as the list stays quick with. */
export const MAX_PRESETS = 1000;

const NOTHING: Preset = { variables: {} };

export const latestOf = ({ versions }: SavedPreset): Preset => versions.at(-1)?.preset ?? NOTHING;

/** One line of at most some characters; a pair of surrogates is not cut in two. */
const line = (text: string, most: number): string =>
  Array.from(
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, most * 2),
  )
    .slice(0, most)
    .join('')
    .trim();

export const cleanName = (text: string): string => line(text, MAX_NAME);
export const cleanDescription = (text: string): string => line(text, MAX_DESCRIPTION);

/** Tags as they are kept: in small letters, each once, without the mark that people write before them. */
export const cleanTags = (tags: readonly string[]): string[] =>
  [...new Set(tags.map((tag) => line(tag.replace(/[#,\s\p{Cc}]+/gu, ' '), MAX_TAG).toLowerCase()))]
    .filter((tag) => tag !== '')
    .slice(0, MAX_TAGS);

/** Tags as somebody types them, with commas between. */
export const readTags = (text: string): string[] => cleanTags(text.split(','));

/** A name without the number that `freeName` puts behind it. */
const stemOf = (name: string): string => cleanName(name.replace(/ \(\d+\)$/, '').slice(0, MAX_NAME - 8));

/** A name that is not among those that are taken: with a number behind it if need be. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  const base = cleanName(name) || 'Preset';
  if (!used.has(base.toLowerCase())) return base;
  const stem = stemOf(base);
  for (let number = 2; ; number += 1) {
    const next = `${stem} (${number})`;
    if (!used.has(next.toLowerCase())) return next;
  }
}

const same = (one: Preset, other: Preset): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

/** Objects with their keys in order, so that two of them can be compared as text. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
}

/** Whether a preset is kept like this already, whatever the order of its keys. */
export const isLatest = (saved: SavedPreset, preset: Preset): boolean => same(latestOf(saved), preset);

/**
 * By what two are told to be the same, the strictest first: in all that is kept; in what they say and set under one name
 * (times and the mark of a favourite left out); the same with another number behind that name.
 */
export function likenessesOf(saved: SavedPreset): [string, string, string] {
  const { name, description, tags, versions } = saved;
  const content = [description, tags.toSorted(), versions.map(({ preset }) => preset)];
  return [saved, [name, content], [stemOf(name).toLowerCase(), content]].map((one) => JSON.stringify(ordered(one))) as [
    string,
    string,
    string,
  ];
}

/** @param now Unix milliseconds */
export const newSavedPreset = (id: string, label: PresetLabel, preset: Preset, now: number): SavedPreset => ({
  id,
  name: cleanName(label.name) || 'Preset',
  description: cleanDescription(label.description),
  tags: cleanTags(label.tags),
  favourite: false,
  createdAt: now,
  updatedAt: now,
  versions: [{ at: now, preset }],
});

/** Kept anew under the same name: what was before stays as a version. The same again changes nothing. */
export const withVersion = (saved: SavedPreset, preset: Preset, now: number): SavedPreset =>
  isLatest(saved, preset)
    ? saved
    : { ...saved, updatedAt: now, versions: [...saved.versions, { at: now, preset }].slice(-MAX_VERSIONS) };

/** Takes the latest version away again, where it is this one and others are left. */
export function withoutVersion(saved: SavedPreset, preset: Preset): SavedPreset {
  const left = saved.versions.slice(0, -1);
  const last = left.at(-1);
  return last && isLatest(saved, preset) ? { ...saved, updatedAt: last.at, versions: left } : saved;
}
