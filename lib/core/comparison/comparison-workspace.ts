import { type Conversation, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { wasNeverMade } from '@/lib/core/ledger/answer-cost';
import { type Answer, isAnswer, type Message } from '@/lib/core/message';
import { withPreset } from '@/lib/core/preset';
import { costOf } from '@/lib/core/receipt';
import { newPane, newWorkspace, type StoredWorkspace } from '@/lib/core/workspace';
import type { ComparedPane, Comparison, ExportedCost } from './comparison';

const NO_TOKENS = { in: null, out: null, cached: null, reasoning: null };

/**
 * An answer as the file tells it. What broke off has no cost in its receipt, so the one that the file tells beside it
 * stands where a bill would, as exact as it was: nobody will ask for another.
 */
function asTold(answer: Answer, cost: ExportedCost | undefined): Answer {
  const { receipt } = answer;
  const told = costOf(receipt).usd !== null || wasNeverMade(answer) ? null : (cost?.usd ?? null);
  if (told === null) return { ...answer, imported: true };
  const guessed = cost?.source === 'estimated' || cost?.source === 'partial' ? cost.source : null;
  const settled = { cost: told, ...(guessed && { source: guessed }), tokens: receipt.settled?.tokens ?? NO_TOKENS };
  return { ...answer, imported: true, receipt: { ...receipt, settled } };
}

/** A path of messages as a conversation, each with an id of its own: the file may have been opened before. */
function conversationFrom({ messages, costs }: ComparedPane, freshId: () => string): Conversation {
  const ids = messages.map(freshId);
  const fresh = messages.map((message, at): [string, Message] => {
    const id = ids[at] ?? '';
    const placed = { ...message, id, parentId: at === 0 ? null : (ids[at - 1] ?? null) };
    return [id, isAnswer(placed) ? asTold(placed, costs[message.id]) : placed];
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
    const pane = comparison.panes[at];
    return [id, pane && pane.messages.length > 0 ? conversationFrom(pane, freshId) : EMPTY_CONVERSATION];
  });
  return { ...workspace, conversations: Object.fromEntries(conversations), revision: 0 };
}
