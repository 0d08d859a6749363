import { isAnswer, type Message, type Sent, textOf } from '@/lib/core/message';
import { isJsonObject } from '@/lib/core/json';
import { tokensOf } from '@/lib/core/receipt';

/** Estimates the tokens of a text. */
export type CountTokens = (text: string) => number;

/** Tokens of a prompt: those that the provider has counted before, and those that are guessed from the text. */
export interface PromptTokens {
  known: number;
  guessed: number;
}

/** What the frame of a message takes beside its text, by the common chat formats. */
const PER_MESSAGE = 4;

/** What a request sends to be read beside the conversation: system prompt, tools, the schema of the answer. */
function tokensBeside({ settings, system }: Sent, count: CountTokens): number {
  const format = settings['response_format'];
  const schema = isJsonObject(format) ? format['json_schema'] : undefined;
  const json = [settings['tools'], settings['functions'], schema].filter((value) => value !== undefined);
  const texts = json.reduce<number>((sum, value) => sum + count(JSON.stringify(value)), 0);
  return texts + (system.trim() === '' ? 0 : count(system) + PER_MESSAGE);
}

/**
 * The tokens of a prompt from the tokens so far: what the last answer on the way has counted, and a guess for the rest.
 * Reasoning is not sent again. Another model may count otherwise, so only its own answers count.
 * @param path the messages up to and including the one to answer
 * @param sent what is sent with them
 */
export function promptTokens(path: readonly Message[], sent: Sent, modelId: string, count: CountTokens): PromptTokens {
  const beside = tokensBeside(sent, count);
  const own = sent.settings['messages'];
  if (own !== undefined) return { known: 0, guessed: beside + count(JSON.stringify(own)) };
  const last = path.findLastIndex(
    (message) =>
      isAnswer(message) && message.receipt.requestedModel === modelId && tokensOf(message.receipt).in !== null,
  );
  const answer = path[last];
  const rest = path.slice(last + 1).reduce((sum, message) => sum + count(textOf(message)) + PER_MESSAGE, 0);
  if (!answer || !isAnswer(answer)) return { known: 0, guessed: rest + beside };
  const { in: before, out, reasoning } = tokensOf(answer.receipt);
  // What went beside the conversation then is in that count. Of an older row nobody knows: then as now.
  const more = answer.sent ? beside - tokensBeside(answer.sent, count) : 0;
  const known = (before ?? 0) + Math.max(0, (out ?? 0) - (reasoning ?? 0)) + Math.min(0, more);
  return { known: Math.max(0, known), guessed: rest + Math.max(0, more) };
}

/** A guess may miss by this share of the guessed tokens: tokenizers differ, most of all off plain English. */
const MISS = { low: 0.75, high: 1.4 };

export const lowOf = ({ known, guessed }: PromptTokens): number => known + Math.floor(guessed * MISS.low);
export const likelyOf = ({ known, guessed }: PromptTokens): number => known + guessed;
export const highOf = ({ known, guessed }: PromptTokens): number => known + Math.ceil(guessed * MISS.high);
