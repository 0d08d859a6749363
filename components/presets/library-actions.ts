import { deletePreset, duplicatePreset, saveVersion } from '@/lib/browser/library';
import { downloadPresets, downloadPromptYml } from '@/lib/browser/library-files';
import { addPresetPane } from '@/lib/browser/preset-pane';
import { currentWorkspace } from '@/lib/browser/workspace-store';
import { isLatest, latestOf, type SavedPreset } from '@/lib/core/library';
import { presetOf } from '@/lib/core/preset';
import type { LibraryDesk } from './library-dialogs';
import { PARTS } from './part-switches';
import { words } from './words-library';

/** Keeps the present set-up as the next version. */
export async function saveInto(saved: SavedPreset, { tell }: LibraryDesk): Promise<void> {
  const preset = presetOf(currentWorkspace(), new Set(PARTS));
  if (isLatest(saved, preset)) return tell(words.same(saved.name));
  const undo = await saveVersion(saved.id, preset);
  tell(words.versioned(saved.name, saved.versions.length + 1), undo);
}

export function openInPane(saved: SavedPreset, { tell, showPane }: LibraryDesk): void {
  const id = addPresetPane(latestOf(saved));
  if (id === null) return tell(words.full);
  tell(words.opened(saved.name));
  showPane(id);
}

export const duplicate = async (saved: SavedPreset, { tell }: LibraryDesk): Promise<void> =>
  tell(words.duplicated(await duplicatePreset(saved)));

export const remove = async (saved: SavedPreset, { tell }: LibraryDesk): Promise<void> =>
  tell(words.removed(saved.name), await deletePreset(saved));

export async function exportJson(saved: readonly SavedPreset[], { tell }: LibraryDesk): Promise<void> {
  const problem = await downloadPresets(saved).catch(() => words.exportFailed);
  if (problem !== null) tell(problem);
}

export async function exportYml(saved: SavedPreset, { tell }: LibraryDesk): Promise<void> {
  const lost = await downloadPromptYml(saved).catch(() => null);
  if (lost === null) tell(words.exportFailed);
  else if (lost.length > 0) tell(words.lost(lost));
}
