import { toast } from '@/components/ui/toast';
import { setOwn } from '@/lib/browser/panes';
import { hasOwn, type OwnSetting } from '@/lib/core/panes';
import type { Pane } from '@/lib/core/workspace';
import { words } from './words';

const w = words.panes;

/** Gives a pane something of its own, or what all share again; what it gave up can be had back. */
export function toggleOwn(pane: Pane, setting: OwnSetting): void {
  const undo = setOwn(pane.id, setting, !hasOwn(pane, setting));
  if (undo) toast(w.gaveUp[setting], { action: { label: w.undo, onSelect: undo } });
}
