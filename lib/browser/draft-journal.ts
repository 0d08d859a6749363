import 'client-only';

/** The draft's last words before a page went: written at once, as no database can be awaited then. */
export interface DraftEntry {
  workspaceId: string;
  text: string;
}

const KEY = 'openrouter-playground.draft';

export function writeDraft(entry: DraftEntry): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entry));
  } catch {
    forgetText(entry.workspaceId);
  }
}

/** No storage, or a text too long for it: the database is the other place, and an older text must not win over it. */
function forgetText(workspaceId: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ workspaceId }));
  } catch {
    // Then there is nothing older either.
  }
}

export function readDraft(): DraftEntry | null {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<DraftEntry> | null;
    return typeof value?.workspaceId === 'string' && typeof value.text === 'string'
      ? { workspaceId: value.workspaceId, text: value.text }
      : null;
  } catch {
    return null;
  }
}

/** Whether this device may hold something of an earlier visit; false saves a first visit the database's weight. */
export function mayHoldSomething(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}
