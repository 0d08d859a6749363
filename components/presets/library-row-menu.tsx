'use client';
import { Ellipsis } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { isBuiltIn } from '@/lib/core/built-in-presets';
import { latestOf, type SavedPreset } from '@/lib/core/library';
import { MAX_PANES } from '@/lib/core/panes';
import { duplicate, exportJson, exportYml, openInPane, saveInto } from './library-actions';
import type { LibraryDesk } from './library-dialogs';
import { words } from './words-library';

interface LibraryRowMenuProps {
  saved: SavedPreset;
  desk: LibraryDesk;
  onRemove: () => void;
}

function Items({ saved, desk, onRemove }: LibraryRowMenuProps) {
  const full = useWorkspaceStore(({ workspace }) => workspace.panes.length >= MAX_PANES);
  const preset = latestOf(saved);
  const own = !isBuiltIn(saved.id);
  return (
    <>
      <MenuItem onSelect={() => desk.open({ kind: 'apply', name: saved.name, preset })}>{words.apply}</MenuItem>
      <MenuItem disabledReason={full ? words.full : undefined} onSelect={() => openInPane(saved, desk)}>
        {words.pane}
      </MenuItem>
      <MenuSeparator />
      {own && (
        <>
          <MenuItem onSelect={() => void saveInto(saved, desk)}>{words.saveInto}</MenuItem>
          <MenuItem onSelect={() => desk.open({ kind: 'versions', id: saved.id })}>
            {words.versions(saved.versions.length)}
          </MenuItem>
          <MenuItem onSelect={() => desk.open({ kind: 'label', saved })}>{words.edit}</MenuItem>
        </>
      )}
      <MenuItem onSelect={() => void duplicate(saved, desk)}>{words.duplicate}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => desk.open({ kind: 'share', preset })}>{words.share}</MenuItem>
      <MenuItem onSelect={() => void exportJson([saved], desk)}>{words.json}</MenuItem>
      <MenuItem onSelect={() => void exportYml(saved, desk)}>{words.yml}</MenuItem>
      {own && (
        <>
          <MenuSeparator />
          <MenuItem tone="danger" onSelect={onRemove}>
            {words.remove}
          </MenuItem>
        </>
      )}
    </>
  );
}

/** Everything that can be done with a preset. */
export function LibraryRowMenu(props: LibraryRowMenuProps) {
  const name = words.menu(props.saved.name);
  return (
    <Menu
      label={name}
      align="end"
      className="max-h-[80vh]"
      trigger={(trigger) => (
        <IconButton {...trigger} size="dense" label={name}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      )}
    >
      <Items {...props} />
    </Menu>
  );
}
