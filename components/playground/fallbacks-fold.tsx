'use client';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Collapsible } from '@/components/ui/collapsible';
import { onDemand } from '@/components/ui/on-demand';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { ModelIndex } from '@/lib/core/model';
import { words } from './words';

const FallbacksPanel = onDemand(() =>
  import('@/components/fallbacks/fallbacks-panel').then(({ FallbacksPanel }) => FallbacksPanel),
);

interface FallbacksFoldProps {
  paneId: string;
  models: ModelIndex;
  onAdd: () => void;
}

/** The list of fallbacks, folded: how many there are is seen without opening it. */
export function FallbacksFold({ paneId, models, onAdd }: FallbacksFoldProps) {
  const [open, setOpen] = useState(false);
  const count = useWorkspaceStore(({ workspace }) => workspace.panes.find(({ id }) => id === paneId)?.fallbacks.length);
  return (
    <Collapsible
      summary={words.fallbacks}
      aside={count ? <Badge>{count}</Badge> : null}
      open={open}
      onOpenChange={setOpen}
      className="mb-3 border-b border-line"
    >
      {open && <FallbacksPanel paneId={paneId} models={models} onAdd={onAdd} />}
    </Collapsible>
  );
}
