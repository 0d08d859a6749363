import type { Burst, Outcome } from './burst';

/** Something that stands between client and upstream, or nothing at all. */
export interface System {
  name: 'direct' | 'pipe' | 'raw' | 'playground';
  url: string;
  wrapped: boolean;
  /** Where its process tells what it has used; null for the upstream itself. */
  usage: string | null;
}

export interface Bench {
  load: (burst: Burst) => Promise<Outcome[]>;
  systems: System[];
  /** The same system in a server that has just been started. */
  fresh: (system: System) => Promise<System>;
  /** Where the upstream tells what is running. */
  stats: string;
  say: (line: string) => void;
}

interface Usage {
  /** Microseconds. */
  cpu: { user: number; system: number };
  /** Bytes resident, the most of them since the watch began, and what garbage collection left of heap and buffers. */
  rss: number;
  peak: number;
  live: number;
}

/** The system of that name. @throws when there is none */
export function named(systems: readonly System[], name: System['name']): System {
  const found = systems.find((system) => system.name === name);
  if (!found) throw new Error(`There is no system ${name}.`);
  return found;
}

export const readUsage = async (url: string, query = ''): Promise<Usage> =>
  (await (await fetch(url + query)).json()) as Usage;

interface Stats {
  running: number;
  hungUp?: { user: string; atNs: string }[];
  /** Of the paced answers last written: Unix milliseconds. The simulator does not tell. */
  written?: { first: number; last: number };
}

export const readStats = async (url: string): Promise<Stats> => (await (await fetch(url)).json()) as Stats;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export const FLOOD = 'simulator/flood';
/** Each event in a write of its own; the simulator itself does not know it. */
export const FLOOD_SINGLE = 'simulator/flood-single';
export const PACED = 'simulator/paced-100';

/** One burst through one system. */
export const send = (
  { load }: Bench,
  { url, wrapped }: System,
  burst: Pick<Burst, 'model' | 'tokens'> & Partial<Burst>,
): Promise<Outcome[]> => load({ url, wrapped, streams: 1, times: 1, ...burst });
