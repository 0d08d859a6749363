'use client';
import { Square } from 'lucide-react';
import { memo } from 'react';
import { ModelButton } from '@/components/models/model-button';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { stopRun, useRunStore } from '@/lib/browser/run-store';
import { findModel } from '@/lib/core/model';
import { hasOwn, isModified } from '@/lib/core/panes';
import { PaneMenu, type PaneMenuProps } from './pane-menu';
import { words } from './words';

/** It alone is drawn when a run begins or ends: nothing else of eight heads changes then. */
function StopOne({ paneId }: { paneId: string }) {
  const running = useRunStore((state) => state.running[paneId] !== undefined);
  return (
    running && (
      <IconButton label={words.panes.stop} size="dense" onClick={() => stopRun(paneId)}>
        <Square size={14} aria-hidden />
      </IconButton>
    )
  );
}

/** The head of one pane among several: its model, what is special about it, and what can be done with it. */
export const PaneHead = memo(function PaneHead(props: PaneMenuProps & { onChooseModel: (paneId: string) => void }) {
  const { pane, at, models, onChooseModel } = props;
  const modified = isModified(pane);
  return (
    <div className="@container flex h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-2">
      <ModelButton
        id={pane.modelId}
        model={findModel(models, pane.modelId)}
        pane={at + 1}
        onClick={() => onChooseModel(pane.id)}
        priceGivesWay={modified}
        className="border-0"
      />
      <span className="grow" />
      {modified && (
        <Badge className="shrink-0" title={words.panes.modifiedTip(hasOwn(pane, 'sampling'), hasOwn(pane, 'system'))}>
          {words.panes.modified}
        </Badge>
      )}
      <StopOne paneId={pane.id} />
      <PaneMenu {...props} />
    </div>
  );
});
