import 'client-only';
import { MAX_PANES } from '@/lib/core/panes';
import { newPane } from '@/lib/core/workspace';
import { detour } from './detour';
import { freshId } from './fresh-id';
import { startKeeping } from './keeper';
import { untilRestored, workspaceLike } from './workspace-store';

/**
 * Opens a new workspace with a pane for each model, and with the settings and the typed text of the present one, which
 * stays as it is kept. Works on a page that has not read what was kept yet.
 * @returns what leads back to it; what was said meanwhile is kept as well
 */
export async function compareModels(ids: readonly string[]): Promise<() => Promise<void>> {
  await startKeeping();
  await untilRestored();
  return detour((present) => {
    const panes = ids.slice(0, MAX_PANES).map((id) => newPane(freshId(), id));
    return panes.length > 0 ? { ...workspaceLike(present), panes } : workspaceLike(present);
  });
}
