'use client';
import { cn } from '@/components/ui/cn';
import { useRunStore } from '@/lib/browser/run-store';
import { words } from './words';

/** One word for where the run of a pane is: sending, connecting, thinking or writing; or that it is not of this page. */
export function RunStatus({ paneId }: { paneId: string }) {
  const phase = useRunStore(({ running }) => running[paneId]?.phase);
  // Where text comes, that is what moves; a dot that moves beside it would cost every frame some of its time.
  const waits = phase !== 'writing';
  return (
    <span className="inline-flex items-center gap-1.5 font-normal text-muted">
      <span className={cn('size-1.5 rounded-full bg-accent', waits && 'motion-safe:animate-pulse')} aria-hidden />
      {words.status[phase ?? 'elsewhere']}
    </span>
  );
}
