/** What a POSIX shell would make of a command line: its words, up to the first thing that is not a word. */
export interface ShellWords {
  words: string[];
  /** Variables that the shell would put in; they stand in the words as they were written. */
  variables: string[];
  /** The operator that ended the command, with what follows it; null where nothing follows. */
  rest: string | null;
}

const HEREDOC = 'A here-document (<<) cannot be read: paste the text itself in single quotes.';
const SUBSTITUTION = 'A command inside the command ($(…) or `…`) cannot be run here: paste what it gives.';
const UNCLOSED = 'A quote is opened and never closed.';

const BLANK = /[ \t\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
/** Octal, hexadecimal and Unicode escapes of $'…'. */
const NUMBERED = /[0-7]{1,3}|x[\dA-Fa-f]{1,2}|u[\dA-Fa-f]{1,4}|U[\dA-Fa-f]{1,8}/y;
const VARIABLE = /\$(?:\{[^}]*\}|[A-Za-z_]\w*|[\d@*#?$!-])/y;

/** One pass over the text; each method reads one thing and leaves `at` behind it. */
class Reader {
  at = 0;
  readonly variables = new Set<string>();
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  single(): string {
    const end = this.text.indexOf("'", this.at + 1);
    if (end < 0) throw new SyntaxError(UNCLOSED);
    const inner = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return inner;
  }

  double(): string {
    let out = '';
    this.at += 1;
    for (;;) {
      const letter = this.text[this.at];
      if (letter === undefined) throw new SyntaxError(UNCLOSED);
      if (letter === '"') break;
      if (letter === '\\') {
        const next = this.text[this.at + 1] ?? '';
        if (next !== '\n') out += '$`"\\'.includes(next) ? next : `\\${next}`;
        this.at += 2;
      } else out += this.plainOrVariable();
    }
    this.at += 1;
    return out;
  }

  /** $'…', as bash and browsers write texts with control characters. */
  ansi(): string {
    let out = '';
    this.at += 2;
    for (;;) {
      const letter = this.text[this.at];
      if (letter === undefined) throw new SyntaxError(UNCLOSED);
      this.at += 1;
      if (letter === "'") return out;
      if (letter !== '\\') {
        out += letter;
        continue;
      }
      NUMBERED.lastIndex = this.at;
      const number = NUMBERED.exec(this.text)?.[0];
      const name = this.text[this.at] ?? '';
      if (number === undefined) out += ESCAPES[name] ?? ('\\\'"?'.includes(name) ? name : `\\${name}`);
      else out += characterOf(number);
      this.at += number?.length ?? 1;
    }
  }

  plainOrVariable(): string {
    const letter = this.text[this.at] ?? '';
    if (letter === '`' || this.text.startsWith('$(', this.at)) throw new SyntaxError(SUBSTITUTION);
    VARIABLE.lastIndex = this.at;
    const variable = letter === '$' ? VARIABLE.exec(this.text)?.[0] : undefined;
    if (variable !== undefined) this.variables.add(variable);
    this.at += variable?.length ?? 1;
    return variable ?? letter;
  }
}

function characterOf(number: string): string {
  const code = /^[xuU]/.test(number) ? Number.parseInt(number.slice(1), 16) : Number.parseInt(number, 8);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
}

/**
 * Reads '…', "…", $'…', backslashes and continued lines as a POSIX shell does, in time linear in the text.
 * @returns the words of the first command, or one sentence for what only a real shell can do
 */
export function shellWords(text: string): ShellWords | { problem: string } {
  const reader = new Reader(text);
  const words: string[] = [];
  let word: string | null = null;
  const end = (): void => {
    if (word !== null) words.push(word);
    word = null;
  };
  try {
    while (reader.at < text.length) {
      const letter = text[reader.at] ?? '';
      if (letter === "'") word = (word ?? '') + reader.single();
      else if (letter === '"') word = (word ?? '') + reader.double();
      else if (text.startsWith("$'", reader.at)) word = (word ?? '') + reader.ansi();
      // PowerShell continues a line with a backtick; anywhere else that opens a command.
      else if (letter === '\\' || /^`\r?\n/.test(text.slice(reader.at, reader.at + 3))) {
        const next = text[reader.at + 1] ?? '';
        const continued = /^[\\`]\r?\n/.exec(text.slice(reader.at, reader.at + 3))?.[0];
        if (continued === undefined && next !== '') word = (word ?? '') + next;
        reader.at += continued?.length ?? 2;
      } else if (BLANK.test(letter)) {
        end();
        reader.at += 1;
      } else if (text.startsWith('<<', reader.at)) throw new SyntaxError(HEREDOC);
      else if ('|&;<>()\n'.includes(letter) || (letter === '#' && word === null)) {
        end();
        const rest = text.slice(reader.at).trim();
        // Blank lines before the command are none of its ends.
        if (letter === '\n' && words.length === 0) reader.at += 1;
        else return { words, variables: [...reader.variables], rest: rest === '' ? null : rest };
      } else word = (word ?? '') + reader.plainOrVariable();
    }
  } catch (error) {
    return { problem: error instanceof SyntaxError ? error.message : UNCLOSED };
  }
  end();
  return { words, variables: [...reader.variables], rest: null };
}
