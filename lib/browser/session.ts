import 'client-only';
import type { Answer } from '@/lib/core/message';

/** One answer since the page was opened. */
export interface SessionEntry {
  paneId: string;
  answer: Answer;
}

const entries = new Map<string, SessionEntry>();

/** Keeps an answer for the session's sum: what is deleted has been paid all the same. */
export const remember = (paneId: string, answer: Answer): void => void entries.set(answer.id, { paneId, answer });

export const remembered = (id: string): SessionEntry | undefined => entries.get(id);

/** In the order of their ends. */
export const sessionAnswers = (): SessionEntry[] => [...entries.values()];
