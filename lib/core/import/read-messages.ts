import { isJsonObject, type Json } from '@/lib/core/json';
import type { Dialogue, Turn } from './imported-request';

/** Fields of a message that a conversation holds. */
const HELD = new Set(['role', 'content']);

/** The text of a message, with a sentence for each thing that is no text. */
function readContent(content: Json | undefined, place: string, remarks: string[]): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  const texts: string[] = [];
  const others = new Set<string>();
  for (const part of content) {
    const kind = isJsonObject(part) && typeof part['type'] === 'string' ? part['type'] : 'unknown';
    if (isJsonObject(part) && kind === 'text' && typeof part['text'] === 'string') {
      texts.push(part['text']);
      for (const key of Object.keys(part)) if (key !== 'type' && key !== 'text') others.add(key);
    } else others.add(kind);
  }
  if (texts.length > 1) remarks.push(`The ${texts.length} text parts of ${place} were joined.`);
  if (others.size > 0) remarks.push(`Of ${place}, this was left out: ${[...others].map(named).join(', ')}.`);
  return texts.join('\n');
}

const named = (name: string): string => `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`;

/** Reads the `messages` of a request (§2.2); what a conversation cannot hold yet is told in `remarks`. */
export function readMessages(messages: readonly Json[], remarks: string[]): Dialogue {
  let system = '';
  const turns: Turn[] = [];
  for (const [at, message] of messages.entries()) {
    const place = `message ${at + 1}`;
    if (!isJsonObject(message)) {
      remarks.push(`“${place}” is no message and was left out.`);
      continue;
    }
    const { role, content } = message;
    if (role === 'tool' || role === 'function') {
      remarks.push(`The tool’s result in ${place} was left out: a conversation here holds text only.`);
      continue;
    }
    const text = readContent(content, place, remarks);
    const others = Object.keys(message).filter((key) => !HELD.has(key));
    if (others.length > 0) remarks.push(`Of ${place}, this was left out: ${others.map(named).join(', ')}.`);
    if (role === 'user') turns.push({ role, text });
    else if (role === 'assistant') {
      if (text !== '') turns.push({ role, text });
      else remarks.push(`The answer in ${place} has no text and was left out.`);
    } else if (role === 'system' || role === 'developer') {
      if (at > 0) remarks.push(`The ${role} prompt in ${place} was left out: it can only stand first.`);
      else if (text.trim() === '') remarks.push('The system prompt is blank, and so none is sent.');
      else {
        system = text;
        if (role === 'developer') remarks.push('The developer prompt is sent as a system prompt.');
      }
    } else remarks.push(`The role of ${place} is not known, so it was left out.`);
  }
  const last = turns.at(-1);
  if (last?.role !== 'user' || last.text.trim() === '') return { system, turns, draft: '' };
  return { system, turns: turns.slice(0, -1), draft: last.text };
}
