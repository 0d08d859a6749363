'use client';
import { onDemand } from '@/components/ui/on-demand';
import type { ModelIndex } from '@/lib/core/model';
import type { ComposerAction } from './composer-actions';

const PaneCode = onDemand(() => import('./pane-code').then(({ PaneCode }) => PaneCode));
const PaneImport = onDemand(() => import('./pane-import').then(({ PaneImport }) => PaneImport));
const PaneCosts = onDemand(() => import('./pane-costs').then(({ PaneCosts }) => PaneCosts));
const PaneTrials = onDemand(() => import('./pane-trials').then(({ PaneTrials }) => PaneTrials));
const PaneShare = onDemand(() => import('./pane-share').then(({ PaneShare }) => PaneShare));

export interface ComposerDialogProps {
  action: ComposerAction;
  paneId: string;
  models: ModelIndex;
  onClose: () => void;
}

/** What an action opens. It must not stand in the composer's form: Enter in it would send. */
export function ComposerDialog({ action, paneId, models, onClose }: ComposerDialogProps) {
  switch (action) {
    case 'code':
      return <PaneCode paneId={paneId} models={models} onClose={onClose} />;
    case 'import':
      return <PaneImport paneId={paneId} onClose={onClose} />;
    case 'share':
      return <PaneShare models={models} onClose={onClose} />;
    case 'costs':
    case 'caps':
      return <PaneCosts paneId={paneId} models={models} view={action} onClose={onClose} />;
    case 'trials':
      return <PaneTrials paneId={paneId} models={models} onClose={onClose} />;
  }
}
