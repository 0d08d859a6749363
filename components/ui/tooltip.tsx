'use client';
import { Children, cloneElement, type ReactElement, useEffect } from 'react';
import { watchTips } from './tip-watch';

/**
 * Gives its one child a tooltip: shown on hover and keyboard focus, closed by Esc. Buttons have `tip` instead.
 * The child must be focusable if the text says anything that stands nowhere else.
 */
export function Tooltip({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string | undefined;
  children: ReactElement<{ 'data-tip'?: string; 'data-tip-keys'?: string | undefined }>;
}) {
  return cloneElement(Children.only(children), { 'data-tip': text, 'data-tip-keys': shortcut });
}

/** Draws every tooltip of the page. Mount once, in the frame. */
export function Tooltips() {
  // Hover and focus are heard once for the whole document: a thousand tooltips cost what one does.
  useEffect(() => watchTips(document), []);
  return null;
}
