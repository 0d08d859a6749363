'use client';
import { LoaderCircle } from 'lucide-react';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { cn } from './cn';

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-rim text-fg hover:bg-hover active:bg-active',
  ghost: 'text-fg hover:bg-hover active:bg-active aria-expanded:bg-hover',
  danger: 'border border-danger-line text-danger hover:bg-danger-tint',
};

const sizes = {
  dense: 'h-dense gap-1 px-2',
  control: 'h-control gap-2 px-3',
  touch: 'h-touch gap-2 px-4',
  'icon-dense': 'size-dense',
  icon: 'size-control',
};

export type ButtonProps = ComponentProps<'button'> & {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** A 16 px icon before the text. */
  icon?: ReactNode;
  /** Shows a spinner in place of the icon and takes no clicks. */
  loading?: boolean;
  /** Why it cannot be used now. It stays focusable, so that the reason can be read. */
  disabledReason?: string | undefined;
  /** Tooltip text. */
  tip?: string | undefined;
  /** Keys shown in the tooltip, e.g. `⌘K`. */
  shortcut?: string | undefined;
};

const LOOK =
  'hit inline-flex shrink-0 items-center justify-center rounded-control text-sm font-medium whitespace-nowrap select-none transition-colors duration-quick';

/** The look of a button, for a link that stands among buttons. */
export const buttonClass = (variant: keyof typeof variants, size: keyof typeof sizes): string =>
  cn(LOOK, variants[variant], sizes[size]);

export function Button({
  variant = 'secondary',
  size = 'control',
  icon,
  loading = false,
  disabledReason,
  tip,
  shortcut,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const blocked = loading || disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Also keeps a blocked submit button from submitting and a blocked trigger from opening its popover.
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <>
      <button
        type="button"
        {...rest}
        aria-disabled={blocked || undefined}
        aria-busy={loading || undefined}
        aria-describedby={disabledReason === undefined ? rest['aria-describedby'] : reasonId}
        data-tip={disabledReason ?? tip}
        data-tip-keys={disabledReason === undefined ? shortcut : undefined}
        onClick={press}
        className={cn(
          LOOK,
          'aria-disabled:cursor-not-allowed aria-disabled:opacity-50 aria-busy:opacity-80',
          variants[variant],
          sizes[size],
          className,
        )}
      >
        {loading ? <LoaderCircle size={16} className="animate-spin" aria-hidden /> : icon}
        {children}
      </button>
      {disabledReason === undefined ? null : (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  );
}
