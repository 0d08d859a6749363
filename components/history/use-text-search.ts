'use client';
import { useEffect, useState } from 'react';
import { searchTexts } from '@/lib/browser/history';

/** Milliseconds between two looks at what was found so far. */
const SHOW_MS = 200;

interface Search {
  query: string;
  /** Where it was found, by id. */
  found: ReadonlyMap<string, string>;
  done: boolean;
}

const NONE: Search = { query: '', found: new Map(), done: true };

/** Looks through the texts of all conversations while the visitor types. */
export function useTextSearch(query: string): Omit<Search, 'query'> {
  const [search, setSearch] = useState<Search>(NONE);
  const wanted = query.trim();
  // The texts lie in the database, outside React; an older search ends when the words change.
  useEffect(() => {
    if (wanted === '') return;
    const controller = new AbortController();
    const found = new Map<string, string>();
    const show = (done: boolean): void => {
      if (!controller.signal.aborted) setSearch({ query: wanted, found: new Map(found), done });
    };
    let shownAt = 0;
    const take = (id: string, where: string): void => {
      found.set(id, where);
      // The whole list is drawn anew, so not for each of hundreds.
      if (performance.now() - shownAt < SHOW_MS) return;
      show(false);
      shownAt = performance.now();
    };
    searchTexts(wanted, take, controller.signal).then(
      () => show(true),
      () => show(true),
    );
    return () => controller.abort();
  }, [wanted]);
  if (wanted === '') return NONE;
  return search.query === wanted ? search : { found: search.found, done: false };
}
