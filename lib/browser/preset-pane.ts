import 'client-only';
import type { Preset } from '@/lib/core/preset';
import { withPresetPane } from '@/lib/core/preset-pane';
import { freshId } from './fresh-id';
import { changeWorkspace, currentWorkspace } from './workspace-store';

/**
 * Adds the first pane of a preset at the end, with the preset's settings as its own.
 * @returns its id, or null where there is no room for one more
 */
export function addPresetPane(preset: Preset): string | null {
  const id = freshId();
  changeWorkspace((workspace) => withPresetPane(workspace, preset, id));
  return currentWorkspace().panes.some((pane) => pane.id === id) ? id : null;
}
