'use client';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { CostBoard, type CostView } from '@/components/costs/cost-board';
import { ExportDialog } from '@/components/presets/export-dialog';
import { exportWords } from '@/components/presets/words-export';
import { Button } from '@/components/ui/button';
import { onDemand } from '@/components/ui/on-demand';
import { useConversations } from '@/lib/browser/use-conversations';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { words } from './words';

interface PaneCostsProps {
  /** Whose trials a phone comes to from here. */
  paneId: string;
  models: ModelIndex;
  /** What is seen first. */
  view: CostView;
  onClose: () => void;
}

const PaneTrials = onDemand(() => import('./pane-trials').then(({ PaneTrials }) => PaneTrials));

/** The costs of the panes as they are now; panes of the same model are told apart by their place. */
export function PaneCosts({ paneId, models, view, onClose }: PaneCostsProps) {
  const [trials, setTrials] = useState(false);
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const conversations = useConversations(panes.map(({ id }) => id));
  const [exporting, setExporting] = useState(false);
  const nameOf = (id: string): string => {
    const model = findModel(models, id);
    return model ? shortName(model) : id;
  };
  const shown = panes.map(({ id, modelId }, at) => ({
    id,
    name: panes.length > 1 ? `${at + 1}. ${nameOf(modelId)}` : nameOf(modelId),
    conversation: conversations[id] ?? EMPTY_CONVERSATION,
  }));
  if (trials) return <PaneTrials paneId={paneId} models={models} onClose={onClose} />;
  if (exporting) return <ExportDialog models={models} onClose={onClose} />;
  const exports = (
    <Button size="dense" icon={<FileDown size={16} aria-hidden />} onClick={() => setExporting(true)}>
      {exportWords.open}
    </Button>
  );
  return (
    <CostBoard
      panes={shown}
      models={models}
      view={view}
      actions={exports}
      aside={
        <Button className="md:hidden" aria-haspopup="dialog" onClick={() => setTrials(true)}>
          {words.trials}
        </Button>
      }
      onClose={onClose}
    />
  );
}
