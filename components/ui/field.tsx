'use client';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';
import { FieldHead } from './field-head';

/** What the control inside a Field must carry. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  disabled: boolean | undefined;
};

export type FieldFrame = {
  label: string;
  labelHidden?: boolean;
  /** What it does; folded behind a small button. */
  help?: string | undefined;
  /** A quiet line below. */
  note?: ReactNode;
  /** What is wrong and what would be right; shown in place of the note. */
  error?: string | undefined;
  /** Why it cannot be used now; mutes the field and stands below it. */
  disabledReason?: string | undefined;
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
  className?: string;
};

/** A label, its control, and the line below that explains. */
export function Field({ children, ...frame }: FieldFrame & { children: (control: ControlProps) => ReactNode }) {
  const { label, labelHidden = false, help, note, error, disabledReason, aside, className } = frame;
  const id = useId();
  const line = error ?? disabledReason ?? note;
  return (
    <div className={cn('waits-for-hand min-w-0', className)}>
      <FieldHead
        label={label}
        help={help}
        name={
          <label
            htmlFor={id}
            className={cn('truncate text-sm font-medium', disabledReason !== undefined && 'text-muted')}
          >
            {label}
          </label>
        }
        hidden={labelHidden}
        aside={aside}
      />
      {children({
        id,
        'aria-describedby': line ? `${id}-line` : undefined,
        'aria-invalid': error === undefined ? undefined : true,
        disabled: disabledReason === undefined ? undefined : true,
      })}
      {line ? (
        <div id={`${id}-line`} className={cn('pt-1 text-xs', error === undefined ? 'text-muted' : 'text-danger')}>
          {line}
        </div>
      ) : null}
    </div>
  );
}
