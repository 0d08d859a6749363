import type { Draft, Pane, Workspace } from './workspace';

// A pane shares the common composer, or has a composer and a draft of its own. A composer is named by the pane that it
// is the own one of; null is the common one.

/** Whether a pane has a composer of its own. */
export const hasOwnPrompt = ({ draft }: Pick<Pane, 'draft'>): boolean => (draft ?? null) !== null;

/** The text that Run would send to a pane. */
export const draftOf = (workspace: Pick<Workspace, 'draft'>, pane: Pick<Pane, 'draft'>): Draft =>
  pane.draft ?? workspace.draft;

/** The panes that Run of a composer asks. None, where a pane of that name shares the common one. */
export const askedBy = ({ panes }: Pick<Workspace, 'panes'>, composer: string | null): Pane[] =>
  panes.filter((pane) => (hasOwnPrompt(pane) ? pane.id === composer : composer === null));

/** The composer whose Run asks a pane. */
export const composerOf = (pane: Pane): string | null => (hasOwnPrompt(pane) ? pane.id : null);

const withPane = (workspace: Workspace, id: string, fields: Partial<Pane>): Workspace => ({
  ...workspace,
  panes: workspace.panes.map((pane) => (pane.id === id ? { ...pane, ...fields } : pane)),
});

/** Replaces the text of the composer that asks a pane; of the common one without a pane. */
export function withDraft(workspace: Workspace, text: string, paneId?: string): Workspace {
  const own = workspace.panes.find((pane) => pane.id === paneId && hasOwnPrompt(pane));
  return own ? withPane(workspace, own.id, { draft: { text } }) : { ...workspace, draft: { text } };
}

/**
 * Gives a pane a composer of its own, with what was set aside for it, or the common one again. Then its text moves
 * there; where something stands already, it is set aside until the pane has its own composer again.
 */
export function withOwnPrompt(workspace: Workspace, id: string, own: boolean): Workspace {
  const pane = workspace.panes.find((pane) => pane.id === id);
  if (!pane || hasOwnPrompt(pane) === own) return workspace;
  if (own) return withPane(workspace, id, { draft: { text: pane.setAside ?? '' }, setAside: null });
  const text = pane.draft?.text ?? '';
  const free = workspace.draft.text.trim() === '';
  const shared = withPane(workspace, id, { draft: null, setAside: free || text.trim() === '' ? null : text });
  return free && text.trim() !== '' ? { ...shared, draft: { text } } : shared;
}

/** A pane that is alone has the composer below it: what would be the common one is its own. */
export const withoutLonePrompt = <Kept extends Workspace>(workspace: Kept): Kept => {
  const [first] = workspace.panes;
  if (!first || workspace.panes.length > 1 || !hasOwnPrompt(first)) return workspace;
  const { draft, panes } = withOwnPrompt(workspace, first.id, false);
  return { ...workspace, draft, panes };
};

/** Everything that was typed and not sent: the common draft, then those of the panes. */
export const typedTexts = ({ draft, panes }: Pick<Workspace, 'draft' | 'panes'>): string[] =>
  [draft.text, ...panes.flatMap((pane) => [pane.draft?.text ?? '', pane.setAside ?? ''])].filter(
    (text) => text.trim() !== '',
  );

/** The same composers, with nothing typed in any of them. */
export const withNothingTyped = ({ panes }: Pick<Workspace, 'panes'>): Pick<Workspace, 'draft' | 'panes'> => ({
  draft: { text: '' },
  panes: panes.map((pane) =>
    pane.draft || pane.setAside ? { ...pane, draft: pane.draft ? { text: '' } : null, setAside: null } : pane,
  ),
});
