'use client';
import { Star } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { LibraryQuery } from '@/lib/core/library-search';
import { words } from './words-library';

/** Tags that are in sight before anybody asks for more. */
const FEW = 6;

interface ChipProps {
  on: boolean;
  label?: string;
  onPress: () => void;
  children: ReactNode;
}

function Chip({ on, label, onPress, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      onClick={onPress}
      className={cn(
        'hit inline-flex h-6 max-w-full items-center rounded-full border border-rim px-2 text-xs text-muted hover:bg-hover pointer-coarse:h-8',
        on && 'border-accent-line bg-accent-tint font-medium text-accent',
      )}
    >
      <span className="truncate">{children}</span>
    </button>
  );
}

interface LibraryFiltersProps {
  query: LibraryQuery;
  tags: readonly string[];
  /** Whether there are any. */
  favourites: boolean;
  onQuery: (query: LibraryQuery) => void;
}

/** Narrows the list to favourites and tags. */
export function LibraryFilters({ query, tags, favourites, onQuery }: LibraryFiltersProps) {
  const [all, setAll] = useState(false);
  // What is chosen stays in sight, also when nothing has it any more.
  const known = [...new Set([...tags, ...query.tags])];
  const some = all ? known : known.filter((tag, at) => at < FEW || query.tags.includes(tag));
  if (known.length === 0 && !favourites && !query.favourites) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring a form's look and layout
    <div role="group" aria-label={words.filters} className="flex flex-wrap gap-1">
      {(favourites || query.favourites) && (
        <Chip
          on={query.favourites}
          label={words.favourites}
          onPress={() => onQuery({ ...query, favourites: !query.favourites })}
        >
          <Star size={12} fill={query.favourites ? 'currentColor' : 'none'} aria-hidden />
        </Chip>
      )}
      {some.map((tag) => (
        <Chip
          key={tag}
          on={query.tags.includes(tag)}
          onPress={() =>
            onQuery({
              ...query,
              tags: query.tags.includes(tag) ? query.tags.filter((other) => other !== tag) : [...query.tags, tag],
            })
          }
        >
          {words.tag(tag)}
        </Chip>
      ))}
      {known.length > FEW && (
        <Button variant="ghost" size="dense" className="h-6 text-xs text-muted" onClick={() => setAll(!all)}>
          {all ? words.fewerTags : words.moreTags(known.length - FEW)}
        </Button>
      )}
    </div>
  );
}
