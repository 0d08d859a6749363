import 'client-only';
import { withPane } from '@/lib/core/panes';
import { newPane } from '@/lib/core/workspace';
import { freshId } from './fresh-id';
import { changeWorkspace } from './workspace-store';

// Apart from what else is done with panes, which is no part of the first load.

/** Adds an empty pane at the end, for another model. @returns its id */
export function addPane(modelId: string): string {
  const pane = newPane(freshId(), modelId);
  changeWorkspace((workspace) => withPane(workspace, pane));
  return pane.id;
}
