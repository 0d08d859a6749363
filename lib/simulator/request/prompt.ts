import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { countTokens } from '@/lib/simulator/sampler/tokenize';
import type { ChatRequest } from './chat-request';

/** The text parts of a message, joined. */
export function textOf(message: JsonObject | undefined): string {
  const content = message?.content;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isJsonObject(part) && typeof part.text === 'string' ? part.text : '')).join('\n');
}

export const lastUserText = ({ messages }: ChatRequest): string =>
  textOf(messages.findLast(({ role }) => role === 'user'));

export const systemText = ({ messages }: ChatRequest): string =>
  messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(textOf)
    .join('\n');

/** Parts of a kind in the user's messages. */
export const partsOf = ({ messages }: ChatRequest, type: string): JsonObject[] =>
  messages
    .flatMap(({ content }) => (Array.isArray(content) ? content.filter(isJsonObject) : []))
    .filter((part) => part.type === type);

/** What an attachment costs in prompt tokens: round figures, as providers publish them. */
const MEDIA: Readonly<Record<string, number>> = {
  image_url: 765,
  file: 1200,
  input_audio: 400,
  video_url: 2600,
  input_video: 2600,
};
const PER_MESSAGE = 4;

const partTokens = (part: Json): number => {
  if (!isJsonObject(part)) return 0;
  return typeof part.text === 'string' ? countTokens(part.text) : (MEDIA[String(part.type)] ?? 0);
};

/** A piece of the prompt that a cache can end behind. */
export interface PromptPiece {
  text: string;
  tokens: number;
  /** Carries a `cache_control` marker. */
  marked: boolean;
}

function messagePieces(message: JsonObject): PromptPiece[] {
  const { content } = message;
  const role = String(message.role);
  const calls = message.tool_calls ? JSON.stringify(message.tool_calls) : '';
  const extra = typeof message.reasoning === 'string' ? message.reasoning + calls : calls;
  const head = { text: `${role}:${extra}`, tokens: PER_MESSAGE + (extra ? countTokens(extra) : 0), marked: false };
  if (typeof content === 'string')
    return [{ text: head.text + content, tokens: head.tokens + countTokens(content), marked: false }];
  const parts = Array.isArray(content) ? content.filter(isJsonObject) : [];
  const pieces = parts.map((part) => ({
    text: JSON.stringify(part),
    tokens: partTokens(part),
    marked: Boolean(part.cache_control),
  }));
  return [head, ...pieces];
}

/** The prompt in the order in which a model reads it: tools, then messages. */
export function promptPieces({ body, messages }: ChatRequest): PromptPiece[] {
  const tools = Array.isArray(body.tools) && body.tools.length > 0 ? JSON.stringify(body.tools) : '';
  const marked = tools.includes('"cache_control"');
  return [...(tools ? [{ text: tools, tokens: countTokens(tools), marked }] : []), ...messages.flatMap(messagePieces)];
}
