'use client';
import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { DialogActions } from '@/components/ui/dialog-actions';
import { ProblemDialog } from '@/components/ui/problem-dialog';
import { TitledList } from '@/components/ui/titled-list';
import { addPresets } from '@/lib/browser/library';
import { type ReadFile, readPresetFile } from '@/lib/browser/library-files';
import type { SavedPreset } from '@/lib/core/library';
import type { LibraryDesk } from './library-dialogs';
import { words } from './words-library';

const w = words.importing;

type Found = Exclude<ReadFile, { problem: string }>;

function Content({ added, known, remarks }: Found) {
  return (
    // Nothing in it takes the focus, and the keyboard must scroll it.
    <section tabIndex={0} aria-label={w.content} className="flex min-h-0 grow flex-col gap-4 overflow-y-auto p-4">
      <TitledList title={w.remarks} items={remarks} />
      <div>
        <h3 className="pb-1 text-sm font-semibold">{w.adds(added.length)}</h3>
        <ul className="text-sm">
          {added.map(({ id, name, tags, versions }: SavedPreset) => (
            <li key={id} className="flex gap-3 border-b border-line py-1.5">
              <span className="min-w-0 grow break-words">{name}</span>
              <span className="shrink-0 text-muted">
                {[tags.join(', '), w.versions(versions.length)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {known.length > 0 && <p className="pt-2 text-sm break-words text-muted">{w.known(known)}</p>}
      </div>
    </section>
  );
}

interface ImportPresetsProps {
  file: File;
  desk: LibraryDesk;
  onClose: () => void;
}

/** Reads a file of presets and shows what it would add. Nothing is kept before the press. */
export function ImportPresets({ file, desk, onClose }: ImportPresetsProps) {
  const [read, setRead] = useState<ReadFile | null>(null);

  // Reading is asynchronous, and what was read of another file must not be shown.
  useEffect(() => {
    let stale = false;
    void readPresetFile(file).then((found) => {
      if (!stale) setRead(found);
    });
    return () => {
      stale = true;
    };
  }, [file]);

  if (!read) return null;
  if ('problem' in read)
    return (
      <ProblemDialog title={w.broken} problem={`${read.problem} ${w.untouched}`} close={w.close} onClose={onClose} />
    );
  const { added } = read;
  const add = async (): Promise<void> => {
    const undo = await addPresets(added);
    onClose();
    desk.tell(w.added(added.length), undo);
  };
  return (
    <Dialog
      open
      size="large"
      title={w.title}
      description={file.name}
      onClose={onClose}
      bodyClassName="flex flex-col overflow-hidden p-0"
      footer={
        <DialogActions
          cancel={w.cancel}
          onCancel={onClose}
          action={w.add(added.length)}
          disabledReason={added.length === 0 ? w.nothing : undefined}
          onAction={() => void add()}
        />
      }
    >
      <Content {...read} />
    </Dialog>
  );
}
