const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\\': '\\' };

/** Texts as lines, with what a line cannot show written as an escape. */
export const writeLines = (texts: readonly string[]): string =>
  texts
    .map((text) =>
      text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t'),
    )
    .join('\n');

/** The texts that stand on the lines; empty lines hold none, blanks count. An unknown escape is what it looks like. */
export const readLines = (typed: string): string[] =>
  typed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(/\\([nrt\\])/g, (_, letter: string) => ESCAPES[letter] ?? letter));
