'use client';
import { cn } from './cn';
import type { DiffRowView, DiffSegmentView } from './diff-fold';

interface PieceProps {
  segment: DiffSegmentView;
  /** Whole lines, each marked at its side, in place of words marked within the text. */
  whole: boolean;
  current: number;
}

const LOOK = {
  removed: 'bg-danger-tint decoration-danger',
  added: 'bg-success-tint decoration-success',
};

/** A stretch of a million letters takes a browser seconds to lay out: the rest of it is told, not drawn. */
const MOST_LETTERS = 20_000;

const cut = (text: string): string => {
  const more = text.length - MOST_LETTERS;
  return more > 0 ? `${text.slice(0, MOST_LETTERS)} … (${more.toLocaleString('en-US')} more characters)` : text;
};

/** A line end that came or went, or is another one, would be seen by nobody. */
const visible = (text: string): string => {
  const marked = text.replaceAll('\r', '␍');
  return text.trim() === '' ? marked.replaceAll('\n', '↵\n') : marked;
};

function Piece({ segment: { kind, text, change }, whole, current }: PieceProps) {
  if (kind === 'same') return cut(text);
  const Tag = kind === 'removed' ? 'del' : 'ins';
  return (
    <Tag
      data-change={change}
      className={cn(
        LOOK[kind],
        whole && 'relative block ps-4 no-underline',
        !whole && (kind === 'removed' ? 'line-through' : 'underline underline-offset-2'),
        change === current && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      {whole && (
        <span aria-hidden className={cn('absolute start-1', kind === 'removed' ? 'text-danger' : 'text-success')}>
          {kind === 'removed' ? '−' : '+'}
        </span>
      )}
      {cut(visible(whole ? text.replace(/\n$/, '') : text))}
    </Tag>
  );
}

interface RowProps {
  row: DiffRowView;
  whole: boolean;
  current: number;
  split: boolean;
}

const NUMBER = 'w-10 px-1 text-end text-muted select-none tabular-nums';
const TEXT = 'whitespace-pre-wrap break-words [overflow-wrap:anywhere]';

/** One row of a comparison: both sides beside each other, or one after the other. */
export function DiffRow({ row, whole, current, split }: RowProps) {
  // Segments of one comparison never move.
  const pieces = (without: 'removed' | 'added' | null) =>
    row.segments.map((segment, at) =>
      // oxlint-disable-next-line react/no-array-index-key
      segment.kind === without ? null : <Piece key={at} {...{ segment, whole, current }} />,
    );
  const changed = row.segments.some(({ change }) => change !== null);
  const lacks = (side: 'removed' | 'added'): boolean => row.segments.every(({ kind }) => kind === side);
  const number = (line: number | null) => (row.path === null ? <td className={NUMBER}>{line}</td> : null);
  return (
    <>
      {row.path !== null && (
        <tr>
          <th scope="rowgroup" colSpan={split ? 2 : 1} className="px-2 pt-2 text-start font-medium break-all">
            {row.path}
          </th>
        </tr>
      )}
      <tr className={cn('align-top', row.path !== null && 'border-b border-line')}>
        {split ? (
          <>
            {number(lacks('added') ? null : row.beforeLine)}
            <td className={cn(TEXT, 'border-e border-line px-2', lacks('added') && 'bg-sunken')}>{pieces('added')}</td>
            {number(lacks('removed') ? null : row.afterLine)}
            <td className={cn(TEXT, 'px-2', lacks('removed') && 'bg-sunken')}>{pieces('removed')}</td>
          </>
        ) : (
          <td className={cn(TEXT, 'px-2', !changed && whole && 'ps-6')}>{pieces(null)}</td>
        )}
      </tr>
    </>
  );
}
