import type { Diff, DiffMode } from '@/lib/core/diff/diff';

const number = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const UNITS = { words: ['word', 'words'], lines: ['line', 'lines'], json: ['path', 'paths'] } as const;

/** Every word of the comparison of two answers. */
export const compareWords = {
  menu: 'Compare with',
  version: (at: number) => `Version ${at}`,
  pane: (at: number, name: string) => `${at}. ${name}`,
  none: 'There is no other version, and no other pane answers this prompt.',
  title: 'Compare answers',
  label: (before: string, after: string) => `${before} beside ${after}`,
  mode: 'Compare by',
  modes: { words: 'Words', lines: 'Lines', json: 'JSON' } satisfies Record<DiffMode, string>,
  comparing: 'Comparing…',
  same: 'No difference.',
  sameJson: 'The same JSON, whatever the order of keys.',
  summary({ changes, removed, added, changed }: Diff, mode: DiffMode): string {
    if (changes === 0) return mode === 'json' ? compareWords.sameJson : compareWords.same;
    const [one, many] = UNITS[mode];
    const parts = [
      changed > 0 ? `${number(changed, one, many)} changed` : '',
      removed > 0 ? `${number(removed, one, many)} removed` : '',
      added > 0 ? `${number(added, one, many)} added` : '',
    ].filter(Boolean);
    const why = parts.length > 0 ? `: ${parts.join(', ')}` : '';
    return `${number(changes, 'change', 'changes')}${why}.`;
  },
};
