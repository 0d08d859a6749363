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

/** A whole number as it is written, of more digits than a double surely holds. */
const LONG = /^-?[1-9]\d{15,}$/;

/**
 * Parses, and notes a whole number that would not be sent as it was written, where the engine tells how that was.
 * @throws SyntaxError
 */
function parse(text: string): { value: Json; rounded: string | null } {
  let rounded: string | null = null;
  const value = JSON.parse(text, (_, inner: Json, context?: { source?: string }) => {
    const source = context?.source ?? '';
    if (typeof inner === 'number' && LONG.test(source) && String(inner) !== source) rounded ??= source;
    return inner;
  }) as Json;
  return { value, rounded };
}

/**
 * Reads a JSON object that somebody typed or pasted. Blank text is an empty object.
 * @param most characters
 * @returns the object, or one sentence: not JSON (with what the parser says), not an object, too large, too deep,
 * with a key that is not allowed or a number that would be rounded
 */
export function readJsonObject(text: string, most = MAX_CHARACTERS): { value: JsonObject } | { problem: string } {
  if (text.trim() === '') return { value: {} };
  if (text.length > most) return { problem: `It is longer than ${most / 1024} KB.` };
  if (tooDeep(text)) return { problem: `It is nested deeper than ${MAX_DEPTH} levels.` };
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : '';
    return { problem: `It is not JSON${detail ? ` (${detail})` : ''}.` };
  }
  const { value, rounded } = parsed;
  if (!isJsonObject(value)) return { problem: 'It must be a JSON object: { … }.' };
  if (rounded !== null)
    return { problem: `It holds ${rounded.slice(0, 24)}, a whole number too long to be sent exactly: quote it.` };
  const problem = complain(value, 1);
  return problem ? { problem } : { value };
}
