'use client';
import {
  defaultRangeExtractor,
  observeElementRect,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { Entry } from './entries';

const ROW = 44;
const HEADING = 32;
const EDGE = 4;

/** What the list will measure: the dialog's share of the screen less what stands above and below the list, in pixels. */
const firstHeight = (): number => (innerWidth < 640 ? innerHeight - 170 : innerHeight * 0.7 - 152);

const lineKey = (line: Entry | undefined, at: number): string | number =>
  line === undefined ? at : line.kind === 'heading' ? `heading ${line.section}` : `${line.kind} ${line.id}`;

/** Which lines are to be drawn and where. @param activeLine index of the active line, -1 for none */
export function useVisibleLines(box: RefObject<HTMLElement | null>, lines: readonly Entry[], activeLine: number) {
  // oxlint-disable-next-line react/incompatible-library -- the caller reads it in the same render and memoises nothing of it
  return useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => (lines[at]?.kind === 'heading' ? HEADING : ROW),
    // Sizes are remembered by key: a new list must not inherit those of the old one.
    getItemKey: useCallback((at: number) => lineKey(lines[at], at), [lines]),
    initialRect: { width: 0, height: firstHeight() },
    // Before the dialog is shown the list has no height; to take that for the truth would draw everything twice.
    observeElementRect: (instance, heed) =>
      observeElementRect(instance, (rect) => {
        if (rect.height > 0) heed(rect);
      }),
    // The active row stays in the document even when it is scrolled away, for `aria-activedescendant` points at it.
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range);
        return activeLine < 0 || drawn.includes(activeLine)
          ? drawn
          : [...drawn, activeLine].sort((left, right) => left - right);
      },
      [activeLine],
    ),
    overscan: 1,
    paddingStart: EDGE,
    paddingEnd: EDGE,
  });
}

/**
 * Scrolls as little as brings a line into view, the first one with what stands above it. From remembered sizes: to ask the
 * document would make the browser lay the page out once more for every key.
 */
export function revealLine(virtual: Virtualizer<HTMLElement, Element>, at: number): void {
  const line = virtual.measurementsCache[at];
  if (line === undefined) return;
  const [top, height] = [virtual.scrollOffset ?? 0, virtual.scrollRect?.height ?? 0];
  if (at === 0) {
    if (top > 0) virtual.scrollToOffset(0);
  } else if (line.start < top + EDGE || line.end > top + height - EDGE) {
    virtual.scrollToIndex(at, { align: 'auto' });
  }
}
