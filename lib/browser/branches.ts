import 'client-only';
import { append } from '@/lib/core/conversation';
import { isAnswer } from '@/lib/core/message';
import { openReceipt } from '@/lib/core/receipt';
import { freshId } from './fresh-id';
import { useRunStore } from './run-store';
import { conversationOf, setConversation } from './transcripts';

// Loaded on demand with the messages.

const isRunning = (paneId: string): boolean => useRunStore.getState().running[paneId] !== undefined;

/** Puts the visitor's words in the place of an answer; the answer stays as a version beside them. */
export function editAnswer(paneId: string, answerId: string, text: string): void {
  const conversation = conversationOf(paneId);
  const answer = conversation.messages[answerId];
  if (!answer || !isAnswer(answer) || isRunning(paneId)) return;
  const { notice: _, sent: __, imported: ___, ...rest } = answer;
  setConversation(
    paneId,
    append(conversation, {
      ...rest,
      id: freshId(),
      createdAt: Date.now(),
      parts: [{ type: 'text', text }],
      state: 'done',
      receipt: openReceipt(answer.receipt.requestedModel, Date.now()),
      failure: null,
      edited: true,
    }),
  );
}

/**
 * Goes on from a message: the next question follows it, and what came after stays as a version.
 * @returns what leads back
 */
export function continueFrom(paneId: string, messageId: string): () => void {
  const { headId } = conversationOf(paneId);
  if (isRunning(paneId)) return () => {};
  const lead = (id: string | null): void => setConversation(paneId, { ...conversationOf(paneId), headId: id });
  lead(messageId);
  return () => {
    // Something was said meanwhile: there is nothing to lead back from.
    if (conversationOf(paneId).headId === messageId) lead(headId);
  };
}
