import type { Conversation } from './conversation';
import type { JsonObject } from './json';
import type { ParameterName, Sampling } from './parameters';
import type { Variables } from './variables';

/** How OpenRouter chooses among the providers of a model; sent as `provider` when it has a key (§2.8). */
export type ProviderRouting = JsonObject;

/** One column: a model with its fallbacks, routing and settings. Its conversation has the same id beside it. */
export interface Pane {
  id: string;
  modelId: string;
  /** Tried in this order after the model; at most three (§7.3). */
  fallbacks: string[];
  routing: ProviderRouting;
  /** Its own parameters, all of them; null while it shares the workspace's. */
  sampling: Sampling | null;
  /** Its own system prompt; null (or absent, in older rows) while it shares the workspace's. */
  system?: string | null;
  /** What is typed in a composer of its own; null (or absent, in older rows) while it shares the common one. */
  draft?: Draft | null;
  /** What was typed there when it went back to the common one, in which something else stood. */
  setAside?: string | null;
  /** Merged last into the request body. */
  extra: JsonObject;
}

/** What panes do in step. Which texts and settings they share, each pane says itself: what it has not, it shares. */
export interface Sync {
  scroll: boolean;
}

/** What is being composed. */
export interface Draft {
  text: string;
}

export interface Workspace {
  id: string;
  /** Empty until the first prompt gives it one. */
  title: string;
  /** Unix milliseconds. */
  createdAt: number;
  updatedAt: number;
  panes: Pane[];
  /** System prompt of every pane; empty means none is sent. */
  system: string;
  sampling: Sampling;
  /** Sent even to models that do not list them, because the visitor asked for it. */
  forced: ParameterName[];
  sync: Sync;
  draft: Draft;
  /** Values for `{{name}}` in the system prompt and the draft. */
  variables: Variables;
  /** Stands above the days of the history. */
  pinned: boolean;
}

/** A workspace as it is kept: with the conversation of each pane, by pane id. */
export interface StoredWorkspace extends Workspace {
  conversations: Record<string, Conversation>;
  /** Grows by one with every write; zero was never kept. Two tabs tell by it who was first. */
  revision: number;
}

export const newPane = (id: string, modelId: string): Pane => ({
  id,
  modelId,
  fallbacks: [],
  routing: {},
  sampling: null,
  extra: {},
});

/** @param now Unix milliseconds */
export const newWorkspace = (id: string, pane: Pane, now: number): Workspace => ({
  id,
  title: '',
  createdAt: now,
  updatedAt: now,
  panes: [pane],
  system: '',
  sampling: {},
  forced: [],
  sync: { scroll: true },
  draft: { text: '' },
  variables: {},
  pinned: false,
});

const TITLE_LENGTH = 60;

/** A title from the first prompt: its first line, shortened at a word. */
export function titleFrom(prompt: string): string {
  const line = prompt.trim().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 30 ? cut.lastIndexOf(' ') : TITLE_LENGTH)}…`;
}
