'use client';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { SearchField } from '@/components/ui/search-field';
import { toast } from '@/components/ui/toast';
import { openLibrary, useLibrary } from '@/lib/browser/library-store';
import { BUILT_IN_PRESETS } from '@/lib/core/built-in-presets';
import { EVERYTHING, searchLibrary, tagsOf } from '@/lib/core/library-search';
import { LibraryDialog } from './library-dialog';
import type { LibraryDesk, LibraryDialogOf } from './library-dialogs';
import { LibraryFilters } from './library-filters';
import { LibraryHead } from './library-head';
import { LibraryList } from './library-list';
import { words } from './words-library';

interface LibraryPanelProps {
  /** Called when what was chosen stands behind the drawer. */
  onLeave: () => void;
  /** Shows a pane that was added. */
  onShowPane: (paneId: string) => void;
}

/** The presets of this device and those that come with the playground: the lower section of the left zone. */
export function LibraryPanel({ onLeave, onShowPane }: LibraryPanelProps) {
  const { presets, loaded, problem } = useLibrary();
  const [query, setQuery] = useState(EVERYTHING);
  const [dialog, setDialog] = useState<LibraryDialogOf | null>(null);
  const wanted = useDeferredValue(query);
  const own = useMemo(() => searchLibrary(presets, wanted), [presets, wanted]);
  // They stand in an order of their own.
  const builtIn = useMemo(() => {
    const found = new Set(searchLibrary(BUILT_IN_PRESETS, wanted));
    return BUILT_IN_PRESETS.filter((saved) => found.has(saved));
  }, [wanted]);
  // The visitor's own first.
  const tags = useMemo(() => [...new Set([...tagsOf(presets), ...tagsOf(BUILT_IN_PRESETS)])], [presets]);

  // The database is opened in the browser only, and with the first look at the list.
  useEffect(() => void openLibrary(), []);

  const desk: LibraryDesk = {
    open: setDialog,
    tell: (message, undo) => toast(message, undo && { action: { label: words.undo, onSelect: () => void undo() } }),
    showPane(paneId) {
      onLeave();
      onShowPane(paneId);
    },
  };
  const narrowed = wanted.text.trim() !== '' || wanted.tags.length > 0 || wanted.favourites;
  const found = own.length + builtIn.length;
  return (
    <section aria-label={words.title} className="flex min-h-0 grow basis-0 flex-col">
      <div className="flex flex-col gap-2 p-2 pt-3">
        <LibraryHead own={presets} desk={desk} />
        <SearchField
          label={words.search}
          clearLabel={words.clear}
          query={query.text}
          status={narrowed ? (found === 0 ? words.notFound : words.found(found)) : ''}
          onQuery={(text) => setQuery({ ...query, text })}
        />
        {presets.length > 0 && (
          <LibraryFilters
            query={query}
            tags={tags}
            favourites={presets.some(({ favourite }) => favourite)}
            onQuery={setQuery}
          />
        )}
        {problem !== null && <Banner tone="warning">{problem}</Banner>}
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-4">
        <LibraryList
          loaded={loaded}
          any={presets.length > 0}
          own={own}
          builtIn={builtIn}
          query={wanted.text.trim()}
          desk={desk}
          onShowAll={() => setQuery(EVERYTHING)}
        />
      </div>
      {dialog && <LibraryDialog dialog={dialog} desk={desk} onClose={() => setDialog(null)} onApplied={onLeave} />}
    </section>
  );
}
