'use client';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type CollapsibleProps = {
  summary: ReactNode;
  /** Stands at the end of the summary, e.g. a count. */
  aside?: ReactNode;
  defaultOpen?: boolean;
  /** Controls it together with `onOpenChange`. */
  open?: boolean | undefined;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};

/** A native details element: found by the browser's search, open without JavaScript. */
export function Collapsible({
  summary,
  aside,
  defaultOpen,
  open,
  onOpenChange,
  className,
  children,
}: CollapsibleProps) {
  return (
    <details
      className={cn('fold', className)}
      open={open ?? defaultOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) onOpenChange?.(event.currentTarget.open);
      }}
    >
      <summary className="flex min-h-control items-center gap-1 rounded-control text-sm font-medium select-none hover:bg-hover pointer-coarse:min-h-touch">
        <ChevronRight size={16} className="fold-mark shrink-0 text-muted" aria-hidden />
        <span className="min-w-0 grow truncate">{summary}</span>
        {aside}
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  );
}
