import 'client-only';
import type { Conversation } from '@/lib/core/conversation';
import { isJsonObject } from '@/lib/core/json';
import type { StoredWorkspace, Workspace } from '@/lib/core/workspace';

// Last words: written at once, as a page that goes away can await no database. One entry for a workspace, until the
// database has caught up with it.

/** A workspace as the page left it; its conversations too, where they were not too long. */
export type JournalEntry = Workspace & { conversations?: Record<string, Conversation> };

const PREFIX = 'openrouter-playground.journal.';
/** The name of the database, which this module does not load. */
export const DATABASE = 'openrouter-playground';
/** Of the workspace that is open in this tab; a reload and a duplicated tab have it too. */
const OPEN = 'openrouter-playground.open';

/** Characters; storage holds some five million for a whole site. */
const LONGEST = 1_000_000;

/** @param entry the draft and the settings are written whatever their length, conversations only while they are short */
export function writeJournal(entry: JournalEntry | StoredWorkspace): void {
  const { conversations: _, ...rest } = entry;
  const whole = JSON.stringify(entry);
  try {
    localStorage.setItem(PREFIX + entry.id, whole.length > LONGEST ? JSON.stringify(rest) : whole);
  } catch {
    // No storage, or a text too long for it: the database is the other place, and an older text must not win over it.
    forgetJournal(entry.id);
  }
}

/** @param until Unix milliseconds: what another tab wrote later stays */
export function forgetJournal(id: string, until = Infinity): void {
  try {
    const entry = localStorage.getItem(PREFIX + id);
    if (entry === null || (until < Infinity && isLater(parsed(entry), until))) return;
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Then nothing was written either.
  }
}

/** Entries as they stand: anybody can write to the storage of a device, so they are no more than JSON objects. */
export function readJournals(): { id: string; updatedAt: number; entry: unknown }[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => {
        const entry = parsed(localStorage.getItem(key) ?? '');
        const id = key.slice(PREFIX.length);
        return isJsonObject(entry) && entry['id'] === id ? [{ id, updatedAt: Number(entry['updatedAt']), entry }] : [];
      });
  } catch {
    return [];
  }
}

const isLater = (entry: unknown, than: number): boolean => isJsonObject(entry) && Number(entry['updatedAt']) > than;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The id of the workspace that this tab shows. */
export const openId = {
  read(): string | null {
    try {
      return sessionStorage.getItem(OPEN);
    } catch {
      return null;
    }
  },
  write(id: string): void {
    try {
      sessionStorage.setItem(OPEN, id);
    } catch {
      // Then the newest is opened next time.
    }
  },
};

/** Whether this device may hold something of an earlier visit; false saves a first visit the database's weight. */
export async function mayHoldSomething(): Promise<boolean> {
  if (readJournals().length > 0) return true;
  try {
    // Not by a note in localStorage: a browser that crashes soon loses that, and keeps the database.
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return true;
  }
}
