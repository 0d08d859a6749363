import { type Usd, ZERO_USD } from '@/lib/core/money';
import type { JsonObject } from '@/lib/core/json';
import type { SimulatorContext } from './context';

/** One row of `GET /generation`, and the moment from which it can be read. */
export interface GenerationRecord {
  visibleFrom: number;
  data: JsonObject;
}

/** An answer kept for `X-OpenRouter-Cache`: the dice that made it, so that it can be given again word for word. */
export interface KeptAnswer {
  id: string;
  dice: number;
  keptAt: number;
  /** Seconds. */
  ttl: number;
}

/** What the service remembers between requests. */
export interface World {
  /** Requests so far: the dice of requests without a seed. */
  requests: number;
  completions: { started: number; finished: number; aborted: number };
  generations: Map<string, GenerationRecord>;
  /** Prompt cache: key of a prefix → when it expires (ms). */
  prefixes: Map<string, number>;
  answers: Map<string, KeptAnswer>;
  usedCodes: Set<string>;
  spent: Usd;
  /** What providers billed to accounts of the visitor's own. */
  byokSpent: Usd;
}

const HOME = Symbol.for('openrouter-playground.simulator.worlds');
const home = globalThis as { [HOME]?: WeakMap<SimulatorContext, World> };

/** The world of a context: contexts do not see each other. */
export function worldOf(context: SimulatorContext): World {
  const worlds = (home[HOME] ??= new WeakMap());
  let world = worlds.get(context);
  if (!world) {
    world = {
      requests: 0,
      completions: { started: 0, finished: 0, aborted: 0 },
      generations: new Map(),
      prefixes: new Map(),
      answers: new Map(),
      usedCodes: new Set(),
      spent: ZERO_USD,
      byokSpent: ZERO_USD,
    };
    worlds.set(context, world);
  }
  return world;
}

const MOST = 2_000;

/** Adds to a map that must not grow for ever: the oldest entries go first. */
export function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST) break;
    map.delete(oldest);
  }
}
