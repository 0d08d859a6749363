'use client';
import { useState } from 'react';
import { ImportDialog } from '@/components/code/import-dialog';
import { ComparisonDialog } from '@/components/presets/comparison-dialog';
import { PresetFileButton } from '@/components/presets/preset-file-button';
import { SharedDialog } from '@/components/presets/shared-dialog';
import { readComparison, type ReadComparison } from '@/lib/browser/comparison';

/** Brings in a request as text, or a file: a preset, which is shown as a link's is, or an exported comparison. */
export function PaneImport({ paneId, onClose }: { paneId: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [exported, setExported] = useState<ReadComparison | null>(null);
  const read = async (chosen: File): Promise<void> => {
    const found = await readComparison(chosen);
    if (found) setExported(found);
    else setFile(chosen);
  };
  if (exported) return <ComparisonDialog read={exported} onClose={onClose} />;
  return file ? (
    <SharedDialog shared={file} onClose={onClose} />
  ) : (
    <ImportDialog
      paneId={paneId}
      file={<PresetFileButton onFile={(chosen) => void read(chosen)} />}
      onClose={onClose}
    />
  );
}
