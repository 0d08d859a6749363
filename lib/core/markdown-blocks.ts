// Behind backticks that open a fence there are no others: those would be code in the line.
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const BLANK = /^\s*$/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const INDENTED = /^(?: {2,}|\t)/;
/** Link definitions and footnotes reach over the whole text. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/m;

/**
 * Cuts Markdown at blank lines where the top level goes on with something new, so that a growing answer is parsed at
 * its last block only: finished blocks never change again. Fenced code and lists stay whole; a text with link
 * definitions is one block. Joined by a blank line the blocks are the text again.
 */
export function splitBlocks(text: string): string[] {
  if (DEFINITION.test(text)) return [text];
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let inList = false;
  let blank = false;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null) {
      block.push(line);
      // A fence closes by the same mark, at least as long, with nothing behind it.
      if (mark !== null && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = null;
      continue;
    }
    if (BLANK.test(line)) {
      blank = block.length > 0;
      if (blank) block.push(line);
      continue;
    }
    const goesOn = INDENTED.test(line) || (inList && LIST_ITEM.test(line));
    if (blank && !goesOn) {
      blocks.push(block.join('\n').trimEnd());
      block = [];
      inList = false;
    }
    blank = false;
    if (block.length === 0) inList = LIST_ITEM.test(line);
    block.push(line);
    if (mark !== null) fence = mark;
  }
  if (block.length > 0) blocks.push(block.join('\n').trimEnd());
  return blocks;
}

/** The line that opened the fenced code block in which the text ends, and its place among the lines; null outside of one. */
export function openFence(text: string): { opener: string; at: number } | null {
  let [fence, opener, at] = ['', '', 0];
  for (const [place, line] of text.split('\n').entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) continue;
    if (fence === '') [fence, opener, at] = [mark, line, place];
    else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = '';
  }
  return fence === '' ? null : { opener, at };
}

/** Whether the text ends inside a fenced code block. */
export const endsInFence = (text: string): boolean => openFence(text) !== null;

/** Whether something in it shows nothing where it stands. */
export const hasDefinition = (text: string): boolean => DEFINITION.test(text);
