import 'client-only';
import { mergeWorkspaces } from '@/lib/core/merge-workspaces';
import { readStoredWorkspace } from '@/lib/core/stored-workspace';
import { summaryOf } from '@/lib/core/summary';
import type { StoredWorkspace } from '@/lib/core/workspace';
import { openDatabase } from './database';
import { useWorkspaceStore } from './workspace-store';

// Loaded on demand with the database.

const SET_ASIDE =
  'A kept conversation could not be read. It is set aside, and everything else is here; History can save it as a file.';

/** Takes a row that nobody can read out of the way, and keeps it. */
async function setAside(id: string): Promise<void> {
  const { aside, workspaces, summaries } = openDatabase();
  await openDatabase().transaction('rw', [aside, workspaces, summaries], async () => {
    // Somebody else may have come upon it at the same time.
    const row: unknown = await workspaces.get(id);
    if (row !== undefined) await aside.add({ at: Date.now(), table: 'workspaces', row });
    await workspaces.delete(id);
    await summaries.delete(id);
  });
  useWorkspaceStore.setState({ notice: SET_ASIDE });
}

/** @returns undefined where there is none, or none that can be read: that one is set aside */
export async function readRow(id: string): Promise<StoredWorkspace | undefined> {
  const row: unknown = await openDatabase().workspaces.get(id);
  if (row === undefined) return undefined;
  const workspace = readStoredWorkspace(row);
  if (workspace?.id === id) return workspace;
  await setAside(id);
  return undefined;
}

/** Makes summaries anew that nobody could read; one without its workspace goes. */
export async function mendSummaries(keys: readonly string[]): Promise<void> {
  const { summaries } = openDatabase();
  for (const key of keys) {
    const row = await readRow(key);
    await (row ? summaries.put(summaryOf(row)) : summaries.delete(key));
  }
}

/** The one that was changed last, of those that can be read. */
export async function newestRow(): Promise<StoredWorkspace | undefined> {
  const ids = await openDatabase().workspaces.orderBy('updatedAt').primaryKeys();
  for (const id of ids.toReversed()) {
    const row = await readRow(id);
    if (row) return row;
  }
  return undefined;
}

/** What became of a write: kept as it was or, `moved`, together with another tab's changes; or refused for them. */
export type Written = { row: StoredWorkspace; moved: boolean } | { clash: StoredWorkspace };

/** Keeps a workspace. @param base what it began from, as it was read or written last; null if it never was */
export function writeRow(base: StoredWorkspace | null, mine: StoredWorkspace): Promise<Written> {
  const { workspaces, summaries } = openDatabase();
  return openDatabase().transaction('rw', [workspaces, summaries], async () => {
    const kept = await workspaces.get(mine.id);
    // What this page wrote last needs no second look, twice a second while an answer grows.
    const there = base !== null && kept?.revision === base.revision ? base : readStoredWorkspace(kept);
    const moved = there !== null && there.revision !== (base?.revision ?? 0);
    const whole = moved ? mergeWorkspaces(base ?? { ...mine, conversations: {} }, mine, there) : mine;
    if (!whole) return { clash: there ?? mine };
    const row = { ...whole, revision: (there ?? mine).revision + 1 };
    await workspaces.put(row);
    await summaries.put(summaryOf(row));
    return { row, moved };
  });
}

/** Changes fields of a workspace that is not on this screen. */
export function changeRow(id: string, fields: Partial<StoredWorkspace>): Promise<StoredWorkspace | undefined> {
  const { workspaces, summaries } = openDatabase();
  return openDatabase().transaction('rw', [workspaces, summaries], async () => {
    const there = readStoredWorkspace(await workspaces.get(id));
    if (!there) return undefined;
    const row = { ...there, ...fields, revision: there.revision + 1 };
    await workspaces.put(row);
    await summaries.put(summaryOf(row));
    return row;
  });
}

/** Takes a workspace away. @returns what was there */
export function deleteRow(id: string): Promise<StoredWorkspace | undefined> {
  const { workspaces, summaries } = openDatabase();
  return openDatabase().transaction('rw', [workspaces, summaries], async () => {
    const row = await workspaces.get(id);
    await workspaces.delete(id);
    await summaries.delete(id);
    return row;
  });
}

const messagesIn = ({ conversations }: StoredWorkspace): Set<string> =>
  new Set(Object.values(conversations).flatMap(({ messages }) => Object.keys(messages)));

/**
 * Brings deleted workspaces back. Where another tab has gone on with one meanwhile, that one stays as it is; what it has
 * not comes beside it.
 * @param freshId gives such a one an id
 */
export function restoreRows(rows: readonly StoredWorkspace[], freshId: () => string): Promise<void> {
  const { workspaces, summaries } = openDatabase();
  return openDatabase().transaction('rw', [workspaces, summaries], async () => {
    for (const deleted of rows) {
      const there = readStoredWorkspace(await workspaces.get(deleted.id));
      const known = there ? messagesIn(there) : new Set();
      if (there && [...messagesIn(deleted)].every((id) => known.has(id))) continue;
      const row = { ...deleted, id: there ? freshId() : deleted.id, revision: deleted.revision + 1 };
      await workspaces.put(row);
      await summaries.put(summaryOf(row));
    }
  });
}

/** Puts workspaces that were imported into their places. */
export function putRows(rows: readonly StoredWorkspace[]): Promise<void> {
  const { workspaces, summaries } = openDatabase();
  return openDatabase().transaction('rw', [workspaces, summaries], async () => {
    await workspaces.bulkPut([...rows]);
    await summaries.bulkPut(rows.map(summaryOf));
  });
}
