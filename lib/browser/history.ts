import 'client-only';
import { readHistoryFile, historyFrame } from '@/lib/core/history-file';
import { textOf } from '@/lib/core/message';
import { typedTexts } from '@/lib/core/own-prompt';
import { copyOf, isSameWorkspace } from '@/lib/core/same-workspace';
import { isEmpty, isSummary, type Summary, summaryOf } from '@/lib/core/summary';
import type { StoredWorkspace } from '@/lib/core/workspace';
import { startNewWorkspace, stopAll } from './actions';
import { growingAnswers } from './alive';
import { comeBack, endAway, makeWay } from './background';
import { openDatabase } from './database';
import { dropOld, forgetDeleted, keepDeleted } from './keep-deleted';
import { freshId } from './fresh-id';
import { forgetJournal } from './journal';
import { keepBeforeLeaving, keepNow } from './keeper';
import { readLatest, show } from './restore';
import { bases, onScreen, unkept } from './screen';
import { storageUse, type StorageUse } from './storage-use';
import { tell } from './tabs';
import { changeRow, deleteRow, mendSummaries, putRows, readRow, restoreRows } from './workspace-rows';
import { changeWorkspace, currentWorkspace, isUntouched, useWorkspaceStore } from './workspace-store';

// Loaded on demand with the history.

/** Everything that is kept. */
export async function listSummaries(): Promise<Summary[]> {
  const rows: unknown[] = await openDatabase()
    .summaries.toArray()
    .catch(() => []);
  const read = rows.filter(isSummary);
  if (read.length < rows.length) {
    const keys = rows.filter((row) => !isSummary(row)).map((row) => String((row as { id: unknown }).id));
    void mendSummaries(keys).catch(() => {});
  }
  return read;
}

/** What lasts only as long as the page: what is shown and what was left while nothing could be kept. */
export function heldSummaries(): Summary[] {
  if (useWorkspaceStore.getState().storageProblem === null) return [];
  const shown = onScreen();
  return [...new Map([...unkept, [shown.id, shown]]).values()].map(summaryOf);
}

export const countAside = (): Promise<number> =>
  openDatabase()
    .aside.count()
    .catch(() => 0);

/** What the kept things take up, counted anew with every change of them. */
export async function watchUse(): Promise<StorageUse> {
  await openDatabase()
    .summaries.count()
    .catch(() => 0);
  return storageUse();
}

/** Keeps what is on the screen, or drops it where nobody would look for it. Its answers grow on. */
async function leave(): Promise<void> {
  const before = onScreen();
  if (isEmpty(before) && isUntouched(currentWorkspace())) {
    await deleteRow(before.id).catch(() => {});
    forgetJournal(before.id);
    bases.delete(before.id);
  } else await keepBeforeLeaving();
}

/** Shows a kept workspace. @returns one sentence where that cannot be */
export async function openWorkspace(id: string): Promise<string | null> {
  if (currentWorkspace().id === id) return null;
  await leave();
  const growing = await growingAnswers();
  const held = unkept.get(id);
  const found =
    (await comeBack(id)) ?? (held ? { row: undefined, latest: held } : await readLatest(id).catch(() => undefined));
  if (!found) return 'This conversation is not there any more, or cannot be read.';
  await makeWay(found.latest.panes);
  show(found, growing);
  return null;
}

/** Changes what the history shows of a workspace, whether it is on the screen or not. */
async function change(id: string, fields: Pick<Partial<StoredWorkspace>, 'title' | 'pinned'>): Promise<void> {
  if (currentWorkspace().id === id) {
    changeWorkspace((workspace) => ({ ...workspace, ...fields }));
    await keepNow();
    return;
  }
  const row = await changeRow(id, fields);
  if (row) tell(row);
}

/** @param title an empty one leaves the old */
export const renameWorkspace = (id: string, title: string): Promise<void> =>
  title.trim() === '' ? Promise.resolve() : change(id, { title: title.trim().slice(0, 200) });

export const pinWorkspace = (id: string, pinned: boolean): Promise<void> => change(id, { pinned });

/** Takes workspaces away; where one is on the screen, a new one takes its place. @returns what brings them back */
export async function deleteWorkspaces(ids: readonly string[]): Promise<() => Promise<void>> {
  const shown = currentWorkspace().id;
  const leaves = ids.includes(shown);
  if (leaves) {
    stopAll();
    // What was typed goes with it, and comes back with it.
    await keepNow();
  }
  if (leaves) await startNewWorkspace({ afresh: true });
  const rows: StoredWorkspace[] = [];
  await dropOld();
  for (const id of ids) {
    await endAway(id);
    const row = (await readRow(id).catch(() => undefined)) ?? unkept.get(id);
    if (row && !isEmpty(row)) await keepDeleted('workspaces', row);
    await deleteRow(id).catch(() => {});
    unkept.delete(id);
    if (row) rows.push(row);
    forgetJournal(id);
    bases.delete(id);
  }
  return async () => {
    await restoreRows(rows, freshId);
    await forgetDeleted(ids);
    if (leaves && isEmpty(onScreen())) await openWorkspace(shown);
  };
}

/** Conversations that are read at once while they are searched: a database answers many as quickly as one. */
const AT_ONCE = 20;

/** Characters before and after what was found. */
const BEFORE = 12;
const AFTER = 60;

/** A stretch of a text around what was found in it. */
function around(text: string, at: number, length: number): string {
  const from = Math.max(0, at - BEFORE);
  const to = Math.min(text.length, at + length + AFTER);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ')}${to < text.length ? '…' : ''}`;
}

/**
 * Looks for words in all that was asked and answered. @param onFound is called as they are found, newest first
 * @returns when all was looked through, or nobody wants it any more
 */
export async function searchTexts(
  query: string,
  onFound: (id: string, where: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const wanted = query.trim().toLowerCase();
  const ids = (await openDatabase().summaries.orderBy('updatedAt').primaryKeys()).toReversed();
  for (let at = 0; at < ids.length && !signal.aborted; at += AT_ONCE) {
    const rows = await Promise.all(ids.slice(at, at + AT_ONCE).map(readRow));
    for (const row of rows) {
      const where = row && whereIn(row, wanted);
      if (row && where !== undefined) onFound(row.id, where);
    }
  }
}

/** The first place where a workspace has some words. @param wanted in small letters */
function whereIn(row: StoredWorkspace, wanted: string): string | undefined {
  const said = Object.values(row.conversations).flatMap(({ messages }) => Object.values(messages).map(textOf));
  for (const text of [row.system, ...typedTexts(row), ...said]) {
    const at = text.toLowerCase().indexOf(wanted);
    if (at >= 0) return around(text, at, wanted.length);
  }
  return undefined;
}

/** Everything as one file; what is on the screen is in it even where nothing can be kept. */
export async function exportHistory(presets: unknown): Promise<Blob> {
  const shown = onScreen();
  const [head, tail] = historyFrame(presets, Date.now());
  const pieces: string[] = [JSON.stringify(shown)];
  // One at a time: all of them together may be more than a string can hold.
  const ids = await openDatabase()
    .summaries.toCollection()
    .primaryKeys()
    .catch(() => []);
  for (const id of new Set([...ids, ...unkept.keys()])) {
    const row = id === shown.id ? undefined : (unkept.get(id) ?? (await readRow(id).catch(() => undefined)));
    if (row) pieces.push(JSON.stringify(row));
  }
  return new Blob([head, ...pieces.flatMap((piece, at) => (at === 0 ? [piece] : [',', piece])), tail], {
    type: 'application/json',
  });
}

/** One workspace as a file of the same form. */
export async function exportWorkspace(id: string): Promise<Blob | null> {
  const row = currentWorkspace().id === id ? onScreen() : await readRow(id);
  return row
    ? new Blob([historyFrame(null, Date.now()).join(JSON.stringify(row))], { type: 'application/json' })
    : null;
}

/** Rows that nobody could read, as a file. */
export const exportAside = async (): Promise<Blob> =>
  new Blob([JSON.stringify(await openDatabase().aside.toArray(), null, 2)], { type: 'application/json' });

export const deleteAside = (): Promise<void> => openDatabase().aside.clear();

/** Bytes that are worth reading. */
const MAX_FILE = 512 * 1024 * 1024;

export interface Imported {
  added: number;
  /** Those that were there already, as they are in the file. */
  same: number;
  unread: number;
  /** The library in the file; null where there is none. */
  presets: unknown;
}

/** Whether a workspace of a file is kept here, under its own id or as the copy that an earlier import made of it. */
async function isHere(workspace: StoredWorkspace, candidates: ReadonlySet<string>): Promise<boolean> {
  for (const id of candidates) {
    const there = currentWorkspace().id === id ? onScreen() : await readRow(id);
    if (there && isSameWorkspace(there, workspace)) return true;
  }
  return false;
}

/** Adds what a file holds; nothing that is kept is changed. A workspace that differs from the one with its id comes beside it. */
export async function importHistory(file: File): Promise<Imported | { problem: string }> {
  if (file.size > MAX_FILE)
    return { problem: 'The file is larger than 512 MB, which is more than can be read at once.' };
  const read = readHistoryFile(await file.text());
  if ('problem' in read) return read;
  const added: StoredWorkspace[] = [];
  try {
    // A copy keeps the time at which the first one was begun.
    const summaries = await openDatabase().summaries.toArray();
    const ids = new Set([currentWorkspace().id, ...summaries.map(({ id }) => id)]);
    const bornAt = new Map<number, string[]>();
    for (const { id, createdAt } of summaries) bornAt.set(createdAt, [...(bornAt.get(createdAt) ?? []), id]);
    for (const workspace of read.workspaces) {
      const { id } = workspace;
      const twin = added.find((other) => other.id === id);
      const candidates = new Set([...(ids.has(id) ? [id] : []), ...(bornAt.get(workspace.createdAt) ?? [])]);
      if (twin ? isSameWorkspace(twin, workspace) : await isHere(workspace, candidates)) continue;
      added.push(ids.has(id) || twin ? copyOf(workspace, freshId) : { ...workspace, revision: 1 });
    }
    await putRows(added);
  } catch {
    return {
      problem: 'This device did not take the conversations in: its storage is full or refused. Nothing was imported.',
    };
  }
  const { unread, presets } = read;
  return { added: added.length, same: read.workspaces.length - added.length, unread, presets };
}
