'use client';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { HistoryPanel } from '@/components/history/history-panel';
import { LibraryPanel } from '@/components/presets/library-panel';
import { cn } from '@/components/ui/cn';
import { Drawer } from '@/components/ui/drawer';
import type { ModelIndex } from '@/lib/core/model';
import { words } from './words';

interface SideZoneProps {
  /** Null until it was first opened. */
  column: boolean | null;
  drawer: boolean | null;
  closeDrawer: () => void;
  models: ModelIndex;
  onShowPane: (paneId: string) => void;
}

/** The left zone, the place where history and presets stand: a column beside the panes, or a drawer where there is no room. */
export function SideZone({ column, drawer, models, closeDrawer, onShowPane }: SideZoneProps) {
  const aside = useRef<HTMLElement>(null);

  // What is hidden loses the focus to nowhere, a moment from now: its button in the header has it then.
  useLayoutEffect(() => {
    if (column === false && aside.current?.contains(document.activeElement))
      document.getElementById('left-zone')?.focus();
  }, [column]);

  const sections = (leave: () => void): ReactNode => (
    <div className="flex h-full min-h-0 flex-col divide-y divide-line">
      <HistoryPanel models={models} onLeave={leave} />
      <LibraryPanel onLeave={leave} onShowPane={onShowPane} />
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
          {sections(() => {})}
        </aside>
      )}
      {drawer !== null && (
        <Drawer open={drawer} side="left" title={words.zone} onClose={closeDrawer} bodyClassName="overflow-hidden p-0">
          {sections(closeDrawer)}
        </Drawer>
      )}
    </>
  );
}
