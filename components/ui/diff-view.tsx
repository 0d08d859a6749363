'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { announce } from './announcer';
import { Button } from './button';
import { type DiffRowView, firstBlocks, foldRows } from './diff-fold';
import { DiffRow } from './diff-row';
import { IconButton } from './icon-button';
import { useMedia } from './use-media';

/** Segments that are drawn at once, and that each press adds. */
const STEP = 1500;

const ENGLISH = {
  previous: 'Previous change',
  next: 'Next change',
  at: (at: number, of: number) => `Change ${at} of ${of}`,
  folded: (rows: number) => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'line is' : 'lines are'} the same`,
  more: 'Show more',
};

const HEAD = 'border-b border-line px-2 py-1 text-start font-medium break-words';

export type DiffViewProps = {
  rows: readonly DiffRowView[];
  /** How many there are; they are walked through with n and p. */
  changes: number;
  /** Names what is compared. */
  label: string;
  /** Names of the sides. */
  before: string;
  after: string;
  /** What differs, in a sentence: shown, and said aloud when it comes. */
  summary: string;
  /** Whole lines (or values) differ, not words within them. */
  whole: boolean;
  /** Stands beside the buttons, whatever is compared, so that it keeps the focus. */
  controls?: ReactNode;
  /** Stands in the place of the texts while there is nothing to show of them. */
  placeholder?: ReactNode;
  /** Names the comparison: another one begins at the top, with nothing unfolded. */
  comparison?: string;
};

interface Looked {
  comparison: string;
  unfolded: ReadonlySet<number>;
  most: number;
  current: number;
}

const unseen = (comparison: string): Looked => ({ comparison, unfolded: new Set(), most: STEP, current: -1 });

/** Two texts beside each other, or one after the other where there is no room. */
export function DiffView(props: DiffViewProps) {
  const { rows, changes, label, before, after, summary, whole, controls, placeholder, comparison = '' } = props;
  const split = useMedia('(min-width: 48rem)');
  const [looked, look] = useState(() => unseen(comparison));
  if (looked.comparison !== comparison) look(unseen(comparison));
  const { unfolded, most, current } = looked;
  const box = useRef<HTMLDivElement>(null);
  const region = useRef<HTMLElement>(null);
  const blocks = useMemo(() => foldRows(rows, unfolded), [rows, unfolded]);
  const numbered = split && rows.some(({ path }) => path === null);
  const shown = useMemo(() => firstBlocks(blocks, most, current), [blocks, most, current]);

  // Whoever cannot see the marks hears how many there are.
  useEffect(() => {
    if (summary) announce(summary);
  }, [summary]);

  // Where a change stands is known once it is drawn.
  useEffect(() => {
    if (current < 0) return;
    region.current?.querySelector(`[data-change="${current}"]`)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [current]);

  const go = (by: 1 | -1): void => {
    if (changes === 0) return;
    const to = Math.min(Math.max(current + by, 0), changes - 1);
    look({ ...looked, current: to });
    announce(ENGLISH.at(to + 1, changes));
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const by = event.key === 'n' ? 1 : event.key === 'p' ? -1 : null;
    const typing = event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type="radio"])');
    if (by === null || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(by);
  });

  // The keys are the dialog's where there is one: its head has the focus when it opens, and React has no event for it.
  useEffect(() => {
    const scope: HTMLElement | null | undefined = box.current?.closest('dialog') ?? box.current;
    scope?.addEventListener('keydown', onKey);
    return () => scope?.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div ref={box} className="flex min-h-0 grow flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {controls}
        <p className="text-sm text-muted max-sm:order-last max-sm:w-full">{summary}</p>
        {changes > 0 && (
          <div className="ms-auto flex items-center gap-1 text-xs text-muted">
            <span className="min-w-16 text-end tabular-nums">{current < 0 ? '' : `${current + 1} / ${changes}`}</span>
            <IconButton label={ENGLISH.previous} shortcut="P" aria-keyshortcuts="p" onClick={() => go(-1)}>
              <ChevronUp size={16} aria-hidden />
            </IconButton>
            <IconButton label={ENGLISH.next} shortcut="N" aria-keyshortcuts="n" onClick={() => go(1)}>
              <ChevronDown size={16} aria-hidden />
            </IconButton>
          </div>
        )}
      </div>
      {placeholder ?? (
        <section
          ref={region}
          tabIndex={0}
          aria-label={label}
          className="min-h-0 grow overflow-y-auto overscroll-contain rounded-control border border-line bg-surface"
        >
          {/* Kerning: a word of a million letters would take minutes to set with it. */}
          <table className="w-full table-fixed border-collapse text-xs leading-5 [font-kerning:none] [overflow-wrap:anywhere]">
            <caption className="sr-only">{label}</caption>
            {numbered && (
              <colgroup>
                <col className="w-10" />
                <col />
                <col className="w-10" />
                <col />
              </colgroup>
            )}
            {split && (
              <thead className="sticky top-0 z-10 bg-raised">
                <tr className="text-start text-muted">
                  {[before, after].map((side, at) => (
                    // Both may be called the same.
                    // oxlint-disable-next-line react/no-array-index-key
                    <th key={at} scope="col" colSpan={numbered ? 2 : 1} className={HEAD}>
                      {side}
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {shown.map((block) =>
                'row' in block ? (
                  <DiffRow key={block.at} row={block.row} whole={whole} current={current} split={split} />
                ) : (
                  <tr key={`fold-${block.from}`}>
                    <td colSpan={split ? (numbered ? 4 : 2) : 1} className="border-y border-line bg-sunken text-center">
                      <Button
                        variant="ghost"
                        size="dense"
                        className="text-xs font-normal text-muted"
                        onClick={() => look({ ...looked, unfolded: new Set([...unfolded, block.from]) })}
                      >
                        {ENGLISH.folded(block.folded)}
                      </Button>
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
          {shown.length < blocks.length && (
            <div className="p-2 text-center">
              <Button size="dense" onClick={() => look({ ...looked, most: most + STEP })}>
                {ENGLISH.more}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
