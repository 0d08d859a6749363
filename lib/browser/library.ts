import 'client-only';
import {
  cleanDescription,
  cleanName,
  cleanTags,
  freeName,
  isLatest,
  newSavedPreset,
  type PresetLabel,
  type SavedPreset,
  withoutVersion,
  withVersion,
} from '@/lib/core/library';
import type { Preset } from '@/lib/core/preset';
import { freshId } from './fresh-id';
import { changeRow, changeRows, useLibrary } from './library-store';

/** Leads back to how it was. */
export type Undo = () => Promise<void>;

const names = (): string[] => useLibrary.getState().presets.map(({ name }) => name);

/** Keeps a preset under a new name. */
export async function savePreset(label: PresetLabel, preset: Preset): Promise<void> {
  const saved = newSavedPreset(freshId(), label, preset, Date.now());
  await changeRow(saved.id, () => saved);
}

/** Keeps a preset as the next version of one. What is kept like this already stays as it is. */
export async function saveVersion(id: string, preset: Preset): Promise<Undo> {
  await changeRow(id, (row) => row && withVersion(row, preset, Date.now()));
  return () => changeRow(id, (row) => row && withoutVersion(row, preset));
}

/** Makes an older version the latest one; those between stay. */
export async function restoreVersion(id: string, preset: Preset): Promise<Undo> {
  const row = useLibrary.getState().presets.find((other) => other.id === id);
  return !row || isLatest(row, preset) ? async () => {} : saveVersion(id, preset);
}

export const relabelPreset = (id: string, { name, description, tags }: PresetLabel): Promise<void> =>
  changeRow(id, (row) =>
    row
      ? {
          ...row,
          name: cleanName(name) || row.name,
          description: cleanDescription(description),
          tags: cleanTags(tags),
          updatedAt: Date.now(),
        }
      : undefined,
  );

export const setFavourite = (id: string, favourite: boolean): Promise<void> =>
  changeRow(id, (row) => row && { ...row, favourite });

/** Keeps a copy under a name of its own, with all versions; of a built-in preset too. @returns its name */
export async function duplicatePreset(saved: SavedPreset): Promise<string> {
  const now = Date.now();
  const name = freeName(saved.name, [...names(), saved.name]);
  const versions = saved.versions.map(({ at, preset }) => ({ at: at || now, preset }));
  const copy = { ...saved, id: freshId(), name, favourite: false, createdAt: now, updatedAt: now, versions };
  await changeRow(copy.id, () => copy);
  return name;
}

/** Deletes a preset with all its versions. @returns what brings it back as it was */
export async function deletePreset(saved: SavedPreset): Promise<Undo> {
  let gone = saved;
  await changeRow(saved.id, (row) => {
    gone = row ?? saved;
    return null;
  });
  const { keepDeleted, forgetDeleted } = await import('./keep-deleted');
  await keepDeleted('presets', gone);
  return async () => {
    await changeRow(saved.id, (row) => (row ? undefined : gone));
    await forgetDeleted([saved.id]);
  };
}

/** Adds presets whose ids are free. @returns what takes them away again, but for those that were changed since */
export async function addPresets(presets: readonly SavedPreset[]): Promise<Undo> {
  const rows = new Map(presets.map((saved) => [saved.id, saved]));
  await changeRows([...rows.keys()], (row, id) => (row ? undefined : rows.get(id)));
  return () =>
    changeRows([...rows.keys()], (row, id) => (row?.updatedAt === rows.get(id)?.updatedAt ? null : undefined));
}
