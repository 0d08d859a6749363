'use client';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, memo, type Ref } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { pickerWords } from './words';

export type PickerQueryProps = {
  ref: Ref<HTMLInputElement>;
  query: string;
  listId: string;
  expanded: boolean;
  activeId: string | undefined;
  onAsk: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClose: () => void;
};

const magnifier = (
  <Search size={16} aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted" />
);

const CloseButton = memo(function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <IconButton label={pickerWords.close} onClick={onClose}>
      <X size={16} aria-hidden />
    </IconButton>
  );
});

/** The combobox: the focus stays here while the arrow keys walk through the list. */
export function PickerQuery(props: PickerQueryProps) {
  const { ref, query, listId, expanded, activeId, onAsk, onKeyDown, onClose } = props;
  return (
    <div className="flex items-center gap-2 p-3 pb-2">
      <div className="relative grow">
        {magnifier}
        <input
          ref={ref}
          data-autofocus
          type="text"
          role="combobox"
          aria-label={pickerWords.search}
          aria-autocomplete="list"
          aria-expanded={expanded}
          aria-controls={listId}
          aria-activedescendant={activeId}
          placeholder={pickerWords.placeholder}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          value={query}
          onChange={(event) => onAsk(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="field h-control pr-2.5 pl-8 pointer-coarse:h-touch"
        />
      </div>
      <CloseButton onClose={onClose} />
    </div>
  );
}
