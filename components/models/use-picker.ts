'use client';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { catalogueId, type Model } from '@/lib/core/model';
import { looksLikeModelId, toggleQueryToken } from '@/lib/core/model-query';
import { type ModelSearch, modelSearch, searchModels } from '@/lib/core/model-search';
import { type FreeForm, type Option, toEntries } from './entries';

/** The id in the document of an option's row; it follows the model and not the place. */
export const optionId = (listId: string, option: Option): string =>
  `${listId}-${option.kind}-${option.id.replace(/\s/g, '_')}`;

const NO_MODELS: Model[] = [];

const freeFormOf = (id: string, { byId }: ModelSearch): FreeForm | null =>
  looksLikeModelId(id) && !byId.has(id) ? { kind: 'free-form', id, model: byId.get(catalogueId(id))?.model } : null;

export type PickerInput = {
  models: Model[] | undefined;
  currentId: string;
  recents: string[];
  onChoose: (id: string) => void;
  onClose: () => void;
  /** Rows of the list that fit into view. */
  pageSize: () => number;
};

/** The picker's state and keys: the query, what it leaves, and which option is active. */
export function usePicker({ models, currentId, recents, onChoose, onClose, pageSize }: PickerInput) {
  const [query, setQuery] = useState('');
  // By id, so that a list that is refreshed meanwhile does not put another model under the finger.
  const [at, setAt] = useState<{ id: string | null; reveal: boolean }>({ id: null, reveal: false });

  const search = modelSearch(models ?? NO_MODELS);
  const entries = useMemo(() => {
    const found = searchModels(search, query, [currentId, ...recents]);
    return toEntries(found, freeFormOf(query.trim(), search));
  }, [search, query, currentId, recents]);
  const { options } = entries;

  const found = at.id === null ? -1 : options.findIndex((option) => option.id === at.id);
  const active = options.length === 0 ? -1 : Math.max(0, found);

  const ask = useCallback((text: string) => {
    setQuery(text);
    setAt({ id: null, reveal: true });
  }, []);
  const toggle = useCallback((token: string) => {
    setQuery((text) => toggleQueryToken(text, token));
    setAt({ id: null, reveal: true });
  }, []);
  const activate = (position: number, reveal: boolean) => {
    const option = options[Math.min(Math.max(position, 0), options.length - 1)];
    if (option && (option.id !== at.id || reveal !== at.reveal)) setAt({ id: option.id, reveal });
  };
  const choose = (position: number) => {
    const option = options[position];
    if (!option) return;
    onChoose(option.id);
    onClose();
  };

  const press = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own (229: browsers that say so only by the code).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves: Record<string, () => number> = {
      ArrowDown: () => active + 1,
      ArrowUp: () => active - 1,
      PageDown: () => active + pageSize(),
      PageUp: () => active - pageSize(),
      Home: () => 0,
      End: () => options.length - 1,
    };
    const move = moves[event.key];
    if (move) activate(move(), true);
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };

  return { query, ask, toggle, entries, active, reveal: at.reveal, activate, choose, press };
}
