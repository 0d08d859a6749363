'use client';
import { type RefObject, useEffect } from 'react';

/** Milliseconds after a hand's last movement in which a scroll counts as its own. */
const HAND_MS = 250;

const LOG = '[role="log"]';

/** How far a box is scrolled, 0 to 1; 1 for one that has nothing to scroll. */
const shareOf = (box: Element): number => {
  const room = box.scrollHeight - box.clientHeight;
  return room > 0 ? box.scrollTop / room : 1;
};

/** Scrolls the transcripts of all panes together, by share, when a hand scrolls one of them; growth scrolls none. */
export function useScrollSync(box: RefObject<HTMLElement | null>, on: boolean): void {
  // Scrolling is the browser's own, and React hears of it one element at a time.
  useEffect(() => {
    const element = box.current;
    if (!element || !on) return;
    let hand: { log: Element; at: number } | null = null;
    const touched = (event: Event): void => {
      const log = event.target instanceof Element ? event.target.closest(LOG) : null;
      hand = log ? { log, at: event.timeStamp } : null;
    };
    const scrolled = (event: Event): void => {
      if (!hand || event.target !== hand.log || event.timeStamp - hand.at > HAND_MS) return;
      // As long as it goes on, it is the same movement.
      hand.at = event.timeStamp;
      const share = shareOf(hand.log);
      for (const other of element.querySelectorAll(LOG)) {
        if (other !== hand.log) other.scrollTop = share * (other.scrollHeight - other.clientHeight);
      }
    };
    const controller = new AbortController();
    const { signal } = controller;
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      element.addEventListener(type, touched, { passive: true, signal });
    element.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
    return () => controller.abort();
  }, [box, on]);
}
