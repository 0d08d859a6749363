'use client';
import { Search, X } from 'lucide-react';
import { IconButton } from './icon-button';

export type SearchFieldProps = {
  label: string;
  clearLabel: string;
  query: string;
  /** What a screen reader hears of the outcome; empty while nothing is searched. */
  said: string;
  onQuery: (query: string) => void;
};

/** Narrows a list while typing; Esc clears it before it means anything else. */
export function SearchField({ label, clearLabel, query, said, onQuery }: SearchFieldProps) {
  return (
    <div className="relative">
      <Search size={16} aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted" />
      <input
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={label}
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
          label={clearLabel}
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
      <output className="sr-only">{said}</output>
    </div>
  );
}
