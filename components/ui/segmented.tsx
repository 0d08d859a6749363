'use client';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';

export type SegmentedOption<T extends string> = { value: T; label: string; icon?: ReactNode };

export type SegmentedProps<T extends string> = {
  label: string;
  labelHidden?: boolean;
  /** `undefined` chooses none. */
  value: T | undefined;
  options: readonly SegmentedOption<T>[];
  onChange: (value: T) => void;
  /** Why it cannot be used now. */
  disabledReason?: string | undefined;
  className?: string;
};

/** One of a few, all in sight: native radio buttons, so the arrows move the choice. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, labelHidden = false, value, options, onChange, disabledReason } = props;
  const name = useId();
  return (
    <fieldset
      className={cn('min-w-0', props.className)}
      disabled={disabledReason !== undefined}
      aria-describedby={disabledReason === undefined ? undefined : `${name}-reason`}
    >
      <legend className={cn('pb-1 text-sm font-medium', labelHidden && 'sr-only')}>{label}</legend>
      <div className="inline-flex max-w-full overflow-x-auto rounded-control border border-line bg-sunken p-px">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex h-6.5 cursor-pointer items-center gap-1 rounded-control px-2.5 text-sm whitespace-nowrap text-muted select-none hover:text-fg has-checked:bg-surface has-checked:font-medium has-checked:text-fg has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-50 pointer-coarse:h-touch"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-[inherit] appearance-none outline-none"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
      {disabledReason === undefined ? null : (
        <div id={`${name}-reason`} className="pt-1 text-xs text-muted">
          {disabledReason}
        </div>
      )}
    </fieldset>
  );
}
