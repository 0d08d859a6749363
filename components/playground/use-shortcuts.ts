'use client';
import { useEffect } from 'react';

/** What the keys of the frame do; the composer and dialogs keep theirs. */
export interface Shortcuts {
  openPicker: () => void;
  toggleParameters: () => void;
  toggleZone: () => void;
  newConversation: () => void;
  /** @returns false when there is nothing to stop, and Esc stays what it is elsewhere */
  stop: () => boolean;
  /** Shows the pane at a place alone, or all again. */
  zoomAt: (at: number) => void;
}

/** Cmd/Ctrl+K, Cmd/Ctrl+B, Cmd/Ctrl+., Cmd/Ctrl+Shift+O, Alt+1 to 8 and Esc. Browser keys are left alone. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const { openPicker, toggleParameters, toggleZone, newConversation, stop, zoomAt } = shortcuts;
  // Keys belong to the window, not to an element.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = (event.metaKey || event.ctrlKey) && !event.altKey;
      const key = event.key.toLowerCase();
      let act: (() => void) | null = null;
      if (command && !event.shiftKey && key === 'k') act = openPicker;
      else if (command && !event.shiftKey && key === 'b') act = toggleZone;
      else if (command && !event.shiftKey && key === '.') act = toggleParameters;
      else if (command && event.shiftKey && key === 'o') act = newConversation;
      else if (event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-8]$/.test(event.code)) {
        act = () => zoomAt(Number(event.code.slice(5)) - 1);
      } else if (key === 'escape' && !document.querySelector('dialog[open]') && stop()) act = () => {};
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [openPicker, toggleParameters, toggleZone, newConversation, stop, zoomAt]);
}
