'use client';
import { Dialog } from '@/components/ui/dialog';
import type { Model } from '@/lib/core/model';
import { modelSearch } from '@/lib/core/model-search';
import { PickerBody } from './picker-body';
import { dateWords, pickerWords } from './words';

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

/** Builds the search index ahead of the first opening; call it when nothing else is to be done. */
export function warmSearch(models: Model[]): void {
  modelSearch(models);
  dateWords(0);
}

/** Chooses a model among hundreds: by name, by filters, by price, or by an id typed out. */
export function ModelPicker({ open, ...props }: ModelPickerProps) {
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      size="large"
      title={pickerWords.title}
      titleHidden
      bodyClassName="flex flex-col p-0"
      className="max-sm:h-dvh max-sm:max-h-none max-sm:w-screen max-sm:rounded-none max-sm:border-0 min-[960px]:[--modal-width:64rem]"
    >
      <PickerBody {...props} />
    </Dialog>
  );
}
