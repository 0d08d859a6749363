'use client';
import { Dialog } from '@/components/ui/dialog';
import { DialogActions } from '@/components/ui/dialog-actions';
import { toast } from '@/components/ui/toast';
import { applyPreset } from '@/lib/browser/shared-link';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { type Preset, withPreset } from '@/lib/core/preset';
import { changesBetween } from '@/lib/core/workspace-changes';
import { SharedChanges } from './shared-changes';
import { words } from './words';

const w = words.shared;

interface PresetOfferProps {
  title: string;
  description: string;
  preset: Preset;
  /** What of it is not taken over. */
  remarks: readonly string[];
  onClose: () => void;
  /** Called once it was applied, after `onClose`. */
  onApplied?: () => void;
}

/** What a preset would change. Nothing is applied before the press, and nothing is ever sent. */
export function PresetOffer({ title, description, preset, remarks, onClose, onApplied }: PresetOfferProps) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const changes = changesBetween(
    workspace,
    withPreset(workspace, preset, () => ''),
  );
  const empty = Object.keys(preset).every((key) => key === 'variables');
  const apply = async (): Promise<void> => {
    const undo = await applyPreset(preset);
    onClose();
    onApplied?.();
    toast(w.done, { action: { label: w.undo, onSelect: () => void undo() } });
  };
  return (
    <Dialog
      open
      size="large"
      title={title}
      description={description}
      onClose={onClose}
      bodyClassName="flex flex-col overflow-hidden p-0"
      footer={
        <DialogActions
          cancel={w.cancel}
          onCancel={onClose}
          action={w.apply}
          disabledReason={empty ? w.nothing : undefined}
          onAction={() => void apply()}
        />
      }
    >
      {/* Nothing in it takes the focus, and the keyboard must scroll it. */}
      <section tabIndex={0} aria-label={w.content} className="min-h-0 grow overflow-y-auto p-4">
        <SharedChanges changes={changes} remarks={remarks} />
      </section>
    </Dialog>
  );
}
