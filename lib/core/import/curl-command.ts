import { cmdWords, isForCmd } from './cmd-words';
import { type CurlOption, curlOption } from './curl-options';
import { shellWords } from './shell-words';

export interface CurlCommand {
  /** The request's body as text; null where the command sends none. */
  body: string | null;
  url: string | null;
  /** One sentence for each thing that was left out. No value of a header and no key is ever in them. */
  remarks: string[];
}

/** Names under which keys travel. Their values are not even looked at. */
const SECRET = /auth|key|token|secret|cookie|password|credential/i;
const SILENT = new Set(['content-type', 'accept', 'user-agent', 'content-length', 'connection', 'accept-encoding']);
const KEY_LEFT_OUT = 'A key was left out: the playground never keeps keys from a paste.';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** One option with its value, however they were joined: `-d x`, `-dx`, `-sd x`, `--data x`, `--data=x`. */
interface Given {
  name: string;
  option: CurlOption | undefined;
  value: string;
}

const takesValue = (option: CurlOption | undefined): boolean =>
  option !== undefined && (option.kind !== 'ignored' || option.value);

/** Splits words into options and plain words. */
function* given(words: readonly string[]): Generator<Given> {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.startsWith('--')) {
      const [name = word] = word.split('=', 1);
      const whole = curlOption(word);
      const joined = whole === undefined && curlOption(name) !== undefined && name !== word;
      const option = whole ?? (joined ? curlOption(name) : undefined);
      if (joined) yield { name, option, value: word.slice(name.length + 1) };
      else yield { name: word, option, value: takesValue(option) ? (words[(at += 1)] ?? '') : '' };
    } else if (word.startsWith('-') && word.length > 1) {
      for (let letter = 1; letter < word.length; letter += 1) {
        const name = `-${word[letter] ?? ''}`;
        const option = curlOption(name);
        if (!takesValue(option)) yield { name, option, value: '' };
        else {
          const rest = word.slice(letter + 1);
          yield { name, option, value: rest === '' ? (words[(at += 1)] ?? '') : rest };
          break;
        }
      }
    } else yield { name: '', option: { kind: 'url' }, value: word };
  }
}

function headerRemark(header: string): string | null {
  const name = header.split(/[:;]/, 1)[0]?.trim() ?? '';
  if (header.startsWith('@')) return 'Headers from a file (-H @…) were left out.';
  if (SECRET.test(name)) return KEY_LEFT_OUT;
  return SILENT.has(name.toLowerCase()) ? null : `The header “${short(name)}” was left out.`;
}

function readWords(words: readonly string[], remarks: Set<string>): CurlCommand | { problem: string } {
  let body: string | null = null;
  let url: string | null = null;
  for (const { name, option, value } of given(words)) {
    switch (option?.kind) {
      case 'data':
        if (option.read !== 'text' && value.startsWith('@')) {
          return {
            problem: `The body is in a file (${name} @…), which cannot be read from here: paste what it holds.`,
          };
        }
        // As curl joins them.
        body = body === null ? value : body + (option.read === 'json' ? '' : '&') + value;
        break;
      case 'header': {
        const remark = headerRemark(value);
        if (remark) remarks.add(remark);
        break;
      }
      case 'secret':
        remarks.add(KEY_LEFT_OUT);
        break;
      case 'method':
        if (value.toUpperCase() !== 'POST')
          remarks.add(`The method “${short(value)}” was left out: it is always POST.`);
        break;
      case 'url':
        if (url === null) url = value;
        else remarks.add('A second address was left out.');
        break;
      case 'refused':
        return { problem: option.why };
      case 'ignored':
        break;
      default:
        remarks.add(`The option “${short(name)}” was not understood.`);
    }
  }
  return { body, url, remarks: [] };
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/**
 * Reads a cURL command as a POSIX shell or cmd.exe and curl would, and runs nothing.
 * @returns its body and what was left out, or one sentence for why it cannot be read
 */
export function readCurl(text: string): CurlCommand | { problem: string } {
  const pasted = text.replace(/^\s*[$#>]\s+/, '');
  const shell = isForCmd(pasted) ? cmdWords(pasted) : shellWords(pasted);
  if ('problem' in shell) return shell;
  const start = shell.words.findIndex((word) => !ASSIGNMENT.test(word));
  const program = shell.words[start] ?? '';
  if (!/^(.*\/)?curl(\.exe)?$/.test(program)) {
    return { problem: 'Paste a command that begins with “curl”, or a JSON object: { … }.' };
  }
  const remarks = new Set<string>();
  if (shell.words.slice(0, start).some((word) => SECRET.test(word.split('=', 1)[0] ?? ''))) remarks.add(KEY_LEFT_OUT);
  const command = readWords(shell.words.slice(start + 1), remarks);
  if ('problem' in command) return command;
  const visible = shell.variables.filter((name) => command.body?.includes(name));
  if (visible.length > 0) {
    remarks.add(
      `${visible.map(short).join(', ')} stands as it is written: a variable of your shell is not known here.`,
    );
  }
  if (shell.rest !== null) {
    const operator = /^[|&;<>()#]+/.exec(shell.rest)?.[0];
    remarks.add(operator ? `What follows “${operator}” was left out.` : 'What follows the command was left out.');
  }
  return { ...command, remarks: [...remarks] };
}
