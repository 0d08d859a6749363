'use client';
import { useCallback, useMemo, useState } from 'react';
import { catalogueId, type Model } from '@/lib/core/model';
import { looksLikeModelId, toggleQueryToken } from '@/lib/core/model-query';
import { type ModelSearch, modelSearch, searchModels } from '@/lib/core/model-search';
import { type ModelSort, nextSort, type SortKey } from '@/lib/core/model-sort';
import { type FreeForm, type Option, toEntries } from './entries';

/** The id in the document of an option's row; it follows the model and not the place. */
export const optionId = (listId: string, option: Option): string =>
  `${listId}-${option.kind}-${option.id.replace(/\s/g, '_')}`;

const NO_MODELS: Model[] = [];

function toFreeForm(id: string, { byId, rows }: ModelSearch, typed: boolean): FreeForm {
  const row = byId.get(catalogueId(id)) ?? rows.find(({ model }) => model.canonicalSlug === id);
  return { kind: 'free-form', id, model: row?.model, typed };
}

/** OpenRouter's ids all name a maker; where those of the list do not, or there is no list, a bare name may be meant. */
const hasBareIds = (models: Model[] | undefined, failed: boolean): boolean =>
  models === undefined ? failed : models.length === 0 || models.some(({ id }) => !id.includes('/'));

export type PickerInput = {
  models: Model[] | undefined;
  failed: boolean;
  currentId: string;
  recents: readonly string[];
  favourites: readonly string[];
  openedAt: number | undefined;
};

/** The picker's state: the query, the order, what they leave, and which option is active. */
export function usePicker({ models, failed, currentId, recents, favourites, openedAt }: PickerInput) {
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<ModelSort | null>(null);
  // By id, so that a list that is refreshed meanwhile does not put another model under the finger.
  const [at, setAt] = useState<{ id: string | null; reveal: boolean }>({ id: null, reveal: false });
  // A star that is given or taken does not move the row under the finger: it is sorted in at the next question.
  const [placed, place] = useState(favourites);
  // Drawn ahead, it may have waited while stars were given elsewhere.
  const [seenAt, see] = useState(openedAt);
  if (seenAt !== openedAt) {
    see(openedAt);
    place(favourites);
  }

  const search = modelSearch(models ?? NO_MODELS);
  const bare = useMemo(() => hasBareIds(models, failed), [models, failed]);
  const entries = useMemo(() => {
    const order = { favourites: placed, recents: [currentId, ...recents], sort };
    const id = query.trim();
    const typed = looksLikeModelId(id, bare) && !search.byId.has(id) ? toFreeForm(id, search, true) : null;
    return toEntries(searchModels(search, query, order), (other) => toFreeForm(other, search, false), typed);
  }, [search, query, sort, placed, currentId, recents, bare]);
  const { options } = entries;

  // What the pane has is the first answer to no question.
  const wanted = at.id ?? (query === '' && sort === null ? currentId : null);
  const found = wanted === null ? -1 : options.findIndex((option) => option.id === wanted);
  const active = options.length === 0 ? -1 : Math.max(0, found);

  const begin = useCallback(() => {
    setAt({ id: null, reveal: true });
    place(favourites);
  }, [favourites]);
  const ask = useCallback(
    (text: string) => {
      setQuery(text);
      begin();
    },
    [begin],
  );
  const toggle = useCallback(
    (token: string) => {
      setQuery((text) => toggleQueryToken(text, token));
      begin();
    },
    [begin],
  );
  const sortBy = useCallback(
    (key: SortKey): ModelSort | null => {
      const next = nextSort(sort, key);
      setSort(next);
      begin();
      return next;
    },
    [sort, begin],
  );
  const activate = (position: number, reveal: boolean) => {
    const option = options[Math.min(Math.max(position, 0), options.length - 1)];
    if (option && (option.id !== at.id || reveal !== at.reveal)) setAt({ id: option.id, reveal });
  };

  return { query, ask, toggle, sort, sortBy, entries, active, reveal: at.reveal, activate };
}
