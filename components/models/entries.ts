import type { Model } from '@/lib/core/model';
import type { SearchSection } from '@/lib/core/model-search';

/** An id that is not in the list; `model` is the row that it is a variant of, `typed` whether it is being written. */
export type FreeForm = { kind: 'free-form'; id: string; model: Model | undefined; typed: boolean };

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

/** Sections as one list of lines, with a heading where there is more than one kind of row. @param typed the last option */
export function toEntries(
  sections: readonly SearchSection[],
  toFreeForm: (id: string) => FreeForm,
  typed: FreeForm | null,
): Entries {
  let count = 0;
  const [lines, options, groups]: [Entry[], Option[], EntryGroup[]] = [[], [], []];
  const push = (option: Option) => {
    lines.push({ ...option, position: options.length });
    options.push(option);
  };
  for (const { kind, models, unlisted } of sections) {
    const named = kind === 'faults' || (kind !== 'matches' && sections.length > 1);
    const first = lines.length;
    if (named) lines.push({ kind: 'heading', section: kind });
    for (const model of models) push({ kind: 'model', id: model.id, model });
    for (const id of unlisted) push(toFreeForm(id));
    count += models.length;
    groups.push({ section: named ? kind : null, first, end: lines.length });
  }
  if (typed !== null) {
    push(typed);
    groups.push({ section: null, first: lines.length - 1, end: lines.length });
  }
  return { lines, options, groups, count };
}
