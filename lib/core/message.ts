import type { Failure } from './failure';
import type { Json, JsonObject } from './json';
import type { Receipt } from './receipt';

/** A message is a list of typed parts. What the screen has no view for yet travels as `data` and shows as JSON. */
export type Part =
  | { type: 'text'; text: string }
  /** `durationMs` is the time from the first to the last piece of this stretch of reasoning. */
  | { type: 'reasoning'; text: string; durationMs: number | null }
  | { type: 'tool-call'; id: string; name: string; arguments: string }
  | { type: 'image'; url: string; mediaType: string }
  | { type: 'data'; kind: string; data: Json };

interface MessageBase {
  id: string;
  /** Null for the first message of a branch. */
  parentId: string | null;
  /** Unix milliseconds. */
  createdAt: number;
  parts: Part[];
}

export interface UserMessage extends MessageBase {
  role: 'user';
}

/** What an answer was asked with, beside what had been said before. */
export interface Sent {
  /** The body without its messages; with them only where the extra JSON has put its own in their place. */
  settings: JsonObject;
  /** The system prompt with its variables filled; empty where none went. */
  system: string;
}

export type AnswerState = 'running' | 'done' | 'stopped' | 'failed';

export interface Answer extends MessageBase {
  role: 'assistant';
  state: AnswerState;
  receipt: Receipt;
  failure: Failure | null;
  /** Absent in rows and files of older versions, and where nothing was sent. */
  sent?: Sent;
  /** It came in a file: what it cost is the file's word. */
  imported?: true;
  /** The visitor's own words in an answer's place: no model wrote them, and nothing was paid. */
  edited?: true;
  /** What the playground itself has done to it, in a sentence: for example why it was stopped. */
  notice?: string;
}

export type Message = UserMessage | Answer;

export const isAnswer = (message: Message): message is Answer => message.role === 'assistant';

/** The text of a message as it is sent and copied: text parts joined, nothing else. */
export const textOf = (message: Pick<Message, 'parts'>): string =>
  message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');

/** Whether anything came that is worth keeping. */
export const hasContent = (message: Pick<Message, 'parts'>): boolean =>
  message.parts.some((part) => (part.type === 'text' || part.type === 'reasoning' ? part.text !== '' : true));

/**
 * Whether all that differs between two states of a message is more text in the last part of a running answer: by far
 * the most frequent change, and one that concerns only what shows that text.
 */
export function onlyGrew(before: Message, after: Message): boolean {
  if (!isAnswer(before) || !isAnswer(after) || before.state !== 'running' || after.state !== 'running') return false;
  if (before.receipt !== after.receipt || before.notice !== after.notice) return false;
  const last = before.parts.length - 1;
  return (
    before.parts.length === after.parts.length &&
    before.parts.every((part, at) => {
      const other = after.parts[at];
      return part === other || (at === last && part.type === 'text' && other?.type === 'text');
    })
  );
}
