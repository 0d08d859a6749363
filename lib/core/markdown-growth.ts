import { endsInFence, hasDefinition, openFence } from './markdown-blocks';

/**
 * Nothing in these can begin, end or undo a mark of Markdown once their line holds a letter. Some can make an address
 * (`www.`, `http:`), and those are looked at.
 */
const HARMLESS = String.raw`\p{L}\p{M}\p{N} .,;'"?%!:=+$€£–—’‘“”…，。、！？：；\-`;
const PLAIN = new RegExp(`^[${HARMLESS}]+$`, 'u');
const PLAIN_END = new RegExp(`[${HARMLESS}]{1,24}$`, 'u');
/** In code everything stands for itself, but for what may close it. */
const CODE = /^[^`~\r\t]*[^`~\s]$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const LETTER = /\p{L}/u;
const SHOWN = /[\p{L}\p{N}]/u;
/** What is, or may yet become, an address or an entity is a link or a character as a whole, or not at all. */
const ADDRESS = /[@:/_~[\]()&]|(?:^|\W)www$/i;
const SCHEME = /(?:^|\W)(?:https?|ftp|mailto|xmpp):$/i;
/** What a line may begin with that is not shown as text. */
const MARKERS = /^\s*(?:(?:[-+*>]|#{1,6}|\[[ xX]\]|\d{1,9}[.)])\s+)*/;
const TABLE_ROW = /^ {0,3}\|.*\|\s*$/;
const TABLE_RULE = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** What is added to the end of a text, where that only makes its last words longer. */
export interface PlainGrowth {
  /** How the last words that are shown must end; else something else than this text is shown last. */
  tail: string;
  /** White space at the end of the text before, of which a paragraph shows nothing until something follows. */
  gap: string;
  added: string;
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
const pipesIn = (line: string): number => line.split('|').length - 1;

/** Whether the last line is a row of a table whose last cell is one that the table shows. */
function endsInCell(block: string, line: string): boolean {
  const [head = '', rule = '', row] = block.split('\n', 3);
  if (row === undefined || /\n\s*\n/.test(block)) return false;
  if (!TABLE_ROW.test(head) || head.includes('\\') || !TABLE_ROW.test(rule) || !TABLE_RULE.test(rule)) return false;
  return pipesIn(head) === pipesIn(rule) && /^ {0,3}\|[^\\`]*$/.test(line) && pipesIn(line) < pipesIn(head);
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function codeGrowth(before: string, added: string, { opener, at }: { opener: string; at: number }): PlainGrowth | null {
  const shown = before.trimEnd();
  const gap = before.slice(shown.length);
  const line = lastLine(before);
  // The fence itself is no code, and a line like it may still close it.
  if (FENCE.test(line) || FENCE.test(lastLine(shown))) return null;
  // A fence of its own ends by its mark alone. In a list or a quote it may end with that, and loses its indent.
  const alone = at === 0 && indentOf(opener) === 0;
  const within = LETTER.test(line) && indentOf(line) >= indentOf(opener) && PLAIN.test(added);
  const tail = lastLine(shown).trim().slice(-24);
  return tail !== '' && CODE.test(added) && (alone || within) ? { tail, gap, added } : null;
}

/**
 * Tells growth that changes nothing about how Markdown is read: most pieces of an answer are a plain word more in the
 * same paragraph, the same cell or the same code, and need no parser. Null where in doubt: a new line, a mark, a link.
 * @param before the last block of a text; what is open in it (bold, code, a fence) stays open
 */
export function plainGrowth(before: string, after: string): PlainGrowth | null {
  if (after.length <= before.length || !after.startsWith(before)) return null;
  const added = after.slice(before.length);
  const fence = openFence(before);
  if (fence) return codeGrowth(before, added, fence);
  if (hasDefinition(before)) return null;
  const shown = before.trimEnd();
  const gap = before.slice(shown.length);
  const line = lastLine(before);
  const inCell = line.includes('|') && endsInCell(before, line);
  if (line.includes('|') && before.includes('\n') && !inCell) return null;
  // A fence within a list or a quote, of which the first line is not shown as text.
  if (/`{3}|~{3}/.test(line)) return null;
  // A line that holds no letter yet may still become a list, a rule or the underline of a heading.
  if (!inCell && !LETTER.test(line)) return null;
  const text = lastLine(shown).replace(MARKERS, '');
  const end = PLAIN_END.exec(text)?.[0];
  const tail = inCell ? end?.trimStart() : end;
  if (!tail || !PLAIN.test(added)) return null;
  // An address is shown as a link, also once a space stands behind it. A colon is none, but behind a protocol.
  const word = /\S*$/.exec(shown)?.[0] ?? '';
  const follows = gap + added;
  const last = follows.startsWith(' ') && !SCHEME.test(word) ? word.replace(/:$/, '') : word;
  const address = ADDRESS.test(last) || /www\./i.test(word + follows) || SCHEME.test(`${word}${follows}`.trimEnd());
  return address ? null : { tail, gap, added };
}

/**
 * Whether what is added does not show yet what it will be: marks alone, or the beginning of a line that may become a
 * list. The next piece mostly tells, and to draw it before would show what is then taken back.
 */
export function isUndecided(before: string, after: string): boolean {
  if (!SHOWN.test(after.slice(before.length))) return true;
  const line = lastLine(after);
  return !LETTER.test(line) && !line.trimStart().startsWith('|') && !endsInFence(after);
}
