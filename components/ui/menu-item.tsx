'use client';
import { Check } from 'lucide-react';
import { type ReactNode, use, useId } from 'react';
import { cn } from './cn';
import { MenuContext } from './menu-context';

export type MenuItemProps = {
  onSelect: () => void;
  /** A 16 px icon. */
  icon?: ReactNode;
  /** Keys shown at the end, e.g. `⌥1`. Showing only: the page listens. */
  shortcut?: string;
  /** A quiet second line. */
  note?: ReactNode;
  disabledReason?: string | undefined;
  tone?: 'danger';
  /** Leaves the menu open, e.g. for ticks. */
  keepOpen?: boolean;
  children: ReactNode;
};

type RowProps = MenuItemProps & { kind: '' | 'radio' | 'checkbox'; checked?: boolean };

function Row(props: RowProps) {
  const { onSelect, icon, shortcut, note, disabledReason, tone, keepOpen = false, children, kind, checked } = props;
  const close = use(MenuContext);
  const press = () => {
    if (disabledReason !== undefined) return;
    // First close, so that the trigger has the focus again before anything else (a dialog) takes it.
    if (!keepOpen) close();
    onSelect();
  };
  const second = disabledReason ?? note;
  return (
    <button
      type="button"
      role={`menuitem${kind}`}
      aria-checked={checked}
      aria-disabled={disabledReason === undefined ? undefined : true}
      tabIndex={-1}
      onClick={press}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      className={cn(
        'flex min-h-dense w-full items-center gap-2 rounded-control px-2 py-1 text-left text-sm outline-none focus:bg-hover pointer-coarse:min-h-touch',
        tone === 'danger' && 'text-danger focus:bg-danger-tint',
        disabledReason !== undefined && 'cursor-not-allowed text-muted',
      )}
    >
      {checked === undefined ? icon : <Check size={16} className={checked ? '' : 'invisible'} aria-hidden />}
      <span className="min-w-0 grow">
        <span className="block truncate">{children}</span>
        {second ? <span className="block text-xs text-muted">{second}</span> : null}
      </span>
      {shortcut ? <span className="pl-4 text-xs text-muted">{shortcut}</span> : null}
    </button>
  );
}

export function MenuItem(props: MenuItemProps) {
  return <Row {...props} kind="" />;
}

/** One of several: stand them in a MenuGroup. */
export function MenuRadioItem(props: MenuItemProps & { checked: boolean }) {
  return <Row {...props} kind="radio" />;
}

export function MenuCheckItem(props: MenuItemProps & { checked: boolean }) {
  return <Row keepOpen {...props} kind="checkbox" />;
}

/** A named part of a menu. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element is a group inside a menu
    <div role="group" aria-labelledby={id}>
      <div id={id} className="px-2 pt-2 pb-1 text-xs text-muted">
        {label}
      </div>
      {children}
    </div>
  );
}

export function MenuSeparator() {
  return <hr className="my-1 border-line" />;
}
