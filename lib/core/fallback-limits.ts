import { MAX_FALLBACKS } from './request';
import type { Pane } from './workspace';

/** Why an id cannot join a list, or null. */
export function whyNotAdded(pane: Pane, id: string): string | null {
  if (pane.fallbacks.length >= MAX_FALLBACKS)
    return `At most ${MAX_FALLBACKS} fallbacks: that is the limit of the API.`;
  if ([pane.modelId, ...pane.fallbacks].includes(id)) return 'This model is in the list already.';
  if (id.endsWith(':batch')) return 'Rows that end in :batch are for the Batch API only.';
  return null;
}
