'use client';
import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';

const ROW = { wide: 47, phone: 63 };
const PHONE = '(max-width: 39.99rem)';

const rowHeight = (): number => (matchMedia(PHONE).matches ? ROW.phone : ROW.wide);

export interface PageRows {
  items: readonly VirtualItem[];
  /** Pixels of all rows. */
  height: number;
  measure: (row: Element | null) => void;
}

/**
 * Which of many rows of a table are to be drawn while the page as a whole scrolls.
 * @param kept index of a row that stays in the document wherever the page is, for it has the focus; -1 for none
 */
export function usePageRows(
  body: RefObject<HTMLElement | null>,
  count: number,
  keyOf: (at: number) => string,
  kept: number,
): PageRows {
  // oxlint-disable-next-line react/incompatible-library -- the caller reads it in the same render and memoises nothing of it
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => document.documentElement,
    estimateSize: rowHeight,
    getItemKey: keyOf,
    initialRect: { width: 0, height: innerHeight },
    observeElementRect: (_, heed) => {
      const tell = (): void => heed({ width: innerWidth, height: innerHeight });
      tell();
      addEventListener('resize', tell);
      return () => removeEventListener('resize', tell);
    },
    // Counted from the table's own top, so that nobody needs to know what stands above it.
    observeElementOffset: (_, heed) => {
      const tell = (): void => heed(Math.max(0, -(body.current?.getBoundingClientRect().top ?? 0)), false);
      tell();
      addEventListener('scroll', tell, { passive: true });
      return () => removeEventListener('scroll', tell);
    },
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range);
        return kept < 0 || kept >= range.count || drawn.includes(kept)
          ? drawn
          : [...drawn, kept].sort((one, other) => one - other);
      },
      [kept],
    ),
    overscan: 6,
  });
  return { items: virtual.getVirtualItems(), height: virtual.getTotalSize(), measure: virtual.measureElement };
}
