import type { Json } from './json';
import { parameterOf, PARAMETERS, type Sampling } from './parameters';
import type { Pane, Workspace } from './workspace';

/** One line of what would change; null where nothing is set. */
export interface Change {
  label: string;
  from: string | null;
  to: string | null;
}

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

const samplingRows = (sampling: Sampling | null, prefix: string): [string, string | null][] =>
  PARAMETERS.map(({ name, label }) => {
    const value = sampling?.[name];
    return [`${prefix}${label}`, value === undefined ? null : shown(value)];
  });

const paneRows = (pane: Pane, prefix: string): [string, string | null][] => [
  [`${prefix}Model`, pane.modelId],
  [`${prefix}Fallbacks`, pane.fallbacks.join(', ') || null],
  [`${prefix}Provider routing`, Object.keys(pane.routing).length > 0 ? shown(pane.routing) : null],
  [`${prefix}Extra JSON`, Object.keys(pane.extra).length > 0 ? shown(pane.extra) : null],
  [`${prefix}Own system prompt`, pane.system ?? null],
  [`${prefix}Own prompt`, pane.draft?.text || null],
  [`${prefix}Own parameters`, pane.sampling ? (Object.keys(pane.sampling).length > 0 ? 'set' : 'none set') : null],
  ...samplingRows(pane.sampling, `${prefix}Own `),
];

/** Everything that is set in a workspace, by the name that the screen gives it. */
function rowsOf(workspace: Workspace, many: boolean): Map<string, string> {
  const rows: [string, string | null][] = [
    ['System prompt', workspace.system || null],
    ['Message', workspace.draft.text || null],
    ...Object.entries(workspace.variables).map(([name, value]): [string, string] => [`{{${name}}}`, value]),
    ...samplingRows(workspace.sampling, ''),
    ['Sent though not listed', workspace.forced.map((name) => parameterOf(name)?.label ?? name).join(', ') || null],
    ...workspace.panes.flatMap((pane, at) => paneRows(pane, many ? `Pane ${at + 1}: ` : '')),
    ['Scroll together', many ? (workspace.sync.scroll ? 'on' : 'off') : null],
  ];
  return new Map(rows.filter((row): row is [string, string] => row[1] !== null && row[1] !== ''));
}

/** What is different between two workspaces, conversations left out: one line for each thing that is set in either. */
export function changesBetween(before: Workspace, after: Workspace): Change[] {
  const many = before.panes.length > 1 || after.panes.length > 1;
  const [from, to] = [rowsOf(before, many), rowsOf(after, many)];
  return [...new Set([...to.keys(), ...from.keys()])]
    .map((label) => ({ label, from: from.get(label) ?? null, to: to.get(label) ?? null }))
    .filter((change) => change.from !== change.to);
}
