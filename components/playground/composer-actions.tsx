'use client';
import { CodeXml, Coins, Import } from 'lucide-react';
import { onDemand } from '@/components/ui/on-demand';
import { Button } from '@/components/ui/button';
import type { ModelIndex } from '@/lib/core/model';
import { words } from './words';

const PaneCode = onDemand(() => import('./pane-code').then(({ PaneCode }) => PaneCode));
const ImportDialog = onDemand(() => import('@/components/code/import-dialog').then(({ ImportDialog }) => ImportDialog));
const PaneCosts = onDemand(() => import('./pane-costs').then(({ PaneCosts }) => PaneCosts));

export type ComposerAction = 'code' | 'import' | 'costs';

const ACTIONS = [
  { action: 'code', icon: CodeXml, name: words.code, tip: words.codeTip },
  { action: 'import', icon: Import, name: words.import, tip: words.importTip },
  { action: 'costs', icon: Coins, name: words.costs, tip: words.costsTip },
] as const;

/** What else can be done with the request of a pane: take it away as code, bring one in, see what it cost. */
export function ComposerActions({ onOpen }: { onOpen: (action: ComposerAction) => void }) {
  return ACTIONS.map(({ action, icon: Icon, name, tip }) => (
    <Button
      key={action}
      variant="ghost"
      size="dense"
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
  if (action === 'costs') return <PaneCosts models={models} onClose={onClose} />;
  return action === 'code' ? (
    <PaneCode paneId={paneId} models={models} onClose={onClose} />
  ) : (
    <ImportDialog paneId={paneId} onClose={onClose} />
  );
}
