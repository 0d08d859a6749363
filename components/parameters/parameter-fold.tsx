'use client';
import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Collapsible } from '@/components/ui/collapsible';
import { words } from './words';

export interface Tally {
  set: number;
  dropped: number;
  conflicts: number;
}

const NOTHING: Tally = { set: 0, dropped: 0, conflicts: 0 };

/** What a folded group holds, so that nothing is sent, dropped or in conflict out of sight. */
export function Count({ set, dropped, conflicts }: Tally) {
  if (set === 0 && conflicts === 0) return null;
  return (
    <span className="flex shrink-0 items-center gap-2 pe-2 text-xs font-normal text-muted">
      {conflicts > 0 ? (
        <span className="flex items-center gap-1 text-warning">
          <TriangleAlert size={14} aria-hidden />
          {words.conflictCount(conflicts)}
        </span>
      ) : null}
      {dropped > 0 ? <span>{words.droppedCount(dropped)}</span> : null}
      {set > 0 ? <span className="font-medium text-fg tabular-nums">{words.setCount(set)}</span> : null}
    </span>
  );
}

/** A group that folds. What is in it is made when it is first opened, and then stays as it was left. */
export function ParameterFold({
  title,
  tally = NOTHING,
  count,
  startOpen = false,
  children,
}: {
  title: string;
  tally?: Tally;
  /** In place of the tally, for what is not known at once. */
  count?: ReactNode;
  startOpen?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(startOpen);
  const [wanted, setWanted] = useState(startOpen);
  return (
    <Collapsible
      summary={title}
      aside={count === undefined ? <Count {...tally} /> : count}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setWanted(true);
      }}
      className="border-t border-line pt-1"
    >
      <div className="flex flex-col gap-3">{wanted ? children : null}</div>
    </Collapsible>
  );
}
