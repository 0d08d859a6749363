'use client';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { useRunStore } from '@/lib/browser/run-store';
import { applyPreset, clearLink, readShared, type SharedLink } from '@/lib/browser/shared-link';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { type Preset, withPreset } from '@/lib/core/preset';
import { changesBetween } from '@/lib/core/workspace-changes';
import { SharedChanges } from './shared-changes';
import { words } from './words';

const w = words.shared;

function Offer({ preset, remarks, onClose }: { preset: Preset; remarks: readonly string[]; onClose: () => void }) {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const running = useRunStore((state) => Object.keys(state.running).length > 0);
  const changes = changesBetween(
    workspace,
    withPreset(workspace, preset, () => ''),
  );
  const empty = Object.keys(preset).every((key) => key === 'variables');
  const apply = async (): Promise<void> => {
    const undo = await applyPreset(preset);
    onClose();
    toast(w.done, { action: { label: w.undo, onSelect: () => void undo() } });
  };
  return (
    <Dialog
      open
      size="large"
      title={w.title}
      description={w.description}
      onClose={onClose}
      bodyClassName="flex flex-col overflow-hidden p-0"
      footer={
        <>
          <Button onClick={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            disabledReason={running ? w.running : empty ? w.nothing : undefined}
            onClick={() => void apply()}
          >
            {w.apply}
          </Button>
        </>
      }
    >
      {/* Nothing in it takes the focus, and the keyboard must scroll it. */}
      <section tabIndex={0} aria-label={w.content} className="min-h-0 grow overflow-y-auto p-4">
        <SharedChanges changes={changes} remarks={remarks} />
      </section>
    </Dialog>
  );
}

interface SharedDialogProps {
  shared: SharedLink | File;
  onClose: () => void;
}

/** Reads a link or a file and shows what it would change. Nothing is applied before the press, and nothing is ever sent. */
export function SharedDialog({ shared, onClose }: SharedDialogProps) {
  const [read, setRead] = useState<Awaited<ReturnType<typeof readShared>>>(null);
  const restored = useWorkspaceStore((state) => state.restored);

  // Unpacking is asynchronous; an address that holds nothing for us is left alone.
  useEffect(() => {
    let gone = false;
    void readShared(shared).then((result) => {
      if (gone) return;
      if (result) setRead(result);
      else onClose();
    });
    return () => {
      gone = true;
    };
  }, [shared, onClose]);

  if (!read || !restored) return null;
  const close = (): void => {
    onClose();
    if (!(shared instanceof File)) void clearLink();
  };
  if ('preset' in read) return <Offer preset={read.preset} remarks={read.remarks} onClose={close} />;
  return (
    <Dialog
      open
      title={shared instanceof File ? w.brokenFile : w.broken}
      onClose={close}
      footer={<Button onClick={close}>{w.close}</Button>}
    >
      <Banner tone="danger" role="alert">
        {read.problem} {w.untouched}
      </Banner>
    </Dialog>
  );
}
