import 'client-only';
import { joinLibrary } from '@/lib/core/join-library';
import { isSavedPreset } from '@/lib/core/stored-preset';
import { readStoredWorkspace } from '@/lib/core/stored-workspace';
import { summaryOf } from '@/lib/core/summary';
import { type DeletedRow, openDatabase } from './database';
import { freshId } from './fresh-id';
import { addPresets } from './library';
import { openLibrary, useLibrary } from './library-store';
import { restoreRows } from './workspace-rows';

// What is deleted stays for some days: Undo ends with its toast or with the page.

/** What is shown of a deleted conversation or preset. */
export interface Deleted {
  key: number;
  /** Unix milliseconds. */
  at: number;
  kind: DeletedRow['table'];
  title: string;
}

const titleOf = ({ table, row }: DeletedRow): string => {
  if (table === 'presets') return isSavedPreset(row) ? row.name : '';
  const workspace = readStoredWorkspace(row);
  return workspace ? summaryOf(workspace).title : '';
};

/** The latest first. What is too old for the list is gone with the next look. */
export async function listDeleted(): Promise<Deleted[]> {
  const rows = await openDatabase().deleted.orderBy('at').toArray();
  return rows.toReversed().map((row) => ({ key: row.key, at: row.at, kind: row.table, title: titleOf(row) }));
}

export const countDeleted = (): Promise<number> =>
  openDatabase()
    .deleted.count()
    .catch(() => 0);

/** Brings one back, beside whatever has taken its place meanwhile. @returns whether it could be read */
export async function restoreDeleted(key: number): Promise<boolean> {
  const found = await openDatabase().deleted.get(key);
  if (!found) return false;
  const { table, row } = found;
  if (table === 'presets') {
    if (!isSavedPreset(row)) return false;
    await openLibrary();
    const joined = joinLibrary(useLibrary.getState().presets, [row], freshId);
    if ('problem' in joined) return false;
    await addPresets(joined.added);
  } else {
    const workspace = readStoredWorkspace(row);
    if (!workspace) return false;
    await restoreRows([workspace], freshId);
  }
  await openDatabase().deleted.delete(key);
  return true;
}

/** @param key of one; all of them without it */
export const deleteForGood = (key?: number): Promise<void> =>
  key === undefined ? openDatabase().deleted.clear() : openDatabase().deleted.delete(key);
