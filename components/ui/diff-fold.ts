export type DiffKind = 'same' | 'removed' | 'added';

/** `change` counts the changes from 0; null where both sides are the same. */
export type DiffSegmentView = { kind: DiffKind; text: string; change: number | null };

export type DiffRowView = {
  /** Stands over the row. */
  path: string | null;
  segments: readonly DiffSegmentView[];
  /** Line numbers; null shows none. */
  beforeLine: number | null;
  afterLine: number | null;
};

/** Rows that are drawn, or a stretch of equal ones that is folded away. */
export type DiffBlock = { row: DiffRowView; at: number } | { folded: number; from: number };

/** Rows kept in sight around a change. */
const AROUND = 3;

const changed = ({ segments }: DiffRowView): boolean => segments.some(({ change }) => change !== null);

/**
 * Folds stretches of equal rows away, but for some around each change.
 * @param unfolded first rows of the stretches that are shown all the same
 */
export function foldRows(rows: readonly DiffRowView[], unfolded: ReadonlySet<number>): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  const show = (from: number, to: number): void => {
    for (const [place, row] of rows.slice(from, to).entries()) blocks.push({ row, at: from + place });
  };
  let from = 0;
  while (from < rows.length) {
    let to = from;
    for (let row = rows[to]; row !== undefined && !changed(row); row = rows[to]) to += 1;
    const head = from === 0 ? from : from + AROUND;
    const tail = to === rows.length ? to : to - AROUND;
    // A button in place of one row would hide more than it saves.
    if (tail - head > 1 && !unfolded.has(head)) {
      show(from, head);
      blocks.push({ folded: tail - head, from: head });
      show(tail, to);
    } else show(from, to);
    from = to;
    for (let row = rows[to]; row !== undefined && changed(row); row = rows[to]) to += 1;
    show(from, to);
    from = to;
  }
  return blocks;
}

/** The blocks with the first `most` segments, and more where the change that is looked at stands further down. */
export function firstBlocks(blocks: readonly DiffBlock[], most: number, looked: number): readonly DiffBlock[] {
  const needed =
    looked < 0
      ? -1
      : blocks.findIndex((block) => 'row' in block && block.row.segments.some(({ change }) => change === looked));
  let segments = 0;
  for (const [at, block] of blocks.entries()) {
    if (segments >= most && at > needed) return blocks.slice(0, at);
    segments += 'row' in block ? block.row.segments.length : 1;
  }
  return blocks;
}
