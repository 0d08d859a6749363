import { diffArrays } from 'diff';
import type { Diff, DiffMode, Stretch } from '@/lib/core/diff/diff';
import { jsonIn, NO_JSON } from '@/lib/core/diff/json-in-text';
import { merge, rowsOf } from '@/lib/core/diff/rows';
import { structureDiff } from '@/lib/core/diff/structure';
import { countWords, linesOf, sentencesOf, wordsOf } from '@/lib/core/diff/tokens';

/** Characters of a side. */
const MOST_CHARACTERS = 2_000_000;
/** Milliseconds: what two texts have in common takes longer to find the less they have. */
const LONGEST = 3000;

type Changes = { value: string[]; removed: boolean; added: boolean }[];

const changesIn = (before: string[], after: string[], longest: number): Changes | null =>
  diffArrays(before, after, { timeout: longest }) ?? null;

/** By words inside the sentences that differ: less exact than word by word, and found in long texts as well. */
export function changesInSentences(before: string, after: string, longest: number): Changes | null {
  const end = Date.now() + longest;
  const sentences = changesIn(sentencesOf(before), sentencesOf(after), longest);
  if (!sentences) return null;
  const found: Changes = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const [one, next] = [sentences[at], sentences[at + 1]];
    if (!one) break;
    const pair = next && (one.removed || one.added) && (next.removed || next.added) ? next : null;
    const [old, now] = one.removed ? [one, pair] : [pair, one];
    const inside =
      pair && old && now ? changesIn(wordsOf(old.value.join('')), wordsOf(now.value.join('')), end - Date.now()) : null;
    if (Date.now() > end) return null;
    const words = (change: Changes[number]) => ({ ...change, value: wordsOf(change.value.join('')) });
    found.push(...(inside ?? [one, ...(pair ? [pair] : [])].map(words)));
    if (pair) at += 1;
  }
  return found;
}

function diffTokens(before: string, after: string, mode: 'words' | 'lines', longest: number): Diff | null {
  const changes =
    mode === 'words'
      ? (changesIn(wordsOf(before), wordsOf(after), longest) ?? changesInSentences(before, after, longest))
      : changesIn(linesOf(before), linesOf(after), longest);
  if (!changes) return null;
  const count = (tokens: string[]): number => (mode === 'words' ? countWords(tokens) : tokens.length);
  let [removed, added] = [0, 0];
  const stretches = changes.map((change): Stretch => {
    if (change.removed) removed += count(change.value);
    if (change.added) added += count(change.value);
    return { kind: change.removed ? 'removed' : change.added ? 'added' : 'same', text: change.value.join('') };
  });
  const segments = merge(stretches);
  const last = segments.findLast(({ change }) => change !== null);
  return { rows: rowsOf(segments), changes: (last?.change ?? -1) + 1, removed, added, changed: 0 };
}

/**
 * Compares two texts. It may take some seconds, so it is the worker's to call.
 * @param longest milliseconds to look for what the texts have in common
 * @returns the comparison, or one sentence why there is none
 */
export function computeDiff(
  before: string,
  after: string,
  mode: DiffMode,
  longest = LONGEST,
): Diff | { problem: string } {
  if (Math.max(before.length, after.length) > MOST_CHARACTERS) {
    return { problem: `One of the texts is longer than ${MOST_CHARACTERS.toLocaleString('en-US')} characters.` };
  }
  if (mode === 'json') {
    const [old, now] = [jsonIn(before), jsonIn(after)];
    const both = 'problem' in old && 'problem' in now && old.problem === now.problem;
    if (both) return { problem: old.problem === NO_JSON ? 'Neither text is JSON.' : `Each text ${old.problem}.` };
    if ('problem' in old) return { problem: `The first text ${old.problem}.` };
    if ('problem' in now) return { problem: `The second text ${now.problem}.` };
    return structureDiff(old.value, now.value);
  }
  return (
    diffTokens(before, after, mode, longest) ?? {
      problem:
        mode === 'words'
          ? 'Comparing the texts by words took too long. Compare them by lines.'
          : 'Comparing the texts took too long.',
    }
  );
}
