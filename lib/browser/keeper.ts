import 'client-only';
import { freshId } from './fresh-id';
import { forgetJournal, mayHoldSomething, openId, writeJournal } from './journal';
import { useRunStore } from './run-store';
import { isShowing, onScreen, unkept } from './screen';
import { watchTranscripts } from './transcripts';
import { currentWorkspace, useWorkspaceStore } from './workspace-store';

/** Milliseconds between two writes while an answer grows: at most twice a second. */
const WRITE_MS = 500;
/** Milliseconds from a change of the draft to its last words. */
const JOURNAL_MS = 200;

const NOTHING_KEPT =
  'This browser does not let the playground keep anything, so this conversation ends with the page. ' +
  'History can still save it as a file.';
const FULL = 'This device’s storage is full, so this conversation is not kept. History can save it as a file.';

let timer: ReturnType<typeof setTimeout> | undefined;
let writing: Promise<void> = Promise.resolve();
let dirty = false;
/** A write is under way, which does not outlive the page. */
let underWay = false;
let writtenAt = 0;

// The database and what tabs owe each other load when there is something to keep.
const loadTabs = () => import('./tabs');

function report(error: unknown): void {
  const names = error instanceof Error ? `${error.name} ${error.message} ${String(error.cause)}` : '';
  useWorkspaceStore.setState({ storageProblem: names.includes('Quota') ? FULL : NOTHING_KEPT });
}

async function write(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (!dirty || currentWorkspace().id === 'blank') return;
  dirty = false;
  underWay = true;
  writtenAt = Date.now();
  const { id, updatedAt } = currentWorkspace();
  try {
    const { keep } = await loadTabs();
    await keep();
    unkept.delete(id);
    if (!dirty) forgetJournal(id, updatedAt);
    if (useWorkspaceStore.getState().storageProblem) useWorkspaceStore.setState({ storageProblem: null });
  } catch (error) {
    dirty = true;
    report(error);
  } finally {
    underWay = false;
  }
}

const isUnkept = (): boolean => (dirty || underWay) && currentWorkspace().id !== 'blank';

/** The first change after a pause is written at once: a question must not go when the page goes. */
function schedule(): void {
  if (isShowing()) return;
  dirty = true;
  const wait = Math.max(0, writtenAt + WRITE_MS - Date.now());
  timer ??= setTimeout(() => void keepNow(), wait);
}

/** Writes what is waiting; resolves when it is kept. */
export function keepNow(): Promise<void> {
  writing = writing.then(write);
  return writing;
}

/**
 * Writes what is waiting, before another workspace takes the screen; what cannot be written is held, and answers that
 * grow go on behind it.
 */
export async function keepBeforeLeaving(): Promise<void> {
  await keepNow();
  if (isUnkept()) unkept.set(currentWorkspace().id, onScreen());
  const runs = (): boolean => currentWorkspace().panes.some(({ id }) => useRunStore.getState().running[id]);
  if (!runs()) return;
  const { goOn } = await import('./background');
  if (runs()) goOn(currentWorkspace());
}

/** Writes what is waiting where no database can be awaited. */
function lastWords(): void {
  if (isUnkept()) writeJournal(onScreen());
  void keepNow();
}

/** Brings back what this tab showed, else what was changed last. @returns false where there is nothing */
async function restore(): Promise<boolean> {
  try {
    if (!(await mayHoldSomething())) return false;
    const { restoreWorkspace } = await import('./restore');
    return await restoreWorkspace(report);
  } catch {
    // The chunk did not come: what is kept stays where it is.
    return false;
  }
}

function begin(): void {
  const before = useWorkspaceStore.getState().workspace;
  const now = Date.now();
  const panes = before.panes.map((pane) => ({ ...pane, id: freshId() }));
  const workspace = { ...before, id: freshId(), panes, createdAt: now, updatedAt: now };
  useWorkspaceStore.setState({ workspace, restored: true });
  openId.write(workspace.id);
}

let started = false;

/** Brings back what was kept, and keeps every change from then on. Once for a page. */
export async function startKeeping(): Promise<void> {
  if (started) return;
  started = true;
  let journalTimer: ReturnType<typeof setTimeout> | undefined;
  useWorkspaceStore.subscribe(({ workspace, restored }, before) => {
    if (workspace === before.workspace || !restored || !before.restored) return;
    if (workspace.id !== before.workspace.id) openId.write(workspace.id);
    schedule();
    journalTimer ??= setTimeout(() => {
      journalTimer = undefined;
      if (isUnkept()) writeJournal(currentWorkspace());
    }, JOURNAL_MS);
  });
  watchTranscripts((paneId) => {
    if (currentWorkspace().panes.some(({ id }) => id === paneId)) schedule();
  });
  addEventListener('pagehide', lastWords);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') lastWords();
  });
  if (await restore()) return;
  begin();
  // What was typed while the page looked for what was kept.
  if (currentWorkspace().draft.text !== '') schedule();
}
