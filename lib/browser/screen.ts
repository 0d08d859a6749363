import 'client-only';
import { EMPTY_CONVERSATION } from '@/lib/core/conversation';
import type { StoredWorkspace, Workspace } from '@/lib/core/workspace';
import { openId } from './journal';
import { conversationOf, setConversation } from './transcripts';
import { currentWorkspace, useWorkspaceStore } from './workspace-store';

/** Workspaces as the database held them when this page last read or wrote them, by id: what changes are told by. */
export const bases = new Map<string, StoredWorkspace>();

/** Workspaces that have left the screen and could not be written, by id: they last as long as the page. */
export const unkept = new Map<string, StoredWorkspace>();

/** A workspace whose conversations this page has, as it would be kept. */
export const asKept = (workspace: Workspace): StoredWorkspace => ({
  ...workspace,
  conversations: Object.fromEntries(workspace.panes.map(({ id }) => [id, conversationOf(id)])),
  revision: bases.get(workspace.id)?.revision ?? 0,
});

/** The workspace on the screen as it would be kept. */
export const onScreen = (): StoredWorkspace => asKept(currentWorkspace());

let showing = false;

/** Whether what changes just now comes from where it is kept. */
export const isShowing = (): boolean => showing;

/** Shows a workspace with its conversations. What was shown before must have been kept. */
export function putOnScreen(row: StoredWorkspace): void {
  const { conversations, revision: _, ...workspace } = row;
  showing = true;
  for (const { id } of workspace.panes) setConversation(id, conversations[id] ?? EMPTY_CONVERSATION);
  useWorkspaceStore.setState({ workspace, restored: true });
  showing = false;
  openId.write(workspace.id);
}
