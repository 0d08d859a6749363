'use client';
import { Star } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { setFavourite } from '@/lib/browser/library';
import { isBuiltIn } from '@/lib/core/built-in-presets';
import { latestOf, type SavedPreset } from '@/lib/core/library';
import { remove } from './library-actions';
import type { LibraryDesk } from './library-dialogs';
import { LibraryRowMenu } from './library-row-menu';
import { words } from './words-library';

/** Over the end of the row while it is pointed at or has the focus; always there on what has no pointer. */
const QUIET =
  'absolute inset-y-0 right-1 flex items-center opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:opacity-100';
/** The name makes room for them. */
const ROOM = {
  own: 'group-focus-within/row:pe-16 group-hover/row:pe-16 pointer-coarse:pe-16',
  builtIn: 'group-focus-within/row:pe-9 group-hover/row:pe-9 pointer-coarse:pe-9',
};

const ROW_BUTTON = '[data-preset]';

/** Moves the focus from row to row, past what stands beside their names. @returns whether there was one to go to */
export function moveAmongRows(list: Element, key: string): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>(ROW_BUTTON)].filter((row) => row.checkVisibility());
  const at = rows.findIndex((row) => row === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
  const row = to === undefined ? undefined : rows[to];
  row?.focus();
  return row !== undefined;
}

const secondLine = (saved: SavedPreset): string => {
  if (isBuiltIn(saved.id)) return saved.description;
  const models = words.models((latestOf(saved).panes ?? []).map(({ modelId }) => modelId));
  return [models, saved.tags.join(', ')].filter(Boolean).join(' · ') || saved.description;
};

/** A preset in the list: pressing its name shows what applying it would change. */
export function LibraryRow({ saved, desk }: { saved: SavedPreset; desk: LibraryDesk }) {
  const { id, name, description, favourite } = saved;
  const own = !isBuiltIn(id);
  const line = secondLine(saved);
  const removeRow = async (list: Element | null | undefined): Promise<void> => {
    const row = list?.querySelector(`[data-preset="${CSS.escape(id)}"]`)?.closest('li');
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    await remove(saved, desk);
    const beside = next?.querySelector<HTMLElement>(ROW_BUTTON) ?? list?.querySelector<HTMLElement>('input');
    beside?.focus();
  };
  return (
    <li className="group/row relative rounded-control [contain-intrinsic-size:auto_42px] [content-visibility:auto] focus-within:bg-hover hover:bg-hover">
      <button
        type="button"
        data-preset={id}
        data-tip={description || undefined}
        onClick={() => desk.open({ kind: 'apply', name, preset: latestOf(saved) })}
        className={cn(
          'w-full rounded-control px-2 py-1 text-start pointer-coarse:min-h-touch',
          own ? ROOM.own : ROOM.builtIn,
        )}
      >
        <span className="flex items-center gap-1 text-sm font-medium">
          {favourite && (
            <Star size={12} fill="currentColor" className="shrink-0 text-accent pointer-coarse:hidden" aria-hidden />
          )}
          <span className="truncate">
            {name}
            {favourite && <span className="sr-only">, {words.isFavourite}</span>}
          </span>
        </span>
        {line !== '' && <span className="block truncate text-xs text-muted">{line}</span>}
      </button>
      <span className={QUIET}>
        {own && (
          <IconButton
            size="dense"
            label={favourite ? words.unstar : words.star}
            className={favourite ? 'text-accent' : undefined}
            onClick={() => void setFavourite(id, !favourite)}
          >
            <Star size={14} fill={favourite ? 'currentColor' : 'none'} aria-hidden />
          </IconButton>
        )}
        <LibraryRowMenu
          saved={saved}
          desk={desk}
          onRemove={() => void removeRow(document.activeElement?.closest('section'))}
        />
      </span>
    </li>
  );
}
