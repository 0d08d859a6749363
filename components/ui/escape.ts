import type { KeyboardEvent } from 'react';

/**
 * Esc closes the floating thing it is pressed in, and nothing else. Whatever inside wants Esc first (a search field that
 * clears itself) takes it with preventDefault(); the page's own Esc must look at `defaultPrevented`.
 */
export function onEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}
