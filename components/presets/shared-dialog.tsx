'use client';
import { useEffect, useState } from 'react';
import { ProblemDialog } from '@/components/ui/problem-dialog';
import { clearLink, readShared, type SharedLink } from '@/lib/browser/shared-link';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { PresetOffer } from './preset-offer';
import { words } from './words';

const w = words.shared;

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
  if ('preset' in read) {
    const { preset, remarks } = read;
    return (
      <PresetOffer title={w.title} description={w.description} preset={preset} remarks={remarks} onClose={close} />
    );
  }
  return (
    <ProblemDialog
      title={shared instanceof File ? w.brokenFile : w.broken}
      problem={`${read.problem} ${w.untouched}`}
      close={w.close}
      onClose={close}
    />
  );
}
