'use client';
import { useState } from 'react';
import { ImportDialog } from '@/components/code/import-dialog';
import { PresetFileButton } from '@/components/presets/preset-file-button';
import { SharedDialog } from '@/components/presets/shared-dialog';

/** Brings in a request as text, or a preset as a file, which is shown as a link's is. */
export function PaneImport({ paneId, onClose }: { paneId: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  return file ? (
    <SharedDialog shared={file} onClose={onClose} />
  ) : (
    <ImportDialog paneId={paneId} file={<PresetFileButton onFile={setFile} />} onClose={onClose} />
  );
}
