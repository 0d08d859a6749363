import { mapAnswers } from './conversation';
import { isJsonObject, type Json } from './json';
import { readStoredWorkspace } from './stored-workspace';
import type { StoredWorkspace } from './workspace';

/** Names the form of a file that holds a history. */
export const HISTORY_KIND = 'openrouter-playground.history';
/** A change of the form that an older playground would read wrongly raises it. */
export const HISTORY_VERSION = 1;

export interface HistoryFile {
  workspaces: StoredWorkspace[];
  /** The library, as its own file has it; null where it is not in the file. */
  presets: Json;
  /** What stood among the workspaces and was none. */
  unread: number;
}

/** The beginning and the end of a file: workspaces stand between them as JSON, parted by commas. */
export const historyFrame = (presets: unknown, now: number): [string, string] => [
  `{"kind":"${HISTORY_KIND}","version":${HISTORY_VERSION},"exportedAt":"${new Date(now).toISOString()}",` +
    `"presets":${JSON.stringify(presets)},"workspaces":[`,
  ']}',
];

/** Anybody can write a file: what its answers cost is what the file says, and not what was billed. */
const asImported = (workspace: StoredWorkspace): StoredWorkspace => ({
  ...workspace,
  conversations: Object.fromEntries(
    Object.entries(workspace.conversations).map(([id, conversation]) => [
      id,
      mapAnswers(conversation, (answer) => ({ ...answer, imported: true })),
    ]),
  ),
});

/** Reads a file that somebody chose: it may hold anything. */
export function readHistoryFile(text: string): HistoryFile | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'This file is no JSON, so nothing was imported.' };
  }
  if (!isJsonObject(value) || value['kind'] !== HISTORY_KIND || !Array.isArray(value['workspaces'])) {
    return { problem: 'This file holds no history of the playground, so nothing was imported.' };
  }
  const version = value['version'];
  if (typeof version !== 'number' || version > HISTORY_VERSION) {
    return {
      problem: `This file was written by a newer playground (version ${String(version)}; this one reads ${HISTORY_VERSION}), so nothing was imported.`,
    };
  }
  const read = value['workspaces'].map(readStoredWorkspace);
  const workspaces = read.filter((workspace) => workspace !== null).map(asImported);
  return {
    workspaces,
    presets: value['presets'] ?? null,
    unread: read.length - workspaces.length,
  };
}
