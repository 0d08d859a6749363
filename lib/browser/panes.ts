import 'client-only';
import { draftOf, withOwnPrompt } from '@/lib/core/own-prompt';
import { type OwnSetting, withOwn, withoutPane, withPane, withPaneMoved, withSettingsFrom } from '@/lib/core/panes';
import { upTo } from '@/lib/core/conversation';
import type { Pane, Workspace } from '@/lib/core/workspace';
import { detour } from './detour';
import { freshId } from './fresh-id';
import { stopRun } from './run-store';
import { conversationOf, setConversation } from './transcripts';
import { changeWorkspace, currentWorkspace } from './workspace-store';

const paneOf = (paneId: string): Pane | undefined => currentWorkspace().panes.find(({ id }) => id === paneId);

/** Puts a copy beside a pane, with its settings and its conversation. @returns its id */
export function duplicatePane(paneId: string): string | null {
  const pane = paneOf(paneId);
  if (!pane) return null;
  const copy = { ...pane, id: freshId() };
  setConversation(copy.id, ended(paneId));
  changeWorkspace((workspace) => withPane(workspace, copy, paneId));
  return copy.id;
}

/** A conversation whose running answer, if any, is as after Stop: its run belongs to the other pane. */
function ended(paneId: string): ReturnType<typeof conversationOf> {
  const conversation = conversationOf(paneId);
  const messages = Object.values(conversation.messages).map((message) =>
    message.role === 'assistant' && message.state === 'running' ? { ...message, state: 'stopped' as const } : message,
  );
  return { ...conversation, messages: Object.fromEntries(messages.map((message) => [message.id, message])) };
}

/** Takes a pane away; a run of it is stopped. @returns what brings it back to its place */
export function removePane(paneId: string): () => void {
  const before = currentWorkspace();
  const at = before.panes.findIndex(({ id }) => id === paneId);
  const pane = before.panes[at];
  if (!pane || before.panes.length < 2) return () => {};
  stopRun(paneId);
  changeWorkspace((workspace) => withoutPane(workspace, paneId));
  const after = currentWorkspace();
  return () =>
    changeWorkspace((workspace) => {
      if (workspace.panes.some(({ id }) => id === paneId)) return workspace;
      const next = { ...workspace, panes: workspace.panes.toSpliced(at, 0, pane) };
      // The one that was left gave its text to the common composer, unless both were changed since.
      return workspace.draft === after.draft && workspace.panes === after.panes
        ? { ...next, draft: before.draft, panes: before.panes }
        : next;
    });
}

export const movePane = (paneId: string, by: -1 | 1): void =>
  changeWorkspace((workspace) => withPaneMoved(workspace, paneId, by));

/**
 * Whether a pane has parameters, or a system prompt, of its own.
 * @returns what brings back those that it gave up; null where they were as the shared ones
 */
export function setOwn(paneId: string, setting: OwnSetting, own: boolean): (() => void) | null {
  const before = currentWorkspace();
  const had = paneOf(paneId)?.[setting] ?? null;
  changeWorkspace((workspace) => withOwn(workspace, paneId, setting, own));
  if (own || had === null || JSON.stringify(had) === JSON.stringify(before[setting])) return null;
  return () =>
    changeWorkspace((workspace) => ({
      ...workspace,
      panes: workspace.panes.map((pane) => (pane.id === paneId ? { ...pane, [setting]: had } : pane)),
    }));
}

/** Whether a pane has a composer of its own. What is typed goes along, or waits where it does not fit. */
export const setOwnPrompt = (paneId: string, own: boolean): void =>
  changeWorkspace((workspace) => withOwnPrompt(workspace, paneId, own));

export const copySettings = (paneId: string, fromId: string): void =>
  changeWorkspace((workspace) => withSettingsFrom(workspace, paneId, fromId));

export const setSync = (sync: Partial<Workspace['sync']>): void =>
  changeWorkspace((workspace) => ({ ...workspace, sync: { ...workspace.sync, ...sync } }));

/**
 * Goes on with one pane in a workspace of its own; the other stays as it is kept.
 * @param messageId what came after it is left behind
 * @returns what leads back
 */
export async function promotePane(paneId: string, messageId?: string): Promise<() => Promise<void>> {
  const pane = paneOf(paneId);
  if (!pane) return async () => {};
  return detour((before) => {
    const copy = { ...pane, id: freshId(), draft: null };
    const now = Date.now();
    const conversation = messageId === undefined ? ended(paneId) : upTo(ended(paneId), messageId);
    return {
      ...before,
      id: freshId(),
      createdAt: now,
      updatedAt: now,
      panes: [copy],
      pinned: false,
      // What is being typed belongs to where it is typed.
      draft: messageId === undefined ? draftOf(before, pane) : { text: '' },
      conversations: { [copy.id]: conversation },
    };
  });
}
