import 'client-only';
import { conversationOf, setConversation, watchTranscripts } from './transcripts';
import { type Conversation, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import type { StoredWorkspace, Workspace } from '@/lib/core/workspace';
import { mayHoldSomething, readDraft, writeDraft } from './draft-journal';
import { freshId } from './fresh-id';
import { currentWorkspace, useWorkspaceStore } from './workspace-store';

/** Milliseconds between two writes while an answer grows: at most twice a second. */
const WRITE_MS = 500;

const stored = (workspace: Workspace): StoredWorkspace => ({
  ...workspace,
  conversations: Object.fromEntries(workspace.panes.map(({ id }) => [id, conversationOf(id)])),
});

let timer: ReturnType<typeof setTimeout> | undefined;
let writing: Promise<void> = Promise.resolve();
let dirty = false;
let writtenAt = 0;

async function write(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const workspace = currentWorkspace();
  if (!dirty || workspace.id === 'blank') return;
  dirty = false;
  writtenAt = Date.now();
  keepDraft();
  try {
    const { openDatabase } = await import('./database');
    await openDatabase().workspaces.put(stored(workspace));
    if (useWorkspaceStore.getState().storageProblem) useWorkspaceStore.setState({ storageProblem: null });
  } catch (error) {
    dirty = true;
    const full = error instanceof Error && error.name.includes('Quota');
    useWorkspaceStore.setState({
      storageProblem: full
        ? 'This device’s storage is full, so this conversation is not kept.'
        : 'This browser does not let the playground keep anything, so this conversation ends with the page.',
    });
  }
}

/** The first change after a pause is written at once: a question must not go when the page goes. */
function schedule(): void {
  dirty = true;
  const wait = Math.max(0, writtenAt + WRITE_MS - Date.now());
  timer ??= setTimeout(() => {
    writing = writing.then(write);
  }, wait);
}

/** Writes what is waiting; resolves when it is kept. */
export function keepNow(): Promise<void> {
  writing = writing.then(write);
  return writing;
}

/** An answer that was under way when the page went cannot go on: its text stays, as after Stop. */
function settle(conversation: Conversation): Conversation {
  const messages = Object.fromEntries(
    Object.entries(conversation.messages).map(([id, message]) => [
      id,
      message.role === 'assistant' && message.state === 'running' ? { ...message, state: 'stopped' as const } : message,
    ]),
  );
  return { ...conversation, messages };
}

async function newest(): Promise<StoredWorkspace | undefined> {
  if (!mayHoldSomething()) return undefined;
  try {
    const { openDatabase } = await import('./database');
    return await openDatabase().workspaces.orderBy('updatedAt').last();
  } catch {
    useWorkspaceStore.setState({
      storageProblem:
        'This browser does not let the playground keep anything, so this conversation ends with the page.',
    });
    return undefined;
  }
}

async function restore(): Promise<void> {
  const kept = await newest();
  const before = useWorkspaceStore.getState().workspace;
  const journal = readDraft();
  // What the visitor typed while the database opened is newer than anything that was kept.
  const typed = before.draft.text;
  if (kept && before.id === 'blank') {
    // Fields that came after this row was written have their first value.
    const { conversations, ...workspace } = { ...before, ...kept };
    for (const { id } of workspace.panes) setConversation(id, settle(conversations[id] ?? EMPTY_CONVERSATION));
    const draft = journal?.workspaceId === workspace.id ? journal.text : workspace.draft.text;
    useWorkspaceStore.setState({ workspace: { ...workspace, draft: { text: typed || draft } }, restored: true });
    return;
  }
  const panes = before.panes.map((pane) => ({ ...pane, id: freshId() }));
  // Nothing was kept yet, so whatever the journal holds is of this conversation.
  const text = typed || (kept ? '' : (journal?.text ?? ''));
  const now = Date.now();
  useWorkspaceStore.setState({
    workspace: { ...before, id: freshId(), panes, createdAt: now, updatedAt: now, draft: { text } },
    restored: true,
  });
}

const keepDraft = (): void => {
  const { id, draft } = currentWorkspace();
  writeDraft({ workspaceId: id, text: draft.text });
};

let started = false;

/** Brings back the newest workspace and keeps every change from then on. Once for a page. */
export async function startKeeping(): Promise<void> {
  if (started) return;
  started = true;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  useWorkspaceStore.subscribe(({ workspace, restored }, before) => {
    if (workspace === before.workspace) return;
    if (workspace.draft !== before.workspace.draft)
      draftTimer ??= setTimeout(() => ((draftTimer = undefined), keepDraft()), 200);
    if (restored && before.restored) schedule();
  });
  watchTranscripts((paneId) => {
    if (currentWorkspace().panes.some(({ id }) => id === paneId)) schedule();
  });
  // A page that goes away may not wait for a database; the journal of the draft is written at once.
  addEventListener('pagehide', () => {
    keepDraft();
    void keepNow();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      keepDraft();
      void keepNow();
    }
  });
  await restore();
}
