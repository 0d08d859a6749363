'use client';
import { Search, X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { words } from './words';

/** Narrows the rows while typing; Esc clears it before it means anything else. */
export function SearchField({
  query,
  found,
  onQuery,
}: {
  query: string;
  /** Rows that are left; null while nothing is searched. */
  found: number | null;
  onQuery: (query: string) => void;
}) {
  return (
    <div className="relative">
      <Search size={16} aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted" />
      <input
        type="text"
        role="searchbox"
        aria-label={words.search}
        placeholder={words.search}
        autoComplete="off"
        maxLength={100}
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onQuery('');
        }}
        className="field h-control pr-9 pl-8 pointer-coarse:h-touch"
      />
      {query === '' ? null : (
        <IconButton
          label={words.clear}
          size="dense"
          className="absolute inset-y-0 right-0.5 my-auto"
          onClick={(event) => {
            event.currentTarget.parentElement?.querySelector('input')?.focus();
            onQuery('');
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
      <output className="sr-only">{found === null ? '' : found === 0 ? words.notFound : words.found(found)}</output>
    </div>
  );
}
