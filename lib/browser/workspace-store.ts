import 'client-only';
import { create } from 'zustand';
import { newPane, newWorkspace, type Workspace } from '@/lib/core/workspace';
import { freshId } from './fresh-id';

/** The model of a first visit: cheap, quick, and known to everybody. */
export const FIRST_MODEL = 'openai/gpt-4o-mini';

interface WorkspaceState {
  workspace: Workspace;
  /** False until the kept workspace was looked for; what the visitor does before that is not overwritten. */
  restored: boolean;
  /** Set when the device keeps nothing: private mode, a full disk, a refused database. */
  storageProblem: string | null;
  /** What the visitor ought to know of what is kept, until they have read it. */
  notice: string | null;
}

// The server renders this too, so it holds no random id and no time; the browser gives it both at its first change.
const BLANK: Workspace = newWorkspace('blank', newPane('first', FIRST_MODEL), 0);

/** Data only; the verbs are in `actions`. */
export const useWorkspaceStore = create<WorkspaceState>(() => ({
  workspace: BLANK,
  restored: false,
  storageProblem: null,
  notice: null,
}));

export const currentWorkspace = (): Workspace => useWorkspaceStore.getState().workspace;

/** Replaces the workspace by what `change` makes of it and stamps the time. */
export function changeWorkspace(change: (workspace: Workspace) => Workspace): void {
  useWorkspaceStore.setState(({ workspace }) => ({ workspace: { ...change(workspace), updatedAt: Date.now() } }));
}

let born: Workspace | null = null;

/** Whether nothing of the settings was changed since the workspace began. */
export const isUntouched = (workspace: Workspace): boolean =>
  born?.id === workspace.id &&
  (['panes', 'system', 'sampling', 'forced', 'variables', 'title'] as const).every(
    (key) => born?.[key] === workspace[key],
  );

/** Resolves at once but for the first moments of a page: who sends in them must not be overtaken by what was kept. */
export function untilRestored(): Promise<void> | undefined {
  if (useWorkspaceStore.getState().restored) return undefined;
  return new Promise((resolve) => {
    const stopWatching = useWorkspaceStore.subscribe(({ restored }) => {
      if (!restored) return;
      stopWatching();
      resolve();
    });
  });
}

/** A new, empty workspace that goes on with the models, settings and typed text of another. */
export function workspaceLike(other: Workspace): Workspace {
  const panes = other.panes.map((pane) => ({ ...pane, id: freshId() }));
  const [first = newPane(freshId(), FIRST_MODEL)] = panes;
  const fresh = newWorkspace(freshId(), first, Date.now());
  born = {
    ...fresh,
    panes: panes.length > 0 ? panes : [first],
    system: other.system,
    sampling: other.sampling,
    forced: other.forced,
    draft: other.draft,
    variables: other.variables,
    sync: other.sync,
  };
  return born;
}
