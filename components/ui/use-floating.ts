'use client';
import { type KeyboardEvent, type Ref, type ToggleEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Placement, place } from './float';

/** What a trigger needs: spread it on a Button or IconButton. */
export type TriggerProps = {
  ref: Ref<HTMLButtonElement>;
  id: string;
  popoverTarget: string;
  'aria-haspopup': 'menu' | 'dialog';
  'aria-expanded': boolean;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The native popover under Menu and Popover: light dismiss, Esc and the focus given back are the browser's. */
export function useFloating(kind: 'menu' | 'dialog', placement: Placement, onOpen: (floating: HTMLElement) => void) {
  const base = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const floating = useRef<HTMLDivElement & HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  const close = () => floating.current?.hidePopover();

  const triggerProps: TriggerProps = {
    ref: trigger,
    id: `${base}-trigger`,
    popoverTarget: `${base}-float`,
    'aria-haspopup': kind,
    'aria-expanded': open,
    onKeyDown: (event) => {
      if (kind !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      floating.current?.showPopover();
    },
  };

  const floatingProps = {
    ref: floating,
    id: `${base}-float`,
    popover: 'auto' as const,
    'data-side': placement.side,
    'data-align': placement.align,
    onBeforeToggle: (event: ToggleEvent<HTMLElement>) => {
      // The content must be in place before the browser shows and measures the popover.
      if (event.target !== floating.current || event.newState !== 'open') return;
      flushSync(() => setOpen(true));
      if (trigger.current) place(trigger.current, floating.current, placement);
    },
    onToggle: (event: ToggleEvent<HTMLElement>) => {
      if (event.target !== floating.current) return;
      setOpen(event.newState === 'open');
      if (event.newState !== 'open' || !trigger.current) return;
      place(trigger.current, floating.current, placement);
      onOpen(floating.current);
      // The browser may have given focus to something below what is read first.
      floating.current.scrollTop = 0;
    },
  };

  return { open, close, triggerProps, floatingProps };
}
