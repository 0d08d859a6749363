import 'client-only';
import { create } from 'zustand';
import type { SavedPreset } from '@/lib/core/library';
import { isSavedPreset } from '@/lib/core/stored-preset';

interface LibraryState {
  /** In no order. */
  presets: readonly SavedPreset[];
  /** False until what is kept was looked for. */
  loaded: boolean;
  /** Set while something of it is only in this page: a refused or a full storage. */
  problem: string | null;
}

/** Data only; the verbs are in `library`. */
export const useLibrary = create<LibraryState>(() => ({ presets: [], loaded: false, problem: null }));

const FULL = 'This device’s storage is full: what was changed last is lost with the page. Export it to keep it.';
const REFUSED = 'This browser keeps no presets: they are lost with the page. Export them to keep them.';

/** What the database holds, as far as this page knows. */
let kept: readonly SavedPreset[] = [];
/** What could not be kept, by id; null was to be deleted. */
const held = new Map<string, SavedPreset | null>();

/** Rows of the database after some were changed, as far as this page knows. */
function keptWith(rows: ReadonlyMap<string, SavedPreset | null>): readonly SavedPreset[] {
  const all = new Map(kept.map((row) => [row.id, row]));
  for (const [id, row] of rows) {
    if (row) all.set(id, row);
    else all.delete(id);
  }
  // The database gives them by their ids, which mean nothing.
  return [...all.values()].toSorted((one, other) => one.createdAt - other.createdAt);
}

const show = (problem?: string | null): void => {
  useLibrary.setState({ presets: keptWith(held), loaded: true, ...(problem !== undefined && { problem }) });
};

const open = async () => (await import('./database')).openDatabase();

const refused = (error: unknown): string =>
  error instanceof Error && `${error.name} ${error.message}`.includes('Quota') ? FULL : REFUSED;

/** Takes rows that nobody can read out of the way, and keeps them: the history tells of them. */
async function setAsidePresets(): Promise<void> {
  const database = await open();
  await database.transaction('rw', database.presets, database.aside, async () => {
    const broken = (await database.presets.toCollection().primaryKeys()).map(async (key) => {
      const row: unknown = await database.presets.get(key);
      if (isSavedPreset(row)) return;
      await database.aside.add({ at: Date.now(), table: 'presets', row });
      await database.presets.delete(key);
    });
    await Promise.all(broken);
  });
}

let opened = false;

/** Looks for what is kept, and follows it from then on, whichever tab changes it. Once for a page. */
export async function openLibrary(): Promise<void> {
  if (opened) return;
  opened = true;
  try {
    const [database, { liveQuery }] = await Promise.all([open(), import('dexie')]);
    liveQuery(() => database.presets.toArray()).subscribe({
      next: (rows: unknown[]) => {
        kept = rows.filter(isSavedPreset);
        show();
        if (kept.length < rows.length) void setAsidePresets().catch(() => {});
      },
      error: (error: unknown) => show(refused(error)),
    });
  } catch (error) {
    show(refused(error));
  }
}

/** What becomes of a row: another, null for none, or undefined when it stays as it is. */
type Change = (row: SavedPreset | undefined, id: string) => SavedPreset | null | undefined;

/**
 * Changes rows as they are kept now, whoever changed them last. What the storage refuses stays in this page, can still
 * be exported, and is tried again with the next change.
 */
export async function changeRows(ids: readonly string[], change: Change): Promise<void> {
  const waiting = new Map(held);
  try {
    const database = await open();
    const results = await database.transaction('rw', database.presets, async () => {
      const rows: unknown[] = await database.presets.bulkGet([...ids]);
      const next = new Map(waiting);
      for (const [at, id] of ids.entries()) {
        const now = waiting.has(id) ? waiting.get(id) : rows[at];
        const row = change(isSavedPreset(now) ? now : undefined, id);
        if (row !== undefined) next.set(id, row);
      }
      await database.presets.bulkPut([...next.values()].filter((row) => row !== null));
      await database.presets.bulkDelete([...next].flatMap(([id, row]) => (row === null ? [id] : [])));
      return next;
    });
    kept = keptWith(results);
    for (const [id, row] of waiting) if (held.get(id) === row) held.delete(id);
    show(held.size === 0 ? null : undefined);
  } catch (error) {
    const rows = new Map(useLibrary.getState().presets.map((row) => [row.id, row]));
    for (const id of ids) {
      const row = change(rows.get(id), id);
      if (row !== undefined) held.set(id, row);
    }
    show(refused(error));
  }
}

export const changeRow = (id: string, change: Change): Promise<void> => changeRows([id], change);
