'use client';
import { useRunStore } from '@/lib/browser/run-store';
import { words } from './words';

/** One word for where the run of a pane is: sending, connecting, thinking or writing; or that it is not of this page. */
export function RunStatus({ paneId }: { paneId: string }) {
  const phase = useRunStore(({ running }) => running[paneId]?.phase);
  return (
    <span className="inline-flex items-center gap-1.5 font-normal text-muted">
      <span className="size-1.5 rounded-full bg-accent motion-safe:animate-pulse" aria-hidden />
      {words.status[phase ?? 'elsewhere']}
    </span>
  );
}
