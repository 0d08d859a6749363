import { isDeeperThan, type Json } from '@/lib/core/json';
import { withLongNumbers } from './long-number';

const MAX_DEPTH = 200;
/** Why there is none. */
export const NO_JSON = 'is no JSON';
const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n {0,3}\1[`~]*\s*$/gm;

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * The JSON that a text is, or that its one code block holds: models like to wrap what they were asked for.
 * @returns one sentence where there is none, several, or one that is nested too deep
 */
export function jsonIn(text: string): { value: Json } | { problem: string } {
  const blocks = [...text.matchAll(FENCED)].map(([, , block = '']) => block);
  const found = [text, ...blocks].flatMap((source) => {
    const value = parse(source);
    return value === undefined ? [] : [{ source, value }];
  });
  const [first] = found;
  if (!first) return { problem: NO_JSON };
  if (first.source !== text && found.length > 1) return { problem: 'holds several blocks of JSON' };
  if (isDeeperThan(first.value, MAX_DEPTH)) return { problem: `is nested deeper than ${MAX_DEPTH} levels` };
  return { value: withLongNumbers(first.source, first.value) };
}
