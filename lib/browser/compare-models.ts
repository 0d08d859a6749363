import 'client-only';
import { MAX_PANES } from '@/lib/core/panes';
import { newPane } from '@/lib/core/workspace';
import { stopAll } from './actions';
import { freshId } from './fresh-id';
import { keepNow, startKeeping } from './keeper';
import { changeWorkspace, currentWorkspace, untilRestored, useWorkspaceStore, workspaceLike } from './workspace-store';

/**
 * Opens a new workspace with a pane for each model, and with the settings and the typed text of the present one, which
 * stays as it is kept. Works on a page that has not read what was kept yet.
 * @returns what leads back to it; what was said meanwhile is kept as well
 */
export async function compareModels(ids: readonly string[]): Promise<() => Promise<void>> {
  await startKeeping();
  await untilRestored();
  stopAll();
  // What was typed in the first moments of a page counts as kept already, and may not be.
  if (currentWorkspace().draft.text !== '') changeWorkspace((workspace) => workspace);
  await keepNow();
  const before = currentWorkspace();
  const panes = ids.slice(0, MAX_PANES).map((id) => newPane(freshId(), id));
  if (panes.length > 0) useWorkspaceStore.setState({ workspace: { ...workspaceLike(before), panes } });
  await keepNow();
  return async () => {
    stopAll();
    await keepNow();
    useWorkspaceStore.setState({ workspace: { ...before, updatedAt: Date.now() } });
    // At once: a reload brings back what was kept last.
    await keepNow();
  };
}
