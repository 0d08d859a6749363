'use client';
import { useSyncExternalStore } from 'react';
import { createCell } from './cell';

const spoken = createCell({ text: '', assertive: false, turn: 0 });

let pending: ReturnType<typeof setTimeout> | undefined;

/** Says `text` once to screen readers: politely, or at once for what cannot wait. */
export function announce(text: string, { assertive = false } = {}) {
  clearTimeout(pending);
  spoken.set({ text, assertive, turn: spoken.get().turn + 1 });
}

/**
 * Says `text` after a silence of `ms`, unless something else is said first: that is newer, and must not be talked over.
 * @returns takes it back
 */
export function announceAfter(ms: number, text: string): () => void {
  clearTimeout(pending);
  const own = setTimeout(() => announce(text), ms);
  pending = own;
  return () => clearTimeout(own);
}

/**
 * The live regions behind `announce`. One in the frame; every modal brings its own, because what lies outside a modal is
 * inert and therefore silent.
 */
export function Announcer() {
  const { text, assertive, turn } = useSyncExternalStore(spoken.listen, spoken.get, spoken.get);
  // The same words twice must be heard twice: a changed character makes a region speak again.
  const said = text && turn % 2 ? `${text}\u00a0` : text;
  return (
    <>
      <div className="sr-only" aria-live="polite" data-announcer="polite">
        {assertive ? '' : said}
      </div>
      <div className="sr-only" aria-live="assertive" data-announcer="assertive">
        {assertive ? said : ''}
      </div>
    </>
  );
}
