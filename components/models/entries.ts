import type { Model } from '@/lib/core/model';
import type { SearchSection } from '@/lib/core/model-search';

/** An id that is not in the list; `model` is the row that it is a variant of. */
export type FreeForm = { kind: 'free-form'; id: string; model: Model | undefined };

export type Option = { kind: 'model'; id: string; model: Model } | FreeForm;

/** A line of the list: a heading, or an option with its place among the options. */
export type Entry = { kind: 'heading'; section: SearchSection['kind'] } | (Option & { position: number });

/** Entries that belong together; `section` is null where they need no name. */
export interface EntryGroup {
  section: SearchSection['kind'] | null;
  /** Indexes into the entries: from `first` up to and without `end`. */
  first: number;
  end: number;
}

export interface Entries {
  lines: readonly Entry[];
  options: readonly Option[];
  groups: readonly EntryGroup[];
  /** Models among the options. */
  count: number;
}

/** Sections as one list of lines, with a heading where there is more than one kind of row. */
export function toEntries(sections: readonly SearchSection[], freeForm: FreeForm | null): Entries {
  const [lines, options, groups]: [Entry[], Option[], EntryGroup[]] = [[], [], []];
  const push = (option: Option) => {
    lines.push({ ...option, position: options.length });
    options.push(option);
  };
  for (const { kind, models } of sections) {
    const named = kind === 'faults' || (kind !== 'matches' && sections.length > 1);
    const first = lines.length;
    if (named) lines.push({ kind: 'heading', section: kind });
    for (const model of models) push({ kind: 'model', id: model.id, model });
    groups.push({ section: named ? kind : null, first, end: lines.length });
  }
  const count = options.length;
  if (freeForm !== null) {
    push(freeForm);
    groups.push({ section: null, first: lines.length - 1, end: lines.length });
  }
  return { lines, options, groups, count };
}
