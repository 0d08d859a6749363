'use client';
import { useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { onDemand } from '@/components/ui/on-demand';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { Pane } from '@/lib/core/workspace';
import { paneElementId } from './pane-element';
import { PaneView, type PaneViewProps } from './pane-view';
import { useScrollSync } from './use-scroll-sync';

const PaneHead = onDemand(() => import('./pane-head').then(({ PaneHead }) => PaneHead));

/** The element of a pane in the document. */

interface PaneGridProps extends Omit<PaneViewProps, 'pane' | 'first'> {
  panes: Pane[];
  selected: string;
  /** The only pane that is shown. */
  zoomed: string | null;
  onSelect: (paneId: string) => void;
  onZoom: (paneId: string) => void;
}

/** The panes side by side, none narrower than a phone; on a phone one fills the screen and the next is a swipe away. */
export function PaneGrid({ panes, selected, zoomed, onSelect, onZoom, ...rest }: PaneGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const together = useWorkspaceStore(({ workspace }) => workspace.sync.scroll);
  useScrollSync(box, together && panes.length > 1);
  const many = panes.length > 1;
  return (
    <div
      ref={box}
      // On a phone a pane fills the screen: the one swiped to is the selected one.
      onScroll={({ currentTarget: { scrollLeft, clientWidth, scrollWidth } }) => {
        const shown = panes[Math.round(scrollLeft / clientWidth)];
        if (shown && zoomed === null && scrollWidth >= panes.length * clientWidth) onSelect(shown.id);
      }}
      // What is hidden from the eye stands absolute in it, and must not widen the page.
      className={cn('relative flex min-h-0 grow basis-0', many && 'snap-x snap-mandatory overflow-x-auto sm:snap-none')}
    >
      {panes.map((pane, at) => (
        // Whoever works in a pane means it: the parameters beside are then those of this pane.
        <div
          key={pane.id}
          id={paneElementId(pane.id)}
          onPointerDownCapture={() => onSelect(pane.id)}
          onFocusCapture={() => onSelect(pane.id)}
          className={cn(
            'flex min-h-0 min-w-0 grow basis-0 flex-col',
            many && 'min-w-full snap-start border-e border-line last:border-e-0 sm:min-w-90',
            many &&
              pane.id === selected &&
              'relative after:absolute after:inset-x-0 after:top-0 after:h-0.5 after:bg-accent',
            zoomed !== null && zoomed !== pane.id && 'hidden',
          )}
        >
          {many && (
            <PaneHead
              pane={pane}
              at={at}
              models={rest.models}
              zoomed={zoomed === pane.id}
              onZoom={onZoom}
              onChooseModel={rest.onChooseModel}
              onSelect={onSelect}
            />
          )}
          <PaneView {...rest} pane={pane} first={at === 0} />
        </div>
      ))}
    </div>
  );
}
