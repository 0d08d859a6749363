import 'client-only';
import { watchEndpoints } from './known-endpoints';
import { useRunStore } from './run-store';
import { conversationOf, watchTranscripts } from './transcripts';
import { useWorkspaceStore } from './workspace-store';

/** Milliseconds after the last change, the first among them: typing never waits for a count. */
const PAUSE_MS = 300;

/**
 * Calls back, once at first, when what a run would cost may have changed: settings and drafts, messages and versions, runs
 * that begin and end, offers that came. An answer that grows changes nothing that is sent before it has ended.
 * @returns a function that ends it
 */
export function watchEstimates(read: () => void): () => void {
  let timer = setTimeout(read, PAUSE_MS);
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE_MS);
  };
  const heads = new Map<string, string | null>();
  const heard = (paneId: string): void => {
    const { headId } = conversationOf(paneId);
    const moved = heads.get(paneId) !== headId;
    heads.set(paneId, headId);
    if (moved || useRunStore.getState().running[paneId] === undefined) later();
  };
  const ends = [
    useWorkspaceStore.subscribe(later),
    useRunStore.subscribe(later),
    watchTranscripts(heard),
    watchEndpoints(later),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
