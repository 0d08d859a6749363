import 'client-only';
import { create } from 'zustand';
import { EMPTY_CONVERSATION } from '@/lib/core/conversation';
import type { Workspace } from '@/lib/core/workspace';
import { writeJournal } from './journal';
import type { Latest } from './restore';
import { stopRun, useRunStore } from './run-store';
import { asKept, bases, unkept } from './screen';
import { keep, type Place } from './tabs';
import { setConversation, watchTranscripts } from './transcripts';

// A workspace whose answers grow goes on behind the screen when another one takes its place. Loaded on demand, then.

interface Away {
  workspace: Workspace;
  timer: ReturnType<typeof setTimeout> | undefined;
  writing: Promise<void>;
  /** Unix milliseconds of the last write. */
  writtenAt: number;
}

/** Ids of the workspaces that go on behind the screen. */
export const useAway = create<{ ids: readonly string[] }>(() => ({ ids: [] }));

/** Milliseconds between two writes of one of them. */
const WRITE_MS = 500;

const away = new Set<Away>();

const tell = (): void => useAway.setState({ ids: [...away].map(({ workspace }) => workspace.id) });
const withId = (id: string): Away | undefined => [...away].find(({ workspace }) => workspace.id === id);
const withPane = (paneId: string): Away | undefined =>
  [...away].find(({ workspace }) => workspace.panes.some(({ id }) => id === paneId));

const placeOf = (one: Away): Place => ({
  now: () => asKept(one.workspace),
  put(row) {
    const { conversations, revision: _, ...workspace } = row;
    one.workspace = workspace;
    for (const { id } of workspace.panes) setConversation(id, conversations[id] ?? EMPTY_CONVERSATION);
  },
  rename(id, title) {
    one.workspace = { ...one.workspace, id, title };
    tell();
  },
});

async function write(one: Away): Promise<void> {
  clearTimeout(one.timer);
  one.timer = undefined;
  one.writtenAt = Date.now();
  try {
    await keep(placeOf(one));
    unkept.delete(one.workspace.id);
  } catch {
    unkept.set(one.workspace.id, asKept(one.workspace));
  }
}

const writeNow = (one: Away): Promise<void> => (one.writing = one.writing.then(() => write(one)));

function schedule(one: Away): void {
  const wait = Math.max(0, one.writtenAt + WRITE_MS - Date.now());
  one.timer ??= setTimeout(() => void writeNow(one), wait);
}

function forget(one: Away): void {
  clearTimeout(one.timer);
  away.delete(one);
  tell();
}

watchTranscripts((paneId) => {
  const one = withPane(paneId);
  if (one) schedule(one);
});
addEventListener('pagehide', () => {
  for (const { workspace } of away) writeJournal(asKept(workspace));
});

/** Lets a workspace go on that leaves the screen. */
export function goOn(workspace: Workspace): void {
  away.add({ workspace, timer: undefined, writing: Promise.resolve(), writtenAt: Date.now() });
  tell();
}

/** Changes one that goes on behind the screen. */
export function changeAway(id: string, change: (workspace: Workspace) => Workspace): void {
  const one = withId(id);
  if (!one) return;
  one.workspace = { ...change(one.workspace), updatedAt: Date.now() };
  schedule(one);
}

/** Keeps what a pane behind the screen has got, when a run of it has ended; after the last one its workspace rests. */
export async function keepAway(paneId: string): Promise<void> {
  const one = withPane(paneId);
  if (!one) return;
  await writeNow(one);
  const { running } = useRunStore.getState();
  if (away.has(one) && one.workspace.panes.every(({ id }) => !running[id])) forget(one);
}

/** Gives one back for the screen; undefined where it rests. What its panes hold is the newest there is. */
export async function comeBack(id: string): Promise<Latest | undefined> {
  const one = withId(id);
  if (!one) return undefined;
  await one.writing;
  forget(one);
  const latest = asKept(one.workspace);
  return { row: bases.get(latest.id), latest };
}

async function end(one: Away): Promise<void> {
  for (const pane of one.workspace.panes) stopRun(pane.id);
  await writeNow(one);
  forget(one);
}

/** Ends the runs of one that is about to be deleted; what came so far is kept with it. */
export async function endAway(id: string): Promise<void> {
  const one = withId(id);
  if (one) await end(one);
}

/** Ends those with panes that are about to be shown in another workspace: after a conflict of two tabs both have them. */
export async function makeWay(panes: readonly { id: string }[]): Promise<void> {
  for (const { id } of panes) {
    const one = withPane(id);
    if (one) await end(one);
  }
}
