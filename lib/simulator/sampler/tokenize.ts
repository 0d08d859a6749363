import { hash } from '@/lib/simulator/random';

/**
 * Words with their leading blank, numbers of up to three digits, runs of one sign, blanks. CJK characters stand alone.
 * Joining the pieces gives the text back.
 */
const PIECE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]| ?[\p{L}\p{M}](?:[\p{L}\p{M}]|['’](?=\p{L}))*| ?\d{1,3}| ?([^\s\p{L}\p{M}\d])\1{0,3}|\n+|[^\S\n]+(?=[^\S\n]\S)|\s/gu;

const LONGEST = 11;
const PART = 7;

function* split(piece: string): Generator<string> {
  if (piece.length <= LONGEST) {
    yield piece;
    return;
  }
  let from = 0;
  while (piece.length - from > PART + 2) {
    // A surrogate pair must not be torn: the second half alone is not text.
    const high = (piece.charCodeAt(from + PART - 1) & 0xfc00) === 0xd800;
    const to = from + PART + (high ? 1 : 0);
    yield piece.slice(from, to);
    from = to;
  }
  yield piece.slice(from);
}

/** Cuts a text into tokens. About four letters of English make one. */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.length <= LONGEST) tokens.push(piece);
    else tokens.push(...split(piece));
  }
  return tokens;
}

/** Number of tokens of a text, by the same rule as {@link tokenize}. */
export function countTokens(text: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    count += piece.length <= LONGEST ? 1 : Math.ceil((piece.length - 2) / PART);
  }
  return count;
}

/**
 * The id of a token, as `logit_bias` names it: 24 bits of the hash of its text, so that an id never moves when the
 * vocabulary grows. Two tokens may share an id in theory; a bias then acts on both.
 */
export const tokenId = (token: string): number => hash(token) >>> 8;
