'use client';
import { Switch } from '@/components/ui/switch';
import { setOwnPrompt, setSync } from '@/lib/browser/panes';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { hasOwnPrompt } from '@/lib/core/own-prompt';
import { hasOwn } from '@/lib/core/panes';
import type { Pane } from '@/lib/core/workspace';
import { toggleOwn } from './toggle-own';
import { words } from './words';

const w = words.panes;

/** What the selected pane shares with the others, where there are several; what is off it has for itself. */
export function PaneScope({ pane, models }: { pane: Pane; models: ModelIndex }) {
  const scroll = useWorkspaceStore(({ workspace }) => workspace.sync.scroll);
  const row = findModel(models, pane.modelId);
  return (
    <fieldset className="mb-3 min-w-0 border-b border-line pb-3">
      <legend className="mb-1 text-xs break-words text-muted">{w.scope(row ? shortName(row) : pane.modelId)}</legend>
      <div className="grid grid-cols-[1fr_1.2fr] gap-x-4">
        <Switch label={w.sync.prompt} checked={!hasOwnPrompt(pane)} onChange={(on) => setOwnPrompt(pane.id, !on)} />
        <Switch label={w.sync.system} checked={!hasOwn(pane, 'system')} onChange={() => toggleOwn(pane, 'system')} />
        <Switch
          label={w.sync.sampling}
          checked={!hasOwn(pane, 'sampling')}
          onChange={() => toggleOwn(pane, 'sampling')}
        />
        <Switch label={w.sync.scroll} checked={scroll} onChange={(on) => setSync({ scroll: on })} />
      </div>
    </fieldset>
  );
}
