import { exact, likely, prose, type Segment } from '@/lib/simulator/sampler/segment';

const ASKS = /\b(?:review|critique|feedback on|improve|what(?:'s| is) wrong with|find (?:the |any )?bugs?)\b/i;
const LOOKS_LIKE_CODE =
  /```|\b(?:function|def|class|const|let|fn|func|import|return)\b[^.?!]*[(){};=:]|=>|\w+\([^)]*\)\s*\{/;
const DEFINES = /\b(?:function|def|fn|func|class|const|let|var)\s+([A-Za-z_]\w*)\s*(?:\(([^)]*)\))?/;

/** Whether the prompt shows code and asks what is to be said about it. */
export const asksForReview = (prompt: string): boolean =>
  ASKS.test(prompt) && (LOOKS_LIKE_CODE.test(prompt) || /\bcode\b/i.test(prompt));

/** A review of code that was read for its names only, and says so by keeping to what is true of any. */
export function codeReview(prompt: string): Segment[] {
  const [, name, listed = ''] = DEFINES.exec(prompt) ?? [];
  const takes = listed
    .split(',')
    .map((each) => /[A-Za-z_]\w*/.exec(each)?.[0] ?? '')
    .filter((each) => each !== '');
  if (!name && !LOOKS_LIKE_CODE.test(prompt)) return [likely('Paste the code below, and I will look at it.')];
  const what: Segment[] = name ? [exact(`\`${name}\``)] : [likely('The code')];
  const inputs = takes.map((each) => `\`${each}\``).join(takes.length > 2 ? ', ' : ' and ');
  return [
    ...what,
    likely(' is short enough to read at a glance, which is a good sign.'),
    ...(inputs ? [likely(' Nothing is checked yet about '), exact(`${inputs}.`)] : []),
    exact('\n\n'),
    likely('What I would change:'),
    ...[1, 2, 3].flatMap((place) => [exact(`\n${place === 1 ? '\n' : ''}${place}. `), prose('review')]),
  ];
}
