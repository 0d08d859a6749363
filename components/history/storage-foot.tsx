'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { countAside, deleteAside, exportAside, watchUse } from '@/lib/browser/history';
import { download } from '@/lib/browser/download';
import { askToPersist } from '@/lib/browser/storage-use';
import { useLive } from '@/lib/browser/use-live';
import { words } from './words';

/** What the kept things take up, whether they stay, and what of them could not be read. */
export function StorageFoot() {
  const use = useLive(watchUse);
  const [granted, setGranted] = useState(false);
  const aside = useLive(countAside) ?? 0;
  const keep = async (): Promise<void> => {
    const agreed = await askToPersist({ again: true });
    setGranted(agreed);
    if (!agreed) toast(words.notGranted);
  };
  return (
    <div className="flex flex-col gap-1 px-4 py-2 text-xs text-muted">
      {aside > 0 && (
        <p className="flex flex-wrap items-center gap-x-2 text-warning">
          {words.aside(aside)}
          <Button
            variant="ghost"
            size="dense"
            onClick={() => void exportAside().then((blob) => download(blob, 'playground-set-aside.json'))}
          >
            {words.saveAside}
          </Button>
          <Button variant="ghost" size="dense" onClick={() => void deleteAside()}>
            {words.removeAside}
          </Button>
        </p>
      )}
      {use?.used != null && (
        <p className="flex flex-wrap items-center gap-x-2 tabular-nums">
          {words.use(use.used, use.quota)}
          {use.persistent || granted ? (
            <span>{words.kept}</span>
          ) : (
            <Button variant="ghost" size="dense" tip={words.mayGo} className="-my-1 -ms-2" onClick={() => void keep()}>
              {words.keep}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
