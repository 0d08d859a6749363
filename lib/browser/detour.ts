import 'client-only';
import { EMPTY_CONVERSATION } from '@/lib/core/conversation';
import type { StoredWorkspace, Workspace } from '@/lib/core/workspace';
import { keepBeforeLeaving, keepNow } from './keeper';
import { onScreen } from './screen';
import { setConversation } from './transcripts';
import { changeWorkspace, currentWorkspace, useWorkspaceStore } from './workspace-store';

/** A workspace to be shown; panes without a conversation have an empty one. */
export type Next = Workspace & Partial<StoredWorkspace>;

/** Keeps what is on the screen, so that another workspace can take its place. Its answers grow on. */
async function settleDown(): Promise<void> {
  // What was typed in the first moments of a page counts as kept already, and may not be.
  if (currentWorkspace().draft.text !== '') changeWorkspace((workspace) => workspace);
  await keepBeforeLeaving();
}

/**
 * Shows a new workspace. The present one stays as it is kept.
 * @returns what leads back to it; the new one stays in the history where anything of it was changed
 */
export async function detour(make: (present: Workspace) => Next): Promise<() => Promise<void>> {
  await settleDown();
  const before = currentWorkspace();
  const { conversations = {}, revision: _, ...workspace } = make(before);
  for (const { id } of workspace.panes) setConversation(id, conversations[id] ?? EMPTY_CONVERSATION);
  useWorkspaceStore.setState({ workspace });
  void keepNow();
  return async () => {
    await settleDown();
    const left = onScreen();
    const there = await returning(before);
    useWorkspaceStore.setState({ workspace: { ...there, updatedAt: Date.now() } });
    // At once: a reload brings back what was kept last.
    await keepNow();
    const untouched =
      Object.entries(workspace).every(
        ([key, value]) => key === 'updatedAt' || left[key as keyof Workspace] === value,
      ) && left.panes.every(({ id }) => left.conversations[id] === (conversations[id] ?? EMPTY_CONVERSATION));
    if (untouched) await drop(left.id);
  };
}

/** A workspace as it is by now, where it went on behind the screen. */
async function returning(before: Workspace): Promise<Workspace> {
  const { comeBack } = await import('./background');
  const found = await comeBack(before.id);
  if (!found) return before;
  const { conversations: _, revision: __, ...workspace } = found.latest;
  return workspace;
}

async function drop(id: string): Promise<void> {
  const { deleteRow } = await import('./workspace-rows');
  await deleteRow(id).catch(() => {});
}
