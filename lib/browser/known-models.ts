import 'client-only';
import { create } from 'zustand';

/** Models that this visitor knows, as ids; they stay on the device. */
export interface KnownModels {
  /** In the order in which they were starred. */
  favourites: readonly string[];
  /** The latest first. */
  recents: readonly string[];
}

const KEY = 'openrouter-playground.models';
const MOST = { favourites: 50, recents: 5 };
const LONGEST_ID = 200;

/** Anybody can write to the storage of a device: what is no short text is passed over. */
const ids = (value: unknown, most: number): string[] =>
  [...new Set(Array.isArray(value) ? value : [])]
    .filter((id): id is string => typeof id === 'string' && id.trim() !== '' && id.length <= LONGEST_ID)
    .slice(0, most);

function read(): KnownModels {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Record<string, unknown>> | null;
    return {
      favourites: ids(value?.['favourites'], MOST.favourites),
      recents: ids(value?.['recents'], MOST.recents),
    };
  } catch {
    return { favourites: [], recents: [] };
  }
}

/** Data only; the verbs stand below. */
export const useKnownModels = create<KnownModels>(read);

/** Takes over what another tab has kept meanwhile. */
function reread(): void {
  const kept = read();
  // Where nothing can be kept, what this page knows is all there is.
  if (kept.favourites.length + kept.recents.length > 0) useKnownModels.setState(kept);
}

if (typeof window !== 'undefined') {
  addEventListener('storage', ({ key }) => {
    if (key === KEY) reread();
  });
}

function keep(change: Partial<KnownModels>): void {
  useKnownModels.setState(change);
  const { favourites, recents } = useKnownModels.getState();
  try {
    localStorage.setItem(KEY, JSON.stringify({ favourites, recents }));
  } catch {
    // No storage, or a full one: it is known until the page goes.
  }
}

/** Puts a model at the head of those that were chosen. */
export function rememberModel(id: string): void {
  reread();
  keep({ recents: ids([id, ...useKnownModels.getState().recents], MOST.recents) });
}

/** Stars a model, or takes the star away. @returns whether it is a favourite now; 50 are the most */
export function toggleFavourite(id: string): boolean {
  reread();
  const { favourites } = useKnownModels.getState();
  if (favourites.includes(id)) keep({ favourites: favourites.filter((other) => other !== id) });
  else keep({ favourites: ids([...favourites, id], MOST.favourites) });
  return useKnownModels.getState().favourites.includes(id);
}
