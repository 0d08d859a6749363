'use client';
import { useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { DialogActions } from '@/components/ui/dialog-actions';
import { relabelPreset } from '@/lib/browser/library';
import { readTags, type SavedPreset } from '@/lib/core/library';
import { LabelFields } from './label-fields';
import { words } from './words-library';

const w = words.label;

/** Renames a preset and gives it other tags. */
export function LabelDialog({ saved, onClose }: { saved: SavedPreset; onClose: () => void }) {
  const [draft, setDraft] = useState({ ...saved, tags: saved.tags.join(', ') });
  const form = useId();
  const named = draft.name.trim() !== '';
  const save = async (): Promise<void> => {
    await relabelPreset(saved.id, { ...draft, tags: readTags(draft.tags) });
    onClose();
  };
  return (
    <Dialog
      open
      title={w.title}
      onClose={onClose}
      footer={
        <DialogActions
          cancel={w.cancel}
          onCancel={onClose}
          action={w.save}
          disabledReason={named ? undefined : w.noName}
          onAction={{ form }}
        />
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (named) void save();
        }}
      >
        <LabelFields draft={draft} onChange={(next) => setDraft({ ...draft, ...next })} />
      </form>
    </Dialog>
  );
}
