import type { Model } from '@/lib/core/model';

export type ModelPickerProps = {
  open: boolean;
  /** What is chosen for, as a title; *Choose a model* without it. */
  title?: string | undefined;
  /** Unix milliseconds; undefined while it is drawn ahead, out of sight. */
  openedAt?: number | undefined;
  onClose: () => void;
  /** Undefined while they are loading. The array must keep its identity while its rows are the same. */
  models: Model[] | undefined;
  /** Why the list could not be loaded or refreshed, as a sentence. */
  failed?: string | undefined;
  /** Rows of the list that could not be read. */
  skipped?: number | undefined;
  /** Loads the list anew. */
  onRetry?: (() => void) | undefined;
  currentId: string;
  /** Ids chosen before, the latest first; the current one leads them in any case. */
  recents: readonly string[];
  /** Ids with a star. */
  favourites?: readonly string[] | undefined;
  /** Stars a model or takes its star away. @returns whether it has one now */
  onFavourite?: ((id: string) => boolean) | undefined;
  /** Why a model cannot be chosen, as a sentence. */
  refusalOf?: ((id: string) => string | null) | undefined;
  /** The chosen id, perhaps one that is not in the list; `onClose` follows. */
  onChoose: (id: string) => void;
  /** Unix milliseconds when the upstream was asked for the list. */
  fetchedAt?: number | undefined;
};
