'use client';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';

export type SwitchProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  note?: ReactNode;
  disabledReason?: string | undefined;
  className?: string;
};

/** On or off at once, without a Save. The label is part of what is pressed. */
export function Switch({ label, checked, onChange, note, disabledReason, className }: SwitchProps) {
  const id = useId();
  const line = disabledReason ?? note;
  return (
    <div className={className}>
      <label
        className={cn(
          'flex min-h-dense cursor-pointer items-center justify-between gap-3 text-sm font-medium pointer-coarse:min-h-touch',
          disabledReason !== undefined && 'cursor-not-allowed text-muted',
        )}
      >
        {label}
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          disabled={disabledReason !== undefined}
          aria-describedby={line ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
          className="switch"
        />
      </label>
      {line ? (
        <div id={id} className="text-xs text-muted">
          {line}
        </div>
      ) : null}
    </div>
  );
}
