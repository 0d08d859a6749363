'use client';
import { type MouseEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { Entries, Entry } from './entries';
import { FreeFormRow, ModelRow } from './model-row';
import { optionId } from './use-picker';
import { revealLine, useVisibleLines } from './use-visible-lines';
import { pickerWords } from './words';

export type ModelListProps = {
  id: string;
  entries: Entries;
  /** Place of the active option; -1 where there is none. */
  active: number;
  /** Whether the active option must be brought into view: after keys and typing, not after a pointer. */
  reveal: boolean;
  currentId: string;
  favourites: readonly string[];
  refusalOf: (id: string) => string | null;
  /** Unix milliseconds when the picker was opened. */
  now: number;
  onPoint: (position: number) => void;
  onChoose: (position: number) => void;
  onStar: (id: string) => void;
};

const positionOf = (event: MouseEvent): number | null => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-position]') : null;
  return row?.dataset['position'] === undefined ? null : Number(row.dataset['position']);
};

/** The listbox under the query: only the rows in view are drawn. */
export function ModelList(props: ModelListProps) {
  const { id, entries, active, reveal, currentId, favourites, refusalOf, now, onPoint, onChoose, onStar } = props;
  const { lines, options, groups } = entries;
  const box = useRef<HTMLDivElement>(null);
  const activeLine = lines.findIndex((line) => line.kind !== 'heading' && line.position === active);

  const virtual = useVisibleLines(box, lines, activeLine);

  // What a key makes active must be seen, before the next paint; another query is read from its beginning.
  useLayoutEffect(() => {
    if (!reveal || lines.length === 0) return;
    revealLine(virtual, active <= 0 ? 0 : activeLine);
  }, [virtual, lines, active, activeLine, reveal]);

  const point = (event: PointerEvent) => {
    const position = positionOf(event);
    // A finger that scrolls is not pointing.
    if (position !== null && event.pointerType !== 'touch') onPoint(position);
  };
  const choose = (event: MouseEvent) => {
    const position = positionOf(event);
    if (position === null) return;
    const starred = event.target instanceof Element && event.target.closest('[data-star]') !== null;
    const option = starred ? options[position] : undefined;
    if (option) onStar(option.id);
    else onChoose(position);
  };

  const shown = virtual.getVirtualItems();
  const draw = (line: Entry, at: number, top: number) => {
    if (line.kind === 'heading')
      return (
        <div
          key={at}
          aria-hidden
          style={{ top }}
          className="absolute inset-x-0 flex h-8 items-end px-3 pb-1 text-xs font-medium text-muted"
        >
          {pickerWords.sections[line.section]}
        </div>
      );
    const row = {
      domId: optionId(id, line),
      position: line.position,
      size: options.length,
      top,
      active: line.position === active,
      favourite: favourites.includes(line.id),
      current: line.id === currentId,
      refusal: refusalOf(line.id),
    };
    return line.kind === 'free-form' ? (
      <FreeFormRow key={at} {...row} option={line} />
    ) : (
      <ModelRow key={at} {...row} model={line.model} now={now} />
    );
  };

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the combobox, which keeps the focus
    <div
      ref={box}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no native element draws rows like these
      role="listbox"
      aria-label={pickerWords.list}
      tabIndex={-1}
      className="min-h-0 grow scroll-py-1 overflow-y-auto overscroll-contain contain-strict [scrollbar-gutter:stable]"
      onPointerMove={point}
      // A press must not take the focus from the query.
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {groups.map(({ section, first, end }) => {
          const rows = shown.filter(({ index }) => index >= first && index < end);
          if (rows.length === 0) return null;
          const drawn = rows.map(({ index, start }) => {
            const line = lines[index];
            return line && draw(line, index, start);
          });
          return section === null ? (
            drawn
          ) : (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of options, not of fields
            <div key={section} role="group" aria-label={pickerWords.sections[section]}>
              {drawn}
            </div>
          );
        })}
      </div>
    </div>
  );
}
