'use client';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { setOwnSettings, setSync } from '@/lib/browser/panes';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { isModified } from '@/lib/core/panes';
import type { Pane } from '@/lib/core/workspace';
import { words } from './words';

const w = words.panes;

/** Whose settings stand below, where there are several panes: those of all, or of the selected one alone. */
export function PaneScope({ pane, models }: { pane: Pane; models: ModelIndex }) {
  const scroll = useWorkspaceStore(({ workspace }) => workspace.sync.scroll);
  const row = findModel(models, pane.modelId);
  return (
    <div className="mb-3 flex flex-col gap-2 border-b border-line pb-3">
      <Segmented
        label={w.scope}
        value={isModified(pane) ? 'one' : 'all'}
        options={[
          { value: 'all', label: w.all },
          { value: 'one', label: w.one(row ? shortName(row) : pane.modelId) },
        ]}
        onChange={(scope) => setOwnSettings(pane.id, scope === 'one')}
      />
      <Switch label={w.syncScroll} checked={scroll} onChange={(on) => setSync({ scroll: on })} />
    </div>
  );
}
