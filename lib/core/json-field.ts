import { isJsonObject, type Json, type JsonObject } from './json';

const MAX_CHARACTERS = 64 * 1024;
const MAX_DEPTH = 32;
/** Names that reach into JavaScript's own objects wherever a careless program copies them. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function complain(value: Json, depth: number): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'It holds a number that is too large.';
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return `It is nested deeper than ${MAX_DEPTH} levels.`;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && FORBIDDEN.has(key)) return `The key “${key}” is not allowed.`;
    const problem = complain(inner, depth + 1);
    if (problem) return problem;
  }
  return null;
}

/** Nesting is told from the text, as a parser would run out of stack before anybody could look. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\' && inString) at += 1;
    else if (letter === '"') inString = !inString;
    else if (!inString && (letter === '{' || letter === '[')) depth += 1;
    else if (!inString && (letter === '}' || letter === ']')) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/**
 * Reads a JSON object that somebody typed or pasted. Blank text is an empty object.
 * @param most characters
 * @returns the object, or one sentence: not JSON (with what the parser says), not an object, too large, too deep, or
 * with a key that is not allowed
 */
export function readJsonObject(text: string, most = MAX_CHARACTERS): { value: JsonObject } | { problem: string } {
  if (text.trim() === '') return { value: {} };
  if (text.length > most) return { problem: `It is longer than ${most / 1024} KB.` };
  if (tooDeep(text)) return { problem: `It is nested deeper than ${MAX_DEPTH} levels.` };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : '';
    return { problem: `It is not JSON${detail ? ` (${detail})` : ''}.` };
  }
  if (!isJsonObject(value)) return { problem: 'It must be a JSON object: { … }.' };
  const problem = complain(value, 1);
  return problem ? { problem } : { value };
}
