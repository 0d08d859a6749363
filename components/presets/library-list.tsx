'use client';
import type { KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Collapsible } from '@/components/ui/collapsible';
import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { SavedPreset } from '@/lib/core/library';
import type { LibraryDesk } from './library-dialogs';
import { LibraryRow, moveAmongRows } from './library-row';
import { words } from './words-library';

interface GroupProps {
  title: string;
  presets: readonly SavedPreset[];
  desk: LibraryDesk;
}

function Group({ title, presets, desk }: GroupProps) {
  return (
    <Collapsible
      defaultOpen
      summary={title}
      aside={<span className="pe-2 text-xs font-normal text-muted tabular-nums">{presets.length}</span>}
    >
      <ul aria-label={title}>
        {presets.map((saved) => (
          <LibraryRow key={saved.id} saved={saved} desk={desk} />
        ))}
      </ul>
    </Collapsible>
  );
}

interface LibraryListProps {
  loaded: boolean;
  /** Whether any are kept, found or not. */
  any: boolean;
  own: readonly SavedPreset[];
  builtIn: readonly SavedPreset[];
  /** What was searched for, for the sentence when nothing is found. */
  query: string;
  desk: LibraryDesk;
  onShowAll: () => void;
}

/** Those of the visitor, then those that come with the playground. */
export function LibraryList({ loaded, any, own, builtIn, query, desk, onShowAll }: LibraryListProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.target instanceof Element && event.target.matches('[data-preset]'))) return;
    if (moveAmongRows(event.currentTarget, event.key)) event.preventDefault();
  };
  if (!loaded)
    return (
      <div className="flex flex-col gap-2 p-2" aria-busy>
        <VisuallyHidden>{words.loading}</VisuallyHidden>
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
    );
  if (own.length + builtIn.length === 0)
    return (
      <div className="flex flex-col items-start gap-2 p-2">
        <p className="text-sm break-words text-muted">{words.none(query)}</p>
        <Button size="dense" onClick={onShowAll}>
          {words.showAll}
        </Button>
      </div>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows are for the buttons in it
    <div onKeyDown={onKeyDown}>
      {!any && <p className="px-2 pb-2 text-sm text-muted">{words.empty}</p>}
      {own.length > 0 && <Group title={words.own} presets={own} desk={desk} />}
      {builtIn.length > 0 && <Group title={words.builtIn} presets={builtIn} desk={desk} />}
    </div>
  );
}
