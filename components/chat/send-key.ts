import type { KeyboardEvent } from 'react';

/** Enter without Shift, and never while an input method is composing, which browsers tell in two ways. */
export const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && event.keyCode !== 229;
