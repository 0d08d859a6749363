import type { JsonObject } from './json';

/** One request for one pane. */
export interface Run {
  /** A fresh UUID; the answer's events carry it when several runs share a connection. */
  id: string;
  /** The exact OpenRouter body. */
  body: JsonObject;
}

/** At most this many runs travel in one request: a page shows no more panes. */
export const MAX_RUNS = 8;
