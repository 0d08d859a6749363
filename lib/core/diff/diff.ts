/** How two texts are compared: word by word, line by line, or as the JSON that they hold. */
export type DiffMode = 'words' | 'lines' | 'json';

export type Edit = 'same' | 'removed' | 'added';

/** A stretch of text that one or both sides have. */
export interface Stretch {
  kind: Edit;
  text: string;
}

export interface DiffSegment extends Stretch {
  /** Which change it belongs to, from 0; null where both sides are the same. */
  change: number | null;
}

/** What stands beside each other. Without `added` the segments are the text before, without `removed` that after. */
export interface DiffRow {
  /** Where in the JSON it is; null for text. */
  path: string | null;
  segments: DiffSegment[];
  /** Number of the first line on each side, from 1; null for JSON. */
  beforeLine: number | null;
  afterLine: number | null;
}

/** How two texts differ. */
export interface Diff {
  rows: DiffRow[];
  changes: number;
  /** Words, lines or paths that are on one side only, and paths whose value is another. */
  removed: number;
  added: number;
  changed: number;
}
