'use client';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { announce, announceAfter } from '@/components/ui/announcer';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { shortName } from '@/lib/core/model';
import type { SortKey } from '@/lib/core/model-sort';
import { FilterChips } from './filter-chips';
import { ListEmpty } from './list-empty';
import { ListFoot } from './list-foot';
import { ListHead } from './list-head';
import { ListSkeleton } from './list-skeleton';
import { ModelDetails } from './model-details';
import { ModelList } from './model-list';
import { pressInPicker } from './picker-keys';
import type { ModelPickerProps } from './picker-props';
import { PickerQuery } from './picker-query';
import { optionId, usePicker } from './use-picker';
import { favouriteWords, pickerWords, sortWords } from './words';

const ROW = 44;
/** Typing is heard out before the count is said. */
const SILENCE_MS = 400;

const HOUR = 3_600_000;

const NO_IDS: readonly string[] = [];
const never = (): null => null;

export function PickerBody(props: Omit<ModelPickerProps, 'open' | 'title'>) {
  const { models, failed, skipped = 0, onRetry, currentId, recents, onChoose, onClose, fetchedAt } = props;
  const { favourites = NO_IDS, onFavourite, refusalOf = never, openedAt } = props;
  const listId = useId();
  const pane = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const takeInput = useCallback((element: HTMLInputElement | null) => {
    input.current = element;
    // Said to the browser before the dialog is shown: else it first gives the focus to the close button, which costs two layouts.
    if (element) element.autofocus = true;
  }, []);
  // It may have been drawn long before it is shown. No age in the rows is finer than days, and so they stay as they are.
  const [drawnAt] = useState(() => Date.now());
  const now = openedAt ?? drawnAt;
  const hour = Math.ceil(now / HOUR) * HOUR;
  const [refusal, refuse] = useState<string | null>(null);
  const pageSize = useCallback(() => Math.max(1, Math.floor((pane.current?.clientHeight ?? 0) / ROW) - 3), []);
  const picker = usePicker({ models, failed: failed !== undefined, currentId, recents, favourites, openedAt });
  const { query, ask, toggle, sort, sortBy, entries, active, reveal, activate } = picker;
  const option = entries.options[active];

  // The count is for who cannot see the list: said once typing pauses, and not at the opening, where the field is said.
  const asked = useRef(query);
  useEffect(() => {
    if (asked.current === query) return;
    asked.current = query;
    return announceAfter(SILENCE_MS, entries.count > 0 ? pickerWords.count(entries.count) : pickerWords.none);
  }, [query, entries.count]);

  const choose = (position: number) => {
    const chosen = entries.options[position];
    if (!chosen) return;
    const why = refusalOf(chosen.id);
    refuse(why);
    if (why !== null) {
      announce(why);
      return;
    }
    onChoose(chosen.id);
    onClose();
  };

  const star = (id: string) => {
    if (!onFavourite) return;
    const was = favourites.includes(id);
    const is = onFavourite(id);
    const found = entries.options.find((one) => one.id === id);
    const name = found?.kind === 'model' ? shortName(found.model) : id;
    const full = !was && !is;
    if (full) refuse(favouriteWords.full);
    announce(full ? favouriteWords.full : (is ? favouriteWords.added : favouriteWords.removed)(name));
  };

  const sortHead = useCallback((key: SortKey) => announce(sortWords.sorted(sortBy(key))), [sortBy]);

  const clear = (text: string) => {
    ask(text);
    // The pressed button goes with the sentence, and the focus would go with it.
    input.current?.focus();
  };

  const loading = models === undefined && failed === undefined;
  return (
    <>
      <PickerQuery
        ref={takeInput}
        query={query}
        listId={listId}
        expanded={entries.options.length > 0}
        activeId={option && optionId(listId, option)}
        onAsk={ask}
        onKeyDown={(event) =>
          pressInPicker(event, {
            active,
            count: entries.options.length,
            pageSize,
            onMove: (position) => activate(position, true),
            onChoose: () => choose(active),
            onStar: () => option && star(option.id),
          })
        }
        onClose={onClose}
      />
      <FilterChips query={query} onToggle={toggle} />
      {failed === undefined ? null : (
        <Banner
          flush
          tone={models ? 'warning' : 'danger'}
          role="alert"
          actions={
            onRetry && (
              <Button size="dense" onClick={onRetry}>
                {pickerWords.retry}
              </Button>
            )
          }
        >
          {models ? pickerWords.stale(failed) : failed}
        </Banner>
      )}
      <div className="flex min-h-0 grow border-t border-line">
        <div ref={pane} className="flex min-w-0 grow flex-col">
          <ListHead sort={sort} onSort={sortHead} />
          {loading && entries.options.length === 0 ? <ListSkeleton /> : null}
          {!loading && entries.options.length === 0 ? (
            <ListEmpty
              listId={listId}
              empty={models?.length === 0}
              failed={failed !== undefined}
              query={query}
              onClear={clear}
            />
          ) : null}
          {entries.options.length > 0 ? (
            <ModelList
              id={listId}
              {...{ entries, active, reveal, currentId, favourites, refusalOf }}
              now={hour}
              onPoint={(position) => activate(position, false)}
              onChoose={choose}
              onStar={star}
            />
          ) : null}
          <ListFoot
            count={models === undefined ? null : entries.count}
            {...{ now, fetchedAt, skipped, refusal, onRetry, query }}
          />
        </div>
        <ModelDetails {...{ option, now, favourites, refusalOf }} onStar={onFavourite && star} />
      </div>
    </>
  );
}
