'use client';
import { Download, Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { pinWorkspace, renameWorkspace } from '@/lib/browser/history';
import type { Summary } from '@/lib/core/summary';
import { words } from './words';

interface HistoryItemProps {
  summary: Summary;
  current: boolean;
  /** Its answers grow behind the screen. */
  answering: boolean;
  /** Short names of its models. */
  models: readonly string[];
  /** Where a search found something in its text. */
  found: string | undefined;
  onOpen: () => void;
  onSave: () => void;
  onDelete: () => void;
}

/** The visitor has just asked to rename: the whole title is what they want to replace. */
const selectOnce = (input: HTMLInputElement | null): void => input?.select();

/** One conversation of the history. */
export function HistoryItem({
  summary,
  current,
  answering,
  models,
  found,
  onOpen,
  onSave,
  onDelete,
}: HistoryItemProps) {
  const [renaming, setRenaming] = useState(false);
  const title = summary.title || words.untitled;
  const rename = (text: string): void => {
    setRenaming(false);
    if (text.trim() !== title) void renameWorkspace(summary.id, text);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') rename(event.currentTarget.value);
    else if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    setRenaming(false);
  };
  if (renaming) {
    return (
      <li className="px-1">
        <input
          type="text"
          aria-label={words.renameLabel}
          defaultValue={title}
          maxLength={200}
          ref={selectOnce}
          onKeyDown={key}
          onBlur={(event) => rename(event.currentTarget.value)}
          className="field h-control px-2 pointer-coarse:h-touch"
        />
      </li>
    );
  }
  return (
    <li
      className={cn(
        'group/item relative flex items-center rounded-control hover:bg-hover',
        current && 'bg-active hover:bg-active',
      )}
    >
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        title={`${title}\n${new Date(summary.updatedAt).toLocaleString('en')}`}
        onClick={onOpen}
        className="min-w-0 grow rounded-control py-1.5 ps-2 text-start pointer-coarse:min-h-touch"
      >
        <span className="flex items-center gap-1.5 text-sm">
          {summary.pinned && <Pin size={12} aria-hidden className="shrink-0 text-muted" />}
          {summary.pinned && <VisuallyHidden>{words.pinned}</VisuallyHidden>}
          <span className="truncate">{title}</span>
        </span>
        <span className="block truncate text-xs text-muted">
          {answering && <span className="text-accent">{words.answering} </span>}
          {found ??
            `${words.models(models)} · ${summary.questions === 0 ? words.nothingAsked : words.questions(summary.questions)}`}
        </span>
      </button>
      <Menu
        label={words.actions(title)}
        align="end"
        trigger={(props) => (
          <IconButton
            {...props}
            label={words.actions(title)}
            size="dense"
            className="me-1 opacity-0 group-focus-within/item:opacity-100 group-hover/item:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
          >
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        )}
      >
        <MenuItem icon={<Pencil size={16} aria-hidden />} onSelect={() => setRenaming(true)}>
          {words.rename}
        </MenuItem>
        <MenuItem
          icon={summary.pinned ? <PinOff size={16} aria-hidden /> : <Pin size={16} aria-hidden />}
          onSelect={() => void pinWorkspace(summary.id, !summary.pinned)}
        >
          {summary.pinned ? words.unpin : words.pin}
        </MenuItem>
        <MenuItem icon={<Download size={16} aria-hidden />} onSelect={onSave}>
          {words.save}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 size={16} aria-hidden />} tone="danger" onSelect={onDelete}>
          {words.remove}
        </MenuItem>
      </Menu>
    </li>
  );
}
