import { type Conversation, pathTo, versionsOf } from '@/lib/core/conversation';
import { type Answer, isAnswer, textOf } from '@/lib/core/message';

/** Other answers of its pane to the same question, by their place among the versions, from 1. */
export function otherVersions(conversation: Conversation, answerId: string): { answer: Answer; at: number }[] {
  return versionsOf(conversation, answerId).flatMap((answer, at) =>
    isAnswer(answer) && answer.id !== answerId && answer.state !== 'running' ? [{ answer, at: at + 1 }] : [],
  );
}

/**
 * The answer that another conversation shows to the same prompt: at the same turn where it stands there too, else the
 * newest. An answer under way is none.
 */
export function counterpart(conversation: Conversation, answerId: string, other: Conversation): Answer | null {
  const path = pathTo(conversation, answerId);
  const asked = path.at(-2);
  if (!asked) return null;
  const text = textOf(asked);
  const found = pathTo(other).flatMap((answer, at, all) => {
    const question = all[at - 1];
    const same = question?.role === 'user' && textOf(question) === text;
    return same && isAnswer(answer) && answer.state !== 'running' ? [{ answer, at }] : [];
  });
  return (found.find(({ at }) => at === path.length - 1) ?? found.at(-1))?.answer ?? null;
}
