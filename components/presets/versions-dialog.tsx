'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { restoreVersion } from '@/lib/browser/library';
import { useLibrary } from '@/lib/browser/library-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { latestOf, MAX_VERSIONS, type SavedPreset } from '@/lib/core/library';
import { presetOf } from '@/lib/core/preset';
import { presetText } from '@/lib/core/preset-text';
import type { LibraryDesk } from './library-dialogs';
import { partsOf } from './part-switches';
import { VersionDiff } from './version-diff';
import { whenWords, words } from './words-library';

const w = words.history;
const AGAINST = (['before', 'current'] as const).map((value) => ({ value, label: w[value] }));

interface VersionsProps {
  saved: SavedPreset;
  desk: LibraryDesk;
  onClose: () => void;
}

function Versions({ saved, desk, onClose }: VersionsProps) {
  const { versions, name } = saved;
  const workspace = useWorkspaceStore((state) => state.workspace);
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<'before' | 'current'>('before');
  const last = versions.length - 1;
  const at = Math.min(chosen ?? last, last);
  const preset = versions[at]?.preset ?? latestOf(saved);
  const before = versions[at - 1];
  const other =
    against === 'current'
      ? { name: w.current, text: presetText(presetOf(workspace, new Set(partsOf(preset)))) }
      : before
        ? { name: w.number(at), text: presetText(before.preset) }
        : { name: w.nothing, text: '' };
  const restore = async (): Promise<void> => {
    const undo = await restoreVersion(saved.id, preset);
    onClose();
    desk.tell(w.restored(at + 1, name), undo);
  };
  return (
    <Dialog
      open
      size="wide"
      title={w.title(name)}
      description={versions.length >= MAX_VERSIONS ? w.most : undefined}
      onClose={onClose}
      bodyClassName="flex flex-col gap-3 overflow-hidden p-4"
      footer={
        <>
          <Button onClick={onClose}>{w.close}</Button>
          <Button disabledReason={at === last ? w.isLatest : undefined} onClick={() => void restore()}>
            {w.restore}
          </Button>
          <Button variant="primary" onClick={() => desk.open({ kind: 'apply', name, preset })}>
            {w.apply}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <SelectField
          label={w.version}
          className="w-72 max-w-full"
          value={String(at)}
          options={versions
            .map((version, place) => ({
              value: String(place),
              label: w.option(place + 1, place === last, whenWords(version.at)),
            }))
            .toReversed()}
          onChange={(value) => setChosen(Number(value))}
        />
        <Segmented label={w.against} value={against} options={AGAINST} onChange={setAgainst} />
      </div>
      <VersionDiff before={other} after={{ name: w.number(at + 1), text: presetText(preset) }} />
    </Dialog>
  );
}

/** What a preset was before, and what each version changed. */
export function VersionsDialog({ id, desk, onClose }: Omit<VersionsProps, 'saved'> & { id: string }) {
  const saved = useLibrary(({ presets }) => presets.find((other) => other.id === id));
  // Another tab may have deleted it meanwhile.
  return saved ? <Versions saved={saved} desk={desk} onClose={onClose} /> : null;
}
