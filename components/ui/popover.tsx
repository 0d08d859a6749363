'use client';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { onEscape } from './escape';
import type { Placement } from './float';
import { type TriggerProps, useFloating } from './use-floating';

export type PopoverProps = Placement & {
  /** Names the popover for screen readers. */
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  className?: string;
  /** Rendered only while open. */
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A small non-modal panel tied to its trigger. Closes by Esc and by a press elsewhere. */
export function Popover({ label, trigger, side, align, className, children }: PopoverProps) {
  const { open, close, triggerProps, floatingProps } = useFloating('dialog', { side, align }, (floating) => {
    const first = floating.querySelector<HTMLElement>('[data-autofocus]') ?? floating;
    first.focus();
  });
  return (
    <>
      {trigger(triggerProps)}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only closes on Esc */}
      <dialog
        {...floatingProps}
        aria-label={label}
        tabIndex={-1}
        className={cn('floating p-3', className)}
        onKeyDown={onEscape(close)}
      >
        {open && (typeof children === 'function' ? children(close) : children)}
      </dialog>
    </>
  );
}
