'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Tone, tones } from './badge';
import { cn } from './cn';
import { IconButton } from './icon-button';

export type BannerProps = {
  tone?: Tone;
  /** A 16 px icon. */
  icon?: ReactNode;
  /** One or two buttons. */
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
  dismissLabel?: string;
  /** `alert` interrupts a screen reader; without it nothing is spoken. */
  role?: 'status' | 'alert' | undefined;
  /** Edge to edge, only a line below: for the top of a zone. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A tinted line: one sentence, what mends it, and a way to be rid of it. */
export function Banner(props: BannerProps) {
  const { tone = 'info', icon, actions, onDismiss, dismissLabel = 'Dismiss', role, flush = false } = props;
  return (
    <div
      role={role}
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-1 py-1 pr-1 pl-3 text-sm',
        tones[tone],
        // A finger's wider target at the edge must not widen the page.
        flush ? 'overflow-x-clip border-b' : 'rounded-control border',
        props.className,
      )}
    >
      <div className="flex min-w-0 grow basis-64 items-start gap-2 py-1">
        {icon ? <span className="mt-px shrink-0">{icon}</span> : null}
        <div className="min-w-0 text-fg">{props.children}</div>
      </div>
      <div className="ms-auto flex items-center gap-2 empty:hidden">
        {actions}
        {onDismiss ? (
          <IconButton label={dismissLabel} size="dense" onClick={onDismiss}>
            <X size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}
