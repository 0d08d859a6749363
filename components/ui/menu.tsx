'use client';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { cn } from './cn';
import { onEscape } from './escape';
import type { Placement } from './float';
import { MenuContext } from './menu-context';
import { type TriggerProps, useFloating } from './use-floating';

export type MenuProps = Placement & {
  /** Names the menu for screen readers. */
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  className?: string;
  /** MenuItem, MenuCheckItem, MenuRadioItem, MenuGroup, MenuSeparator; rendered only while open. */
  children: ReactNode;
};

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];

/** A dropdown menu. Arrows, Home, End and first letters move; Enter and Space act; Esc and Tab close. */
export function Menu({ label, trigger, side, align, className, children }: MenuProps) {
  const typed = useRef({ text: '', at: 0 });
  const { open, close, triggerProps, floatingProps } = useFloating('menu', { side, align }, (floating) => {
    const items = itemsOf(floating);
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true' && item.role === 'menuitemradio');
    (chosen ?? items[0] ?? floating).focus();
  });

  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    // Esc and letters mean something here; the page's own keys must not hear them as well.
    onEscape(close)(event);
    event.stopPropagation();
    const items = itemsOf(event.currentTarget);
    const at = items.findIndex((item) => item === document.activeElement);
    const next: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at <= 0 ? items.length : at) - 1,
      Home: 0,
      End: items.length - 1,
    };
    const step = next[event.key];
    if (step !== undefined) {
      event.preventDefault();
      items[step]?.focus();
    } else if (event.key === 'Tab') {
      close();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.metaKey && !event.ctrlKey && !event.altKey) {
      const recent = event.timeStamp - typed.current.at < 600 ? typed.current.text : '';
      const text = recent + event.key.toLowerCase();
      typed.current = { text, at: event.timeStamp };
      const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const from = text.length > 1 ? items : order;
      from.find((item) => item.textContent.trim().toLowerCase().startsWith(text))?.focus();
    }
  };

  return (
    <>
      {trigger(triggerProps)}
      <div
        {...floatingProps}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={cn('floating min-w-48 p-1', className)}
        onKeyDown={key}
      >
        {open && <MenuContext value={close}>{children}</MenuContext>}
      </div>
    </>
  );
}
