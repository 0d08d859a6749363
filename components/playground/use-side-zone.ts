'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { createCell } from '@/components/ui/cell';

const KEY = 'openrouter-playground.left-zone';

function wasOpen(): true | null {
  try {
    return localStorage.getItem(KEY) ? true : null;
  } catch {
    // No storage: it begins closed.
    return null;
  }
}

/** Null until it was first opened, and nothing of it is loaded. */
const column = createCell<boolean | null>(typeof window === 'undefined' ? null : wasOpen());

function toggleColumn(): void {
  const open = !column.get();
  column.set(open);
  try {
    localStorage.setItem(KEY, open ? 'open' : '');
  } catch {
    // It is open until the page goes.
  }
}

/**
 * Whether the left zone is open: as a column beside the panes, which the device remembers, or as a drawer.
 * @param wide the media query of a screen with room for a column
 */
export function useSideZone(wide: string) {
  const [drawer, setDrawer] = useState<boolean | null>(null);
  const toggle = useCallback(() => {
    if (matchMedia(wide).matches) toggleColumn();
    else setDrawer((open) => !open);
  }, [wide]);
  return {
    column: useSyncExternalStore(column.listen, column.get, () => null),
    drawer,
    toggle,
    closeDrawer: useCallback(() => setDrawer(false), []),
  };
}
