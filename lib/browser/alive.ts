import 'client-only';
import type { Conversation } from '@/lib/core/conversation';

// An answer that grows holds a lock with its id while its page lives: so another tab, or the next visit, can tell one
// that goes on from one whose page went. Browsers offer locks on secure origins only; without them nothing is alive.

const nameOf = (answerId: string): string => `openrouter-playground.answer.${answerId}`;

/** Holds the lock of an answer. @returns what lets go of it */
export function holdAnswer(answerId: string): () => void {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(nameOf(answerId), () => held).catch(() => {});
  return release;
}

const over = new Set<string>();

/** Resolves when the page that grows an answer has ended it, or has gone. */
export async function answerEnded(answerId: string): Promise<void> {
  await navigator.locks?.request(nameOf(answerId), () => null).catch(() => null);
  // The lock that was just had for this may be told as held for a moment longer.
  over.add(answerId);
}

/** Ids of the answers that some page of this browser still grows. */
export async function growingAnswers(): Promise<ReadonlySet<string>> {
  const state = await navigator.locks?.query().catch(() => null);
  const prefix = nameOf('');
  const names = (state?.held ?? []).map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
  return new Set(names.map((name) => name.slice(prefix.length)).filter((id) => !over.has(id)));
}

/** A conversation in which answers that nobody grows any more are as after Stop: their text stays. */
export function withEnded(conversation: Conversation, growing: ReadonlySet<string>): Conversation {
  const messages = Object.entries(conversation.messages).map(([id, message]): [string, typeof message] => [
    id,
    message.role === 'assistant' && message.state === 'running' && !growing.has(id)
      ? { ...message, state: 'stopped' }
      : message,
  ]);
  return { ...conversation, messages: Object.fromEntries(messages) };
}
