import { type Answer, isAnswer, type Message } from './message';

/**
 * A tree of messages with a head. What the screen shows is the path from the root to the head; siblings stay in the
 * tree. Functions return new trees and leave untouched messages as they are, so that equality by reference holds.
 */
export interface Conversation {
  messages: Readonly<Record<string, Message>>;
  headId: string | null;
}

export const EMPTY_CONVERSATION: Conversation = { messages: {}, headId: null };

/** From the first message to the given one, or to the head. */
export function pathTo(conversation: Conversation, id: string | null = conversation.headId): Message[] {
  const path: Message[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== null && !seen.has(next);) {
    const message = conversation.messages[next];
    if (!message) break;
    seen.add(next);
    path.push(message);
    next = message.parentId;
  }
  return path.toReversed();
}

/** Adds a message under its parent and makes it the head. */
export const append = (conversation: Conversation, message: Message): Conversation => ({
  messages: { ...conversation.messages, [message.id]: message },
  headId: message.id,
});

/** Replaces a message that is there; otherwise nothing changes. */
export const replace = (conversation: Conversation, message: Message): Conversation =>
  conversation.messages[message.id]
    ? { ...conversation, messages: { ...conversation.messages, [message.id]: message } }
    : conversation;

/** Every answer changed in the same way, in all versions. */
export const mapAnswers = (conversation: Conversation, change: (answer: Answer) => Answer): Conversation => ({
  ...conversation,
  messages: Object.fromEntries(
    Object.entries(conversation.messages).map(([id, message]) => [id, isAnswer(message) ? change(message) : message]),
  ),
});

/** Only the path to a message, which is the head then. */
export const upTo = (conversation: Conversation, id: string): Conversation => ({
  messages: Object.fromEntries(pathTo(conversation, id).map((message) => [message.id, message])),
  headId: id,
});

const childrenOf = (conversation: Conversation, id: string | null): Message[] =>
  Object.values(conversation.messages)
    .filter((message) => message.parentId === id)
    .sort((one, other) => one.createdAt - other.createdAt);

/** Versions of a message: the messages under the same parent with the same role, oldest first. */
export function versionsOf(conversation: Conversation, id: string): Message[] {
  const message = conversation.messages[id];
  if (!message) return [];
  return childrenOf(conversation, message.parentId).filter((sibling) => sibling.role === message.role);
}

/** The versions of every message, as ids, by the id of each of them: in one pass, where many are asked for. */
export function allVersions({ messages }: Conversation): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, Message[]>();
  for (const message of Object.values(messages)) {
    const key = `${message.role} ${message.parentId ?? ''}`;
    const family = families.get(key);
    if (family) family.push(message);
    else families.set(key, [message]);
  }
  const versions = new Map<string, readonly string[]>();
  for (const family of families.values()) {
    const ids = family.sort((one, other) => one.createdAt - other.createdAt).map(({ id }) => id);
    for (const id of ids) versions.set(id, ids);
  }
  return versions;
}

/** Moves the head to the newest leaf below a message. */
export function showVersion(conversation: Conversation, id: string): Conversation {
  let head = conversation.messages[id];
  if (!head) return conversation;
  for (;;) {
    const next = childrenOf(conversation, head.id).at(-1);
    if (!next) return { ...conversation, headId: head.id };
    head = next;
  }
}

/** Removes a message with all that follows it; the head moves to a version beside it, else to its parent. */
export function remove(conversation: Conversation, id: string): Conversation {
  const message = conversation.messages[id];
  if (!message) return conversation;
  const gone = new Set([id]);
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of childrenOf(conversation, next)) {
      gone.add(child.id);
      queue.push(child.id);
    }
  }
  const messages = Object.fromEntries(Object.entries(conversation.messages).filter(([key]) => !gone.has(key)));
  const left: Conversation = { messages, headId: conversation.headId };
  if (conversation.headId !== null && !gone.has(conversation.headId)) return left;
  const beside = childrenOf(left, message.parentId).findLast((sibling) => sibling.role === message.role);
  return beside ? showVersion(left, beside.id) : { ...left, headId: message.parentId };
}

/**
 * Brings back what `remove` took out of `before`, and leaves all that came since as it is. The head goes back only where
 * nothing was said meanwhile. An answer that was under way is stopped: its run has ended.
 */
export function restore(now: Conversation, before: Conversation, removedId: string): Conversation {
  const gone = Object.entries(before.messages)
    .filter(([id]) => !now.messages[id])
    .map(([id, message]): [string, Message] => [
      id,
      message.role === 'assistant' && message.state === 'running' ? { ...message, state: 'stopped' } : message,
    ]);
  const untouched = now.headId === remove(before, removedId).headId;
  return { messages: { ...Object.fromEntries(gone), ...now.messages }, headId: untouched ? before.headId : now.headId };
}
