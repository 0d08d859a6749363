import { type Conversation, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { isAnswer, type Message } from '@/lib/core/message';
import { withPreset } from '@/lib/core/preset';
import { newPane, newWorkspace, type StoredWorkspace } from '@/lib/core/workspace';
import type { Comparison } from './comparison';

/** A path of messages as a conversation, each with an id of its own: the file may have been opened before. */
function conversationFrom(messages: readonly Message[], freshId: () => string): Conversation {
  const ids = messages.map(freshId);
  const fresh = messages.map((message, at): [string, Message] => {
    const id = ids[at] ?? '';
    const placed = { ...message, id, parentId: at === 0 ? null : (ids[at - 1] ?? null) };
    return [id, isAnswer(placed) ? { ...placed, imported: true } : placed];
  });
  return { messages: Object.fromEntries(fresh), headId: ids.at(-1) ?? null };
}

/**
 * The workspace that a comparison opens as: new, whatever it was before.
 * @param freshId gives each pane and message an id
 * @param now Unix milliseconds
 */
export function workspaceOf(comparison: Comparison, freshId: () => string, now: number): StoredWorkspace {
  const blank = newWorkspace(freshId(), newPane('', ''), now);
  const preset = { ...comparison.preset, panes: comparison.panes.map(({ settings }) => settings) };
  const workspace = withPreset({ ...blank, title: comparison.title }, preset, freshId);
  const conversations = workspace.panes.map(({ id }, at): [string, Conversation] => {
    const messages = comparison.panes[at]?.messages ?? [];
    return [id, messages.length === 0 ? EMPTY_CONVERSATION : conversationFrom(messages, freshId)];
  });
  return { ...workspace, conversations: Object.fromEntries(conversations), revision: 0 };
}
