import 'client-only';
import type { Conversation } from '@/lib/core/conversation';
import { isJsonObject } from '@/lib/core/json';
import { readStoredWorkspace } from '@/lib/core/stored-workspace';
import type { StoredWorkspace } from '@/lib/core/workspace';
import { growingAnswers, withEnded } from './alive';
import { forgetJournal, openId, readJournals } from './journal';
import { bases, putOnScreen } from './screen';
import { watchGrowing } from './tabs';
import { newestRow, putRows, readRow } from './workspace-rows';
import { changeWorkspace, useWorkspaceStore } from './workspace-store';

// Loaded on demand, where something was kept.

interface Found {
  row: StoredWorkspace | undefined;
  entry: unknown;
}

const messagesOf = (conversation: unknown): Conversation['messages'] =>
  isJsonObject(conversation) && isJsonObject(conversation['messages'])
    ? (conversation['messages'] as unknown as Conversation['messages'])
    : {};

/** A row with the last words of its page, where those are newer. The messages of both are there. */
function withLastWords({ row, entry }: Found): StoredWorkspace | undefined {
  if (!isJsonObject(entry) || Number(entry['updatedAt']) < (row?.updatedAt ?? 0)) return row;
  const said = isJsonObject(entry['conversations']) ? entry['conversations'] : {};
  const conversations = Object.fromEntries(
    Object.entries({ ...row?.conversations, ...said }).map(([id, conversation]) => [
      id,
      {
        ...(conversation as Conversation),
        messages: { ...row?.conversations[id]?.messages, ...messagesOf(conversation) },
      },
    ]),
  );
  return readStoredWorkspace({ ...row, ...entry, conversations, revision: row?.revision ?? 0 }) ?? row;
}

/** Everything else that pages left behind goes where it belongs. */
async function deliver(journals: { id: string; entry: unknown }[]): Promise<void> {
  for (const { id, entry } of journals) {
    const row = await readRow(id);
    const latest = withLastWords({ row, entry });
    if (latest && latest !== row) await putRows([latest]);
    forgetJournal(id);
  }
}

/** A workspace with the last words of its page, and the row as the database has it. */
export interface Latest {
  row: StoredWorkspace | undefined;
  latest: StoredWorkspace;
}

function latestOf({ row, entry }: Found): Latest | undefined {
  const latest = withLastWords({ row, entry });
  return latest && { row, latest };
}

/** The workspace of an id as it was last seen, in the database or by a page that went. */
export async function readLatest(id: string): Promise<Latest | undefined> {
  const entry = readJournals().find((journal) => journal.id === id)?.entry;
  return latestOf({ row: await readRow(id), entry });
}

/**
 * Puts the workspace of this tab on the screen, else the newest. What the visitor typed meanwhile wins over an older
 * draft. @param report is told when the database cannot be read; last words may still be there
 */
export async function restoreWorkspace(report: (error: unknown) => void): Promise<boolean> {
  const journals = readJournals().sort((one, other) => other.updatedAt - one.updatedAt);
  const wanted = openId.read();
  const wordsOf = (id: string | undefined): unknown => journals.find((journal) => journal.id === id)?.entry;
  let found: Latest | undefined;
  try {
    if (wanted !== null) found = latestOf({ row: await readRow(wanted), entry: wordsOf(wanted) });
    if (!found) {
      const row = await newestRow();
      const [last] = journals;
      const later = last && last.updatedAt > (row?.updatedAt ?? 0) ? last.id : row?.id;
      found = latestOf({ row: later === undefined ? row : await readRow(later), entry: wordsOf(later) });
    }
  } catch (error) {
    report(error);
    found = latestOf({ row: undefined, entry: wordsOf(wanted ?? undefined) ?? journals[0]?.entry });
  }
  void deliver(journals.filter(({ id }) => id !== found?.latest.id)).catch(() => {});
  if (!found) return false;
  show(found, await growingAnswers());
  return true;
}

/** Puts a workspace on the screen. @param growing answers that go on in another tab, or here */
export function show({ row, latest }: Latest, growing: ReadonlySet<string>): void {
  const before = useWorkspaceStore.getState().workspace;
  const typed = before.id === 'blank' ? before.draft.text : '';
  const conversations = Object.fromEntries(
    Object.entries(latest.conversations).map(([id, conversation]) => [id, withEnded(conversation, growing)]),
  );
  if (row) bases.set(row.id, row);
  putOnScreen({ ...latest, conversations, draft: { text: typed || latest.draft.text } });
  // What the database has not yet goes there now.
  if (row !== latest || typed !== '') changeWorkspace((workspace) => ({ ...workspace }));
  watchGrowing(growing);
}
