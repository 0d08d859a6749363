'use client';
import {
  ArrowLeft,
  ArrowRight,
  Copy,
  CornerUpRight,
  Dices,
  Ellipsis,
  Maximize2,
  Minimize2,
  Play,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuCheckItem, MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { onDemand } from '@/components/ui/on-demand';
import { toast } from '@/components/ui/toast';
import { send } from '@/lib/browser/actions';
import { copySettings, duplicatePane, movePane, promotePane, removePane, setOwnPrompt } from '@/lib/browser/panes';
import { useRunStore } from '@/lib/browser/run-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { hasOwn, MAX_PANES } from '@/lib/core/panes';
import { draftOf, hasOwnPrompt } from '@/lib/core/own-prompt';
import type { Pane } from '@/lib/core/workspace';
import { toggleOwn } from './toggle-own';
import { focusPane } from './pane-element';
import { words } from './words';

const w = words.panes;

const PaneTrials = onDemand(() => import('./pane-trials').then(({ PaneTrials }) => PaneTrials));

export interface PaneMenuProps {
  pane: Pane;
  /** 0 is the first. */
  at: number;
  models: ModelIndex;
  zoomed: boolean;
  onZoom: (paneId: string) => void;
  /** Another pane is to be the selected one, for example a copy. */
  onSelect: (paneId: string) => void;
}

/** It is there while the menu is open: neither a key in the composer nor a run wakes what is closed. */
function RunItem({ pane }: { pane: Pane }) {
  const blank = useWorkspaceStore(({ workspace }) => draftOf(workspace, pane).text.trim() === '');
  const running = useRunStore((state) => state.running[pane.id] !== undefined);
  return (
    <MenuItem
      icon={<Play size={16} aria-hidden />}
      disabledReason={running ? w.runs : blank ? w.nothingTyped : undefined}
      onSelect={() => void send(pane.id)}
    >
      {w.runOne}
    </MenuItem>
  );
}

/** What can be done with one pane among several. */
export function PaneMenu({ pane, at, models, zoomed, onZoom, onSelect }: PaneMenuProps) {
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const [trials, setTrials] = useState(false);
  const nameOf = (id: string): string => {
    const row = findModel(models, id);
    return row ? shortName(row) : id;
  };
  const name = nameOf(pane.modelId);
  const remove = (): void => {
    const undo = removePane(pane.id);
    focusPane((panes[at + 1] ?? panes[at - 1])?.id);
    const bringBack = (): void => {
      undo();
      focusPane(pane.id, true);
    };
    toast(w.removed(name), { action: { label: w.undo, onSelect: bringBack } });
  };
  const promote = async (): Promise<void> => {
    const back = await promotePane(pane.id);
    focusPane(undefined);
    toast(w.promoted(name), { action: { label: w.undo, onSelect: () => back().then(() => focusPane(pane.id, true)) } });
  };
  const duplicate = (): void => {
    const id = duplicatePane(pane.id);
    if (id !== null) onSelect(id);
  };
  return (
    <>
      <Menu
        label={w.menu(name)}
        align="end"
        trigger={(props) => (
          <IconButton {...props} label={w.menu(name)} size="dense">
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        )}
      >
        <RunItem pane={pane} />
        <MenuItem icon={<Dices size={16} aria-hidden />} onSelect={() => setTrials(true)}>
          {w.trials}
        </MenuItem>
        <MenuItem
          icon={zoomed ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
          shortcut={`⌥${at + 1}`}
          onSelect={() => onZoom(pane.id)}
        >
          {zoomed ? w.unzoom : w.zoom}
        </MenuItem>
        <MenuItem
          icon={<Copy size={16} aria-hidden />}
          disabledReason={panes.length >= MAX_PANES ? w.full : undefined}
          onSelect={duplicate}
        >
          {w.duplicate}
        </MenuItem>
        <MenuItem icon={<CornerUpRight size={16} aria-hidden />} onSelect={() => void promote()}>
          {w.promote}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<ArrowLeft size={16} aria-hidden />}
          disabledReason={at === 0 ? w.atEdge : undefined}
          onSelect={() => movePane(pane.id, -1)}
        >
          {w.left}
        </MenuItem>
        <MenuItem
          icon={<ArrowRight size={16} aria-hidden />}
          disabledReason={at === panes.length - 1 ? w.atEdge : undefined}
          onSelect={() => movePane(pane.id, 1)}
        >
          {w.right}
        </MenuItem>
        <MenuSeparator />
        <MenuCheckItem checked={hasOwn(pane, 'sampling')} onSelect={() => toggleOwn(pane, 'sampling')}>
          {w.ownSampling}
        </MenuCheckItem>
        <MenuCheckItem checked={hasOwn(pane, 'system')} onSelect={() => toggleOwn(pane, 'system')}>
          {w.ownSystem}
        </MenuCheckItem>
        <MenuCheckItem checked={hasOwnPrompt(pane)} onSelect={() => setOwnPrompt(pane.id, !hasOwnPrompt(pane))}>
          {w.ownPrompt}
        </MenuCheckItem>
        <MenuGroup label={w.copyFrom}>
          {panes.map((other, place) =>
            other.id === pane.id ? null : (
              <MenuItem key={other.id} onSelect={() => copySettings(pane.id, other.id)}>
                {w.place(place + 1, nameOf(other.modelId))}
              </MenuItem>
            ),
          )}
        </MenuGroup>
        <MenuSeparator />
        <MenuItem tone="danger" icon={<X size={16} aria-hidden />} onSelect={remove}>
          {w.remove}
        </MenuItem>
      </Menu>
      {trials && <PaneTrials paneId={pane.id} models={models} onClose={() => setTrials(false)} />}
    </>
  );
}
