import { pickerWords } from './words';

/** Names the columns. Hidden from screen readers, which hear the units in every row. */
export function ListHead() {
  return (
    <div
      aria-hidden
      className="flex shrink-0 items-center overflow-hidden border-b border-line px-3 py-1.5 text-xs text-muted [scrollbar-gutter:stable]"
    >
      <span className="grow">{pickerWords.name}</span>
      <span className="max-sm:hidden">{pickerWords.context}</span>
      <span className="text-right sm:w-40 sm:pr-2">{pickerWords.price}</span>
    </div>
  );
}
