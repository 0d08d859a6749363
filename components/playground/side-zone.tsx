'use client';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { LibraryPanel } from '@/components/presets/library-panel';
import { cn } from '@/components/ui/cn';
import { Drawer } from '@/components/ui/drawer';
import { words } from './words';

interface SideZoneProps {
  /** Null until it was first opened. */
  column: boolean | null;
  drawer: boolean | null;
  closeDrawer: () => void;
  onShowPane: (paneId: string) => void;
  /** The upper section. @param leave to be called when what was chosen stands behind the drawer */
  history?: (leave: () => void) => ReactNode;
}

/** The left zone, the place where history and presets stand: a column beside the panes, or a drawer where there is no room. */
export function SideZone({ column, drawer, closeDrawer, onShowPane, history }: SideZoneProps) {
  const aside = useRef<HTMLElement>(null);

  // What is hidden loses the focus to nowhere, a moment from now: its button in the header has it then.
  useLayoutEffect(() => {
    if (column === false && aside.current?.contains(document.activeElement))
      document.getElementById('left-zone')?.focus();
  }, [column]);

  const sections = (inDrawer: boolean, leave: () => void): ReactNode => (
    <div className="flex h-full min-h-0 flex-col divide-y divide-line">
      {history?.(leave)}
      <LibraryPanel inDrawer={inDrawer} onLeave={leave} onShowPane={onShowPane} />
    </div>
  );
  return (
    <>
      {column !== null && (
        <aside
          ref={aside}
          aria-label={words.zone}
          className={cn('hidden w-66 shrink-0 border-e border-line bg-surface', column && 'lg:block')}
        >
          {sections(false, () => {})}
        </aside>
      )}
      {drawer !== null && (
        <Drawer open={drawer} side="left" title={words.zone} onClose={closeDrawer} bodyClassName="overflow-hidden p-0">
          {sections(true, closeDrawer)}
        </Drawer>
      )}
    </>
  );
}
