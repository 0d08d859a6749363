'use client';
import { type RefObject, useCallback, useRef, useSyncExternalStore } from 'react';
import type { GrowingText } from '@/lib/browser/transcripts';
import { endsInFence, splitBlocks } from '@/lib/core/markdown-blocks';
import { isUndecided, plainGrowth } from '@/lib/core/markdown-growth';
import { closeMarks } from './close-marks';

function lastText(node: Node): Text | null {
  for (let child = node.lastChild; child; child = child.previousSibling) {
    if (child instanceof Text && child.data.trim() !== '') return child;
    const found = lastText(child);
    if (found) return found;
  }
  return null;
}

/** Milliseconds for which marks wait to be told what they mark. */
const HOLD_MS = 100;
/** What closes bold, code and the like for the eye: a word more stands before it all the same. */
const CLOSED = /^[*_`~]*$/;

/** A text as it was parsed. */
interface Parsed {
  text: string;
  /** Where its last block begins; past the end where that was changed for the eye, and nothing can be put behind it. */
  from: number;
}

function toParsed(text: string): Parsed {
  const block = splitBlocks(text).at(-1) ?? '';
  const seen = endsInFence(block) ? block : closeMarks(block);
  const whole = seen.startsWith(block) && CLOSED.test(seen.slice(block.length));
  return { text, from: whole ? text.trimEnd().length - block.length : Infinity };
}

/** Words that stand in the page, but not in what React knows of it. */
interface Ahead {
  node: Text;
  /** What React has put there, and what stands there now. */
  was: string;
  is: string;
  /** The whole text that is shown. */
  text: string;
}

/**
 * The Markdown to parse of a text that may grow. A plain word more is put right behind the last one, without a parser
 * and without React: that is most of what comes. Marks wait a moment for what they mark. For all else the words that were
 * put there are taken back, and the text as it is now is returned, before the browser paints.
 * @param box holds what the text is parsed to
 */
export function useGrowingText(
  text: string,
  grows: GrowingText | undefined,
  box: RefObject<HTMLElement | null>,
): string {
  const parsed = useRef<Parsed>(null);
  parsed.current ??= toParsed(grows?.read() ?? text);
  const ahead = useRef<Ahead | null>(null);

  const listen = useCallback(
    (notify: () => void) => {
      if (!grows) return () => {};
      const takeBack = (): void => {
        const { node, was, is } = ahead.current ?? {};
        if (node && node.data === is) node.data = was ?? '';
        ahead.current = null;
      };
      /** @returns false where it must be parsed */
      const append = (next: string): boolean => {
        const { text, from } = parsed.current ?? toParsed('');
        const before = ahead.current?.text ?? text;
        const growth = plainGrowth(before.slice(from), next.slice(from));
        if (!growth) return false;
        const node = ahead.current?.node ?? (box.current && lastText(box.current));
        // Colours that come late, or a translator, may have put other nodes in its place.
        if (!node || !box.current?.contains(node)) return false;
        if (ahead.current && node.data !== ahead.current.is) return false;
        const was = ahead.current?.was ?? node.data;
        if (node.data.endsWith(growth.tail)) node.appendData(growth.gap + growth.added);
        else if (node.data.endsWith(growth.tail + growth.gap)) node.appendData(growth.added);
        else return false;
        ahead.current = { node, was, is: node.data, text: next };
        return true;
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const update = (mayWait: boolean): void => {
        const next = grows.read();
        const shown = ahead.current?.text ?? parsed.current?.text ?? '';
        if (next === shown) return;
        const appended = append(next);
        if (!appended && mayWait && next.startsWith(shown) && isUndecided(shown, next)) {
          timer ??= setTimeout(() => {
            timer = undefined;
            update(false);
          }, HOLD_MS);
          return;
        }
        clearTimeout(timer);
        timer = undefined;
        if (appended) return;
        takeBack();
        parsed.current = toParsed(next);
        notify();
      };
      const stop = grows.listen(() => update(true));
      return () => {
        clearTimeout(timer);
        // Nothing is taken back: at the end of its growth React puts the whole text there, which begins with this.
        ahead.current = null;
        stop();
      };
    },
    [grows, box],
  );
  const read = (): string => parsed.current?.text ?? '';
  const grown = useSyncExternalStore(listen, read, read);
  return grows ? grown : text;
}
