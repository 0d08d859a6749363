'use client';
import { CircleHelp } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { cn } from './cn';

type FieldHeadProps = {
  label: string;
  help?: string | undefined;
  /** The label itself. */
  name: ReactNode;
  hidden?: boolean;
  aside?: ReactNode;
};

/** The head line of a field, with its help folded behind a button: a tooltip would be out of reach for a finger. */
export function FieldHead({ label, help, name, hidden = false, aside }: FieldHeadProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={cn(hidden && 'sr-only')}>
      <div className="flex min-h-dense items-center gap-1">
        <div className="flex min-w-0 grow items-center gap-1">
          {name}
          {help ? (
            <button
              type="button"
              aria-label={`About ${label}`}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
              className="tools hit inline-flex size-6 shrink-0 items-center justify-center rounded-control text-muted hover:text-fg"
            >
              <CircleHelp size={14} aria-hidden />
            </button>
          ) : null}
        </div>
        {aside}
      </div>
      {help ? (
        <p id={id} hidden={!open} className="pb-1 text-xs text-muted">
          {help}
        </p>
      ) : null}
    </div>
  );
}
