import type { Model } from '@/lib/core/model';

export type ModelPickerProps = {
  open: boolean;
  onClose: () => void;
  /** Undefined while they are loading. The array must keep its identity while its rows are the same. */
  models: Model[] | undefined;
  /** Why the list could not be loaded or refreshed, as a sentence. */
  failed?: string | undefined;
  /** Loads the list anew. */
  onRetry?: (() => void) | undefined;
  currentId: string;
  /** Ids chosen before, the latest first; the current one leads them in any case. */
  recents: string[];
  /** The chosen id, perhaps one that is not in the list; `onClose` follows. */
  onChoose: (id: string) => void;
  /** Unix milliseconds when the upstream was asked for the list. */
  fetchedAt?: number | undefined;
};
