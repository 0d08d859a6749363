import { endsInFence } from './markdown-blocks';

/** Nothing in it can begin, end or undo a mark of Markdown. A full stop can (`www.`, `1.`), and is looked at. */
const PLAIN = /^[\p{L}\p{M}\p{N} .,;'"?%]+$/u;
const PLAIN_END = /[\p{L}\p{M}\p{N} .,;'"?%]{1,24}$/u;
/** In code everything stands for itself, but for what may close it; new lines may be indented away. */
const CODE = /^[^`~\n\r\t]*[^`~\s]$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const LETTER = /\p{L}/u;
const ADDRESS = /[@:/_~[\]()]|(?:^|\W)www$/i;

/** What is added to the end of a text, where that only makes its last words longer. */
export interface PlainGrowth {
  /** How the last words that are shown must end; else something else than this text is shown last. */
  tail: string;
  /** White space at the end of the text before, of which a paragraph shows nothing until something follows. */
  gap: string;
  added: string;
}

/**
 * Tells growth that changes nothing about how Markdown is read: most pieces of an answer are a plain word more in the
 * same paragraph, and need no parser. Null where in doubt: a new line, a mark, a link, a table.
 * @param before the last block of a text, with nothing in it that waits to be closed but a fence
 */
export function plainGrowth(before: string, after: string): PlainGrowth | null {
  if (after.length <= before.length || !after.startsWith(before)) return null;
  const added = after.slice(before.length);
  const shown = before.trimEnd();
  const gap = before.slice(shown.length);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  // A line that holds no letter yet may still become a list, a rule or the underline of a heading.
  if (!LETTER.test(line)) return null;
  if (endsInFence(before)) {
    return CODE.test(added) && !FENCE.test(line) ? { tail: line.trim().slice(-24), gap, added } : null;
  }
  const tail = PLAIN_END.exec(shown)?.[0];
  if (tail === undefined || !PLAIN.test(added) || line.includes('|')) return null;
  // What may be an address is a link as a whole, or not at all.
  const word = /\S*$/.exec(before)?.[0] ?? '';
  return ADDRESS.test(word) || /www\./i.test(word + added) ? null : { tail, gap, added };
}
