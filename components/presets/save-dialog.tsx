'use client';
import { useId, useMemo, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { DialogActions } from '@/components/ui/dialog-actions';
import { lastPrompt } from '@/lib/browser/actions';
import { savePreset, saveVersion } from '@/lib/browser/library';
import { useLibrary } from '@/lib/browser/library-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { cleanName, isLatest, readTags } from '@/lib/core/library';
import { type PresetPart, presetOf } from '@/lib/core/preset';
import { titleFrom } from '@/lib/core/workspace';
import { LabelFields } from './label-fields';
import type { LibraryDesk } from './library-dialogs';
import { PARTS, PartSwitches } from './part-switches';
import { words } from './words-library';

const w = words.saving;

/** Keeps the set-up on the screen as a preset: a new one, or the next version of the one that has the name. */
export function SaveDialog({ desk, onClose }: { desk: LibraryDesk; onClose: () => void }) {
  const shown = useWorkspaceStore((state) => state.workspace);
  const { presets } = useLibrary();
  const typed = shown.draft.text.trim() !== '';
  // After a run the composer is empty: then the prompt is what was asked last.
  const workspace = useMemo(() => (typed ? shown : { ...shown, draft: { text: lastPrompt() ?? '' } }), [shown, typed]);
  const [parts, setParts] = useState<ReadonlySet<PresetPart>>(() => new Set(PARTS));
  const [draft, setDraft] = useState(() => ({
    name: cleanName(shown.title || titleFrom(workspace.draft.text)),
    description: '',
    tags: '',
  }));
  const form = useId();
  const preset = useMemo(() => presetOf(workspace, parts), [workspace, parts]);
  const name = cleanName(draft.name);
  const there = presets.find((saved) => saved.name.toLowerCase() === name.toLowerCase());
  const version = (there?.versions.length ?? 0) + 1;
  const why =
    name === ''
      ? w.name
      : parts.size === 0
        ? w.nothing
        : there && isLatest(there, preset)
          ? words.same(there.name)
          : undefined;

  const save = async (): Promise<void> => {
    if (there) {
      const undo = await saveVersion(there.id, preset);
      desk.tell(words.versioned(there.name, version), undo);
    } else {
      await savePreset({ ...draft, tags: readTags(draft.tags) }, preset);
      desk.tell(w.saved(name));
    }
    onClose();
  };
  return (
    <Dialog
      open
      title={w.title}
      description={w.description}
      onClose={onClose}
      footer={
        <DialogActions
          cancel={words.label.cancel}
          onCancel={onClose}
          action={there ? w.version(version) : words.label.save}
          disabledReason={why}
          onAction={{ form }}
        />
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (why === undefined) void save();
        }}
      >
        <LabelFields
          draft={draft}
          note={there && w.exists(there.name, version)}
          nameOnly={there !== undefined}
          onChange={setDraft}
        />
        <section aria-label={w.parts} className="flex flex-col gap-2 pt-2">
          <h3 className="text-sm font-semibold">{w.parts}</h3>
          <PartSwitches
            some={PARTS}
            parts={parts}
            workspace={workspace}
            preset={preset}
            asked={!typed}
            onChange={setParts}
          />
        </section>
      </form>
    </Dialog>
  );
}
