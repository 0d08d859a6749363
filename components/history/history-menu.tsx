'use client';
import { Download, Ellipsis, History, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { countDeleted } from '@/lib/browser/deleted';
import { dropOld } from '@/lib/browser/keep-deleted';
import { useLive } from '@/lib/browser/use-live';
import { DeletedDialog } from './deleted-dialog';
import { words } from './words';

interface HistoryMenuProps {
  onExport: () => void;
  onImport: (file: File) => void;
  /** Absent while there is nothing to delete. */
  onDeleteAll: (() => void) | undefined;
}

/** What can be done with the whole history. */
export function HistoryMenu({ onExport, onImport, onDeleteAll }: HistoryMenuProps) {
  const file = useRef<HTMLInputElement>(null);
  const deleted = useLive(countDeleted) ?? 0;
  const [looking, setLooking] = useState(false);
  const look = async (): Promise<void> => {
    await dropOld();
    setLooking(true);
  };
  return (
    <>
      <Menu
        label={words.menu}
        align="end"
        trigger={(props) => (
          <IconButton {...props} label={words.menu} size="dense">
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        )}
      >
        <MenuItem icon={<Download size={16} aria-hidden />} note={words.exportNote} onSelect={onExport}>
          {words.exportAll}
        </MenuItem>
        <MenuItem icon={<Upload size={16} aria-hidden />} onSelect={() => file.current?.click()}>
          {words.importAll}
        </MenuItem>
        {deleted > 0 && (
          <MenuItem
            icon={<History size={16} aria-hidden />}
            note={words.deletedNote(deleted)}
            onSelect={() => void look()}
          >
            {words.deleted}
          </MenuItem>
        )}
        {onDeleteAll && (
          <>
            <MenuSeparator />
            <MenuItem icon={<Trash2 size={16} aria-hidden />} tone="danger" onSelect={onDeleteAll}>
              {words.removeAll}
            </MenuItem>
          </>
        )}
      </Menu>
      {looking && <DeletedDialog onClose={() => setLooking(false)} />}
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label={words.importAll}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (chosen) onImport(chosen);
        }}
      />
    </>
  );
}
