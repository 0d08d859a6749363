'use client';
import { CodeXml, Coins, Import, Share2 } from 'lucide-react';
import { onDemand } from '@/components/ui/on-demand';
import { Button } from '@/components/ui/button';
import type { ModelIndex } from '@/lib/core/model';
import { words } from './words';

const PaneCode = onDemand(() => import('./pane-code').then(({ PaneCode }) => PaneCode));
const PaneImport = onDemand(() => import('./pane-import').then(({ PaneImport }) => PaneImport));
const PaneCosts = onDemand(() => import('./pane-costs').then(({ PaneCosts }) => PaneCosts));
const PaneShare = onDemand(() => import('./pane-share').then(({ PaneShare }) => PaneShare));

export type ComposerAction = 'code' | 'import' | 'share' | 'costs' | 'caps';

const ACTIONS = [
  { action: 'code', icon: CodeXml, name: words.code, tip: words.codeTip },
  { action: 'import', icon: Import, name: words.import, tip: words.importTip },
  { action: 'share', icon: Share2, name: words.share, tip: words.shareTip },
  { action: 'costs', icon: Coins, name: words.costs, tip: words.costsTip },
] as const;

/** What else can be done with a request: take it away as code or as a link, bring one in, see what it cost. */
export function ComposerActions({ onOpen }: { onOpen: (action: ComposerAction) => void }) {
  return ACTIONS.map(({ action, icon: Icon, name, tip }) => (
    <Button
      key={action}
      variant="ghost"
      size="dense"
      className="max-sm:px-1.5"
      icon={<Icon size={16} aria-hidden />}
      tip={tip}
      aria-haspopup="dialog"
      onClick={() => onOpen(action)}
    >
      <span className="max-sm:sr-only">{name}</span>
    </Button>
  ));
}

interface ComposerDialogProps {
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
      return <PaneCosts models={models} view={action} onClose={onClose} />;
  }
}
