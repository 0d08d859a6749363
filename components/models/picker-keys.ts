import type { KeyboardEvent } from 'react';

export type PickerActions = {
  active: number;
  /** Options in the list. */
  count: number;
  /** Rows of the list that fit into view. */
  pageSize: () => number;
  onMove: (position: number) => void;
  onChoose: () => void;
  onStar: () => void;
};

/** The keys of the combobox: they walk through the list while the focus stays in the query. */
export function pressInPicker(event: KeyboardEvent, actions: PickerActions): void {
  const { active, count, pageSize, onMove, onChoose, onStar } = actions;
  // While an input method composes, its keys are its own (229: browsers that say so only by the code).
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const moves: Record<string, () => number> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => active - 1,
    PageDown: () => active + pageSize(),
    PageUp: () => active - pageSize(),
    Home: () => 0,
    End: () => count - 1,
  };
  const move = event.shiftKey ? undefined : moves[event.key];
  if (move) onMove(move());
  else if (event.key === 'Enter') (event.shiftKey ? onStar : onChoose)();
  else return;
  event.preventDefault();
}
