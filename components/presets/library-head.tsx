'use client';
import { BookmarkPlus, Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import type { SavedPreset } from '@/lib/core/library';
import { exportJson } from './library-actions';
import type { LibraryDesk } from './library-dialogs';
import { words } from './words-library';

/** The name of the section, and what is done with presets as a whole. */
export function LibraryHead({ own, desk }: { own: readonly SavedPreset[]; desk: LibraryDesk }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex items-center gap-1 ps-2">
      <h2 className="grow text-sm font-semibold">{words.title}</h2>
      <Button
        variant="ghost"
        size="dense"
        icon={<BookmarkPlus size={16} aria-hidden />}
        tip={words.saveTip}
        aria-haspopup="dialog"
        onClick={() => desk.open({ kind: 'save' })}
      >
        {words.save}
      </Button>
      <Menu
        label={words.more}
        align="end"
        trigger={(trigger) => (
          <IconButton {...trigger} size="dense" label={words.more}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        )}
      >
        <MenuItem note={words.importNote} onSelect={() => input.current?.click()}>
          {words.importFile}
        </MenuItem>
        <MenuItem
          disabledReason={own.length === 0 ? words.nothingToExport : undefined}
          onSelect={() => void exportJson(own, desk)}
        >
          {words.exportAll}
        </MenuItem>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".json,.yml,.yaml,application/json,application/yaml"
        aria-label={words.file}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) desk.open({ kind: 'import', file });
          // The same file may be chosen again once it was mended.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
