import type { ShellWords } from './shell-words';

/** Whether a command was written for cmd.exe: the first caret outside quotes stands before a quote or a line's end. */
export const isForCmd = (text: string): boolean => /^(?:[^'"\\^]|"[^"]*")*\^(?:"|\r?\n)/.test(text);

/** What cmd.exe hands on: carets are gone, lines are joined. @returns the text and what it would do after it */
function withoutCarets(text: string): { plain: string; rest: string | null } {
  let plain = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '^' && !quoted) {
      const end = /^\r?\n/.exec(text.slice(at + 1, at + 3))?.[0];
      // A line that is continued takes its first letter as it is, even the end of an empty line.
      if (end !== undefined) at += end.length;
      plain += text[at + 1] ?? '';
      at += 1;
    } else if (!quoted && '|&<>\n'.includes(letter) && plain.trim() !== '') {
      const rest = text.slice(at).trim();
      return { plain, rest: rest === '' ? null : rest };
    } else {
      if (letter === '"') quoted = !quoted;
      plain += letter;
    }
  }
  return { plain, rest: null };
}

/** Splits a command line as programs on Windows do: `\"` and `""` are quotes inside quotes. */
function* splitWords(line: string): Generator<string> {
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (!quoted && /\s/.test(letter)) {
      if (word !== null) yield word;
      word = null;
      continue;
    }
    word ??= '';
    if (letter === '"') {
      if (quoted && line[at + 1] === '"') {
        word += '"';
        at += 1;
      } else quoted = !quoted;
    } else if (letter === '\\') {
      let slashes = 1;
      while (line[at + slashes] === '\\') slashes += 1;
      const beforeQuote = line[at + slashes] === '"';
      word += '\\'.repeat(beforeQuote ? slashes >> 1 : slashes);
      at += slashes - 1;
      if (beforeQuote && slashes % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else word += letter;
  }
  if (word !== null) yield word;
}

/** Reads a command as cmd.exe and a program on Windows would, as browsers copy it there (“Copy as cURL (cmd)”). */
export function cmdWords(text: string): ShellWords {
  const { plain, rest } = withoutCarets(text);
  return { words: [...splitWords(plain)], variables: [], rest };
}
