import type { Conversation } from '@/lib/core/conversation';

/**
 * Brings back the conversation that an import replaced. What was said since is kept: the tree then holds both, the head
 * stays where it is, and the conversation of before is a version beside the imported one.
 * @param imported as the import left it
 */
export function undoImport(now: Conversation, before: Conversation, imported: Conversation): Conversation {
  const saidSince = Object.keys(now.messages).some((id) => !imported.messages[id]);
  return saidSince ? { messages: { ...before.messages, ...now.messages }, headId: now.headId } : before;
}
