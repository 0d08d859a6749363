'use client';
import { Dialog } from '@/components/ui/dialog';
import type { Model } from '@/lib/core/model';
import { modelSearch } from '@/lib/core/model-search';
import { PickerBody } from './picker-body';
import type { ModelPickerProps } from './picker-props';
import { dateWords, pickerWords } from './words';

/** Builds the search index ahead of the first opening; call it when nothing else is to be done. */
export function warmSearch(models: Model[]): void {
  modelSearch(models);
  dateWords(0);
}

/** Chooses a model among hundreds: by name, by filters, by price, or by an id typed out. */
export function ModelPicker({ open, title = pickerWords.title, ...props }: ModelPickerProps) {
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      size="large"
      title={title}
      titleHidden
      bodyClassName="flex flex-col p-0"
      className="max-sm:h-dvh max-sm:max-h-none max-sm:w-screen max-sm:rounded-none max-sm:border-0 min-[960px]:[--modal-width:64rem] min-[1200px]:[--modal-width:72rem]"
    >
      <PickerBody {...props} />
    </Dialog>
  );
}
