import 'client-only';
import { mergeWorkspaces } from '@/lib/core/merge-workspaces';
import type { StoredWorkspace } from '@/lib/core/workspace';
import { answerEnded, growingAnswers, withEnded } from './alive';
import { freshId } from './fresh-id';
import { makeRoom } from './keep-deleted';
import { askToPersist } from './storage-use';
import { bases, onScreen, putOnScreen } from './screen';
import { readRow, writeRow } from './workspace-rows';
import { currentWorkspace, useWorkspaceStore } from './workspace-store';

// Two tabs may show one workspace. Each sees what the other keeps; what both changed differently becomes two workspaces.
// Loaded on demand with the database.

const BRANCHED =
  'Another tab changed this conversation at the same moment. What stands here goes on as a conversation of its own; ' +
  'History has both.';

interface Told {
  id: string;
  revision: number;
}

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('openrouter-playground');
channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => void hear(data));

// A page that slept has missed what was told.
document.addEventListener('visibilitychange', () => {
  const { id } = currentWorkspace();
  if (document.visibilityState === 'visible' && bases.has(id)) void reread(id);
});

/** Where this page has a workspace: on the screen, or behind it while its answers grow. */
export interface Place {
  now: () => StoredWorkspace;
  put: (row: StoredWorkspace) => void;
  /** It goes on as another one. */
  rename: (id: string, title: string) => void;
}

const SCREEN: Place = {
  now: onScreen,
  put: putOnScreen,
  rename(id, title) {
    const { workspace } = useWorkspaceStore.getState();
    useWorkspaceStore.setState({ workspace: { ...workspace, id, title }, notice: BRANCHED });
  },
};

/** Keeps a workspace; what was deleted makes room for it. @throws what the database throws */
export async function keep(place: Place = SCREEN): Promise<void> {
  const mine = place.now();
  const base = bases.get(mine.id) ?? null;
  const written = await writeRow(base, mine).catch(async (error: unknown) => {
    if (!(await makeRoom().catch(() => false))) throw error;
    return writeRow(base, mine);
  });
  if ('clash' in written) {
    bases.set(mine.id, written.clash);
    branch(place);
    return keep(place);
  }
  if (written.moved) take(place, mine, written.row);
  else bases.set(mine.id, written.row);
  tell(written.row);
  // Now there is something to lose.
  if (Object.values(mine.conversations).some(({ messages }) => Object.keys(messages).length > 0)) void askToPersist();
}

/** Lets the other tabs know of a row that was written. */
export function tell({ id, revision }: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is no window, and takes none
  channel?.postMessage({ id, revision } satisfies Told);
}

/** Another tab was first: what is here goes on as a workspace of its own, and the other one stays as that tab has it. */
function branch(place: Place): void {
  const [, name = 'Conversation', at = '1'] = /^(.*?)(?: \((\d{1,4})\))?$/s.exec(place.now().title) ?? [];
  place.rename(freshId(), `${name || 'Conversation'} (${Number(at) + 1})`);
}

/** Brings a row to its place. @param base what stood there when the row was made of it, or before */
function take(place: Place, base: StoredWorkspace, row: StoredWorkspace): void {
  bases.set(row.id, row);
  const now = place.now();
  if (now.id !== row.id) return;
  const both = mergeWorkspaces(base, now, row);
  if (!both) return branch(place);
  const { updatedAt, ...shown } = both;
  const same =
    Object.entries(shown).every(([key, value]) => key === 'conversations' || value === now[key as keyof typeof now]) &&
    now.panes.every(({ id }) => both.conversations[id] === now.conversations[id]);
  if (!same) place.put({ ...shown, updatedAt });
}

async function hear({ id, revision }: Told): Promise<void> {
  const base = bases.get(id);
  if (currentWorkspace().id !== id || (base && base.revision >= revision)) return;
  await reread(id);
}

/** Shows what another tab has kept of a workspace. */
async function reread(id: string): Promise<void> {
  const read = await readRow(id).catch(() => undefined);
  if (!read || currentWorkspace().id !== id) return;
  const growing = await growingAnswers();
  const conversations = Object.entries(read.conversations).map(([key, one]) => [key, withEnded(one, growing)]);
  take(SCREEN, bases.get(id) ?? { ...read, conversations: {} }, {
    ...read,
    conversations: Object.fromEntries(conversations),
  });
  watchGrowing(growing);
}

const watched = new Set<string>();

/** Looks again when an answer of another tab has ended. */
export function watchGrowing(growing: ReadonlySet<string>): void {
  const { id, conversations } = onScreen();
  const shown = Object.values(conversations).flatMap(({ messages }) => Object.keys(messages));
  for (const answer of shown.filter((one) => growing.has(one) && !watched.has(one))) {
    watched.add(answer);
    void answerEnded(answer).then(() => {
      watched.delete(answer);
      return reread(id);
    });
  }
}
