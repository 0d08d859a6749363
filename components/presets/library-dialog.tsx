'use client';
import { onDemand } from '@/components/ui/on-demand';
import type { LibraryDesk, LibraryDialogOf } from './library-dialogs';
import { words } from './words-library';

const PresetOffer = onDemand(() => import('./preset-offer').then(({ PresetOffer }) => PresetOffer));
const ShareDialog = onDemand(() => import('./share-dialog').then(({ ShareDialog }) => ShareDialog));
const SaveDialog = onDemand(() => import('./save-dialog').then(({ SaveDialog }) => SaveDialog));
const LabelDialog = onDemand(() => import('./label-dialog').then(({ LabelDialog }) => LabelDialog));
const VersionsDialog = onDemand(() => import('./versions-dialog').then(({ VersionsDialog }) => VersionsDialog));
const ImportPresets = onDemand(() => import('./import-presets').then(({ ImportPresets }) => ImportPresets));

interface LibraryDialogProps {
  dialog: LibraryDialogOf;
  desk: LibraryDesk;
  onClose: () => void;
  /** Called once a preset was applied. */
  onApplied: () => void;
}

/** The dialog that is open. */
export function LibraryDialog({ dialog, desk, onClose, onApplied }: LibraryDialogProps) {
  switch (dialog.kind) {
    case 'save':
      return <SaveDialog desk={desk} onClose={onClose} />;
    case 'label':
      return <LabelDialog saved={dialog.saved} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog id={dialog.id} desk={desk} onClose={onClose} />;
    case 'apply':
      return (
        <PresetOffer
          title={words.offer.title(dialog.name)}
          description={words.offer.description}
          preset={dialog.preset}
          remarks={[]}
          onClose={onClose}
          onApplied={onApplied}
        />
      );
    case 'share':
      return <ShareDialog preset={dialog.preset} onClose={onClose} />;
    case 'import':
      return <ImportPresets file={dialog.file} desk={desk} onClose={onClose} />;
  }
}
