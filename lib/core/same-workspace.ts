import { mapAnswers } from './conversation';
import { isSame } from './same';
import type { StoredWorkspace } from './workspace';

/** A workspace without what a copy of it has of its own: ids, revision, the time of the last change, where it came from. */
function contentOf(workspace: StoredWorkspace): unknown {
  const { id: _, revision: __, updatedAt: ___, ...content } = workspace;
  const written = (id: string): unknown => {
    const conversation = workspace.conversations[id];
    return conversation && mapAnswers(conversation, ({ imported: ____, ...answer }) => answer);
  };
  return {
    ...content,
    panes: workspace.panes.map(({ id, ...pane }) => [pane, written(id)]),
    conversations: null,
  };
}

/** Whether two hold the same, though one may be a copy that an import made of the other. */
export const isSameWorkspace = (one: StoredWorkspace, other: StoredWorkspace): boolean =>
  isSame(contentOf(one), contentOf(other));

/** A copy that can stand beside the workspace it was made of: panes are told by their ids in all of the page. */
export function copyOf(workspace: StoredWorkspace, freshId: () => string): StoredWorkspace {
  const ids = new Map(workspace.panes.map(({ id }) => [id, freshId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    ...workspace,
    id: freshId(),
    revision: 1,
    panes: workspace.panes.map((pane) => ({ ...pane, id: idOf(pane.id) })),
    conversations: Object.fromEntries(Object.entries(workspace.conversations).map(([id, one]) => [idOf(id), one])),
  };
}
