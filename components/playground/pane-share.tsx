'use client';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { ExportDialog } from '@/components/presets/export-dialog';
import { ShareDialog } from '@/components/presets/share-dialog';
import { exportWords } from '@/components/presets/words-export';
import { Button } from '@/components/ui/button';
import type { ModelIndex } from '@/lib/core/model';

/** Gives away the settings as a link, or the answers as a file. */
export function PaneShare({ models, onClose }: { models: ModelIndex; onClose: () => void }) {
  const [asFile, setAsFile] = useState(false);
  if (asFile) return <ExportDialog models={models} onClose={onClose} />;
  const file = (
    <Button
      variant="ghost"
      className="me-auto"
      icon={<FileDown size={16} aria-hidden />}
      onClick={() => setAsFile(true)}
    >
      {exportWords.open}
    </Button>
  );
  return <ShareDialog file={file} onClose={onClose} />;
}
