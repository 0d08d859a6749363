'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** How near the end still counts as being at it, in pixels. */
const NEAR = 48;

/**
 * Keeps a growing box at its end for as long as the reader is there: scrolling up lets go at once, coming back to the
 * end takes hold again.
 * @param restart a value whose change (a new question) takes hold whatever the reader did
 */
export function useStickToEnd(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  restart: string | undefined,
): { atEnd: boolean; jump: () => void } {
  const held = useRef(true);
  const [atEnd, setAtEnd] = useState(true);

  const jump = (): void => {
    held.current = true;
    setAtEnd(true);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };

  // Scroll and resize are events of the DOM that React does not carry.
  useEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (!outer || !inner) return;
    let top = outer.scrollTop;
    let height = outer.scrollHeight;
    const onScroll = (): void => {
      const near = outer.scrollHeight - outer.scrollTop - outer.clientHeight < NEAR;
      // Growth below moves nothing; a move upwards is the reader's unless the content itself has shrunk.
      if (outer.scrollTop < top && outer.scrollHeight >= height) held.current = false;
      else if (near) held.current = true;
      top = outer.scrollTop;
      height = outer.scrollHeight;
      setAtEnd(held.current || near);
    };
    // Who changes a message has opened its editor, which must not be carried out of sight by its own growth.
    const writes = (): boolean =>
      document.activeElement instanceof HTMLTextAreaElement && inner.contains(document.activeElement);
    const observer = new ResizeObserver(() => {
      if (held.current && !writes()) outer.scrollTo({ top: outer.scrollHeight });
    });
    observer.observe(inner);
    observer.observe(outer);
    outer.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
    };
  }, [box, content]);

  // A new question is the reader's own doing: they want to see it answered.
  useEffect(() => {
    if (restart === undefined) return;
    held.current = true;
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [restart, box]);

  return { atEnd, jump };
}
