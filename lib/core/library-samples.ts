import { cleanDescription, cleanName, cleanTags, type SavedPreset } from './library';
import { diceOf } from './parameter-samples';
import type { Preset } from './preset';
import { somePreset } from './preset-samples';

const NAMES = ['Factual', 'é 東京 🚀', '<b>bold</b>', 'A "quoted": name, with # marks', ' - ', 'word '.repeat(40)];

/** Data for tests: a preset under a name. */
export const aSavedPreset = (fields: Partial<SavedPreset> = {}, preset: Preset = { variables: {} }): SavedPreset => ({
  id: 'saved-preset',
  name: 'Preset',
  description: '',
  tags: [],
  favourite: false,
  createdAt: 1,
  updatedAt: 1,
  versions: [{ at: 1, preset }],
  ...fields,
});

/** Data for tests: some saved preset, always the same for the same seed; one to four versions of whatever is allowed. */
export function someSavedPreset(seed: number): SavedPreset {
  const dice = diceOf(seed);
  const below = (count: number): number => Math.floor(dice() * count);
  const createdAt = below(4_000_000_000_000);
  const versions = Array.from({ length: 1 + below(4) }, (_, at) => ({
    at: createdAt + at * below(1_000_000),
    preset: somePreset(seed * 7 + at),
  })).toSorted((one, other) => one.at - other.at);
  return aSavedPreset({
    id: `saved-${seed >>> 0}-preset`,
    name: cleanName(NAMES[below(NAMES.length)] ?? '') || 'x',
    description: cleanDescription(dice() < 0.5 ? '' : (NAMES[below(NAMES.length)] ?? '')),
    tags: cleanTags(dice() < 0.5 ? [] : ['code', 'éclair 東', NAMES[below(NAMES.length)] ?? '']),
    favourite: dice() < 0.3,
    createdAt,
    updatedAt: versions.at(-1)?.at ?? createdAt,
    versions,
  });
}
