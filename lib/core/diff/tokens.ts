/**
 * Words with the blanks before them, punctuation, and line ends one by one: what is compared word by word. Blanks go with
 * their word, as spaces that stay would else be kept in place of words that do. Joined they are the text again.
 */
export function wordsOf(text: string): string[] {
  const tokens: string[] = [];
  let blank = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (/[\r\n]/.test(segment)) {
      if (blank) tokens.push(blank);
      tokens.push(segment);
      blank = '';
    } else if (segment.trim() === '') blank += segment;
    else {
      tokens.push(blank + segment);
      blank = '';
    }
  }
  if (blank) tokens.push(blank);
  return tokens;
}

/** Lines with their ends. Joined they are the text again. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Sentences, or what ends like one, with the blanks behind them. Joined they are the text again. */
export const sentencesOf = (text: string): string[] => text.match(/[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+/g) ?? [];

/** Tokens that a reader would count: blanks are none. */
export const countWords = (tokens: readonly string[]): number =>
  tokens.filter((token) => /[\p{L}\p{N}\p{S}]/u.test(token)).length;
