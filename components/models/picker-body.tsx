'use client';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FilterChips } from './filter-chips';
import { ListEmpty } from './list-empty';
import { ListFoot } from './list-foot';
import { ListHead } from './list-head';
import { ListSkeleton } from './list-skeleton';
import { ModelDetails } from './model-details';
import { ModelList } from './model-list';
import type { ModelPickerProps } from './picker-props';
import { PickerQuery } from './picker-query';
import { optionId, usePicker } from './use-picker';
import { pickerWords } from './words';

const ROW = 44;
/** Typing is heard out before the count is said. */
const SILENCE_MS = 400;

export function PickerBody(props: Omit<ModelPickerProps, 'open'>) {
  const { models, failed, onRetry, currentId, recents, onChoose, onClose, fetchedAt } = props;
  const listId = useId();
  const pane = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const takeInput = useCallback((element: HTMLInputElement | null) => {
    input.current = element;
    // Said to the browser before the dialog is shown: else it first gives the focus to the close button, which costs two layouts.
    if (element) element.autofocus = true;
  }, []);
  const [now] = useState(() => Date.now());
  const pageSize = useCallback(() => Math.max(1, Math.floor((pane.current?.clientHeight ?? 0) / ROW) - 3), []);
  const picker = usePicker({ models, currentId, recents, onChoose, onClose, pageSize });
  const { query, ask, toggle, entries, active, reveal, activate, choose, press } = picker;
  const option = entries.options[active];

  // The count is for who cannot see the list: said once typing pauses, and not at the opening, where the field is said.
  const asked = useRef(query);
  useEffect(() => {
    if (asked.current === query) return;
    asked.current = query;
    const timer = setTimeout(
      () => announce(entries.count > 0 ? pickerWords.count(entries.count) : pickerWords.none),
      SILENCE_MS,
    );
    return () => clearTimeout(timer);
  }, [query, entries.count]);

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
        onKeyDown={press}
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
          {failed}
        </Banner>
      )}
      <div className="flex min-h-0 grow border-t border-line">
        <div ref={pane} className="flex min-w-0 grow flex-col">
          <ListHead />
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
              {...{ entries, active, reveal, currentId, now }}
              onPoint={(position) => activate(position, false)}
              onChoose={choose}
            />
          ) : null}
          <ListFoot count={models === undefined ? null : entries.count} {...{ now, fetchedAt, onRetry }} />
        </div>
        <ModelDetails option={option} now={now} />
      </div>
    </>
  );
}
