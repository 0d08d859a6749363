import 'client-only';
import { type Conversation, pathTo } from '@/lib/core/conversation';
import type { Message, UserMessage } from '@/lib/core/message';
import { fill, type Variables } from '@/lib/core/variables';
import { freshId } from './fresh-id';

export const question = (text: string, parentId: string | null): UserMessage => ({
  id: freshId(),
  parentId,
  createdAt: Date.now(),
  role: 'user',
  parts: [{ type: 'text', text }],
});

/**
 * The messages that Run sends from a conversation, with the draft as the last of them, its variables filled: what is
 * previewed and what is sent both begin here. A blank draft adds nothing.
 */
export function draftPath(
  conversation: Conversation,
  text: string,
  variables: Variables = {},
): { path: Message[]; asked: UserMessage | null } {
  const path = pathTo(conversation);
  if (text.trim() === '') return { path, asked: null };
  const asked = question(fill(text, variables), path.at(-1)?.id ?? null);
  return { path: [...path, asked], asked };
}
