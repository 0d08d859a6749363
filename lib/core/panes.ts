import { withoutLonePrompt } from './own-prompt';
import type { Pane, Workspace } from './workspace';

/** As many as one connection carries without the page suffering (design budget). */
export const MAX_PANES = 8;

/** Puts a pane after another, or at the end. Over the limit nothing changes. */
export function withPane(workspace: Workspace, pane: Pane, afterId?: string): Workspace {
  if (workspace.panes.length >= MAX_PANES) return workspace;
  const found = workspace.panes.findIndex(({ id }) => id === afterId);
  const at = found < 0 ? workspace.panes.length : found + 1;
  return { ...workspace, panes: workspace.panes.toSpliced(at, 0, pane) };
}

/** Takes a pane out; the last one stays. */
export const withoutPane = (workspace: Workspace, id: string): Workspace =>
  workspace.panes.length > 1
    ? withoutLonePrompt({ ...workspace, panes: workspace.panes.filter((pane) => pane.id !== id) })
    : workspace;

/** Moves a pane to the left (-1) or to the right (1); at the edge nothing changes. */
export function withPaneMoved(workspace: Workspace, id: string, by: -1 | 1): Workspace {
  const from = workspace.panes.findIndex((pane) => pane.id === id);
  const pane = workspace.panes[from];
  const to = from + by;
  if (!pane || to < 0 || to >= workspace.panes.length) return workspace;
  return { ...workspace, panes: workspace.panes.toSpliced(from, 1).toSpliced(to, 0, pane) };
}

const changed = (workspace: Workspace, id: string, change: (pane: Pane) => Pane): Workspace => ({
  ...workspace,
  panes: workspace.panes.map((pane) => (pane.id === id ? change(pane) : pane)),
});

/** What a pane shares with the others, or has for itself. */
export type OwnSetting = 'sampling' | 'system';

/** Whether a pane has parameters, or a system prompt, of its own. */
export const hasOwn = (pane: Pane, setting: OwnSetting): boolean => (pane[setting] ?? null) !== null;

/** Gives a pane parameters, or a system prompt, of its own, which begin as the shared ones; or the shared ones again. */
export const withOwn = (workspace: Workspace, id: string, setting: OwnSetting, own: boolean): Workspace =>
  changed(workspace, id, (pane) => ({ ...pane, [setting]: own ? (pane[setting] ?? workspace[setting]) : null }));

/** Takes over what another pane sets: parameters, system prompt, fallbacks, provider routing, extra JSON. */
export function withSettingsFrom(workspace: Workspace, id: string, fromId: string): Workspace {
  const from = workspace.panes.find((pane) => pane.id === fromId);
  if (!from || id === fromId) return workspace;
  return changed(workspace, id, (pane) => ({
    ...pane,
    sampling: from.sampling,
    system: from.system ?? null,
    fallbacks: from.fallbacks.filter((fallback) => fallback !== pane.modelId),
    routing: from.routing,
    extra: from.extra,
  }));
}

/** Whether a pane sends other settings than the shared ones. */
export const isModified = (pane: Pane): boolean => hasOwn(pane, 'sampling') || hasOwn(pane, 'system');
