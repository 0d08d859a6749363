/**
 * `{{name}}` in a system prompt or a prompt. A name begins with a letter, so that what other template languages write
 * (`{{#if}}`, `{{ x | upper }}`) stays text.
 */
const VARIABLE = /\{\{[ \t]*(\p{L}[\p{L}\p{N}_-]{0,63})[ \t]*\}\}/gu;

export type Variables = Readonly<Record<string, string>>;

/** More fields than these would be no form any more. */
export const MAX_VARIABLES = 50;

/** Names of the variables in some texts, each once, in the order in which they come. */
export const variablesIn = (...texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => (text.includes('{{') ? [...text.matchAll(VARIABLE)].map(([, name = '']) => name) : [])),
  ),
];

/** An own key only: `constructor` is a name like any other. */
export const valueOf = (variables: Variables, name: string): string =>
  Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';

/** A text with its variables filled, once: what a value holds is never filled again. Without a value one stays. */
export const fill = (text: string, variables: Variables): string =>
  text.includes('{{')
    ? text.replace(VARIABLE, (written: string, name: string) => valueOf(variables, name) || written)
    : text;

/** Why some texts cannot be sent, as one sentence; undefined when every variable has a value. */
export function whyUnfilled(variables: Variables, ...texts: readonly string[]): string | undefined {
  const names = variablesIn(...texts);
  if (names.length > MAX_VARIABLES)
    return `At most ${MAX_VARIABLES} variables can be filled; there are ${names.length}.`;
  const missing = names.filter((name) => valueOf(variables, name) === '').map((name) => `{{${name}}}`);
  return missing.length === 0 ? undefined : `Fill ${missing.join(', ')} first.`;
}

/** What of a workspace may hold variables; a Workspace is one, also with only some of its panes. */
export interface Templates {
  system: string;
  panes: readonly { system?: string | null; draft?: { text: string } | null }[];
  draft: { text: string };
  variables: Variables;
}

/** The texts that are filled when the drafts of the panes are sent. */
export const templatesOf = ({ system, panes, draft }: Omit<Templates, 'variables'>): string[] => [
  ...new Set(panes.map((pane) => pane.system ?? system)),
  ...new Set(panes.map((pane) => (pane.draft ?? draft).text)),
];

/** Why the drafts cannot be sent now, as one sentence. */
export const whyBlocked = (workspace: Templates): string | undefined =>
  whyUnfilled(workspace.variables, ...templatesOf(workspace));
