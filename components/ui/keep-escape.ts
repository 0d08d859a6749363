import type { KeyboardEvent } from 'react';

/** Esc closes the floating thing it is pressed in, and nothing else: the page's own Esc must not hear it as well. */
export function keepEscape(event: KeyboardEvent) {
  if (event.key === 'Escape') event.stopPropagation();
}
