import type { JsonObject } from '@/lib/core/json';
import { completionsUrl, exportedBody, type ExportTarget, KEY_NAME } from './export-target';
import { shellQuote } from './shell-quote';

/** Linux refuses a longer word (128 KB); a word of the shell's own `printf` has no such limit. */
const LONGEST_WORD = 100_000;

/** UTF-8 takes at most three bytes for each UTF-16 unit. */
const mayBeTooLong = (text: string): boolean => text.length * 3 > LONGEST_WORD;

/** A command for any POSIX shell. The body arrives byte for byte as `JSON.stringify` writes it. */
export function curl(body: JsonObject, target: ExportTarget): string {
  const json = shellQuote(JSON.stringify(exportedBody(body, target)));
  const piped = mayBeTooLong(json);
  const lines = [
    `curl ${target.streaming ? '--no-buffer ' : ''}${shellQuote(completionsUrl(target))}`,
    `-H "Authorization: Bearer $${KEY_NAME}"`,
    "-H 'Content-Type: application/json'",
    ...Object.entries(target.headers ?? {}).map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`),
    // `--data-raw`, because `--data` reads a file when a text begins with @.
    piped ? '--data-binary @-' : `--data-raw ${json}`,
  ];
  return `${piped ? `printf '%s' ${json} |\n` : ''}${lines.join(' \\\n  ')}\n`;
}
