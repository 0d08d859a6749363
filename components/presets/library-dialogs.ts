import type { SavedPreset } from '@/lib/core/library';
import type { Preset } from '@/lib/core/preset';

/** A dialog of the library, with what it is about. */
export type LibraryDialogOf =
  | { kind: 'save' }
  | { kind: 'label'; saved: SavedPreset }
  | { kind: 'versions'; id: string }
  | { kind: 'apply'; name: string; preset: Preset }
  | { kind: 'share'; preset: Preset }
  | { kind: 'import'; file: File };

/** What the parts of the library ask of the panel that they stand in. */
export interface LibraryDesk {
  open: (dialog: LibraryDialogOf) => void;
  /** Says what was done, with the way back. */
  tell: (message: string, undo?: () => Promise<void>) => void;
  /** Shows a pane that was added. */
  showPane: (paneId: string) => void;
}
