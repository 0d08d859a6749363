'use client';
import { ChevronDown } from 'lucide-react';
import { Field, type FieldFrame } from './field';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldFrame & {
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
};

/** The platform's own list: best on a phone, and free. */
export function SelectField({ value, options, onChange, ...frame }: SelectFieldProps) {
  return (
    <Field {...frame}>
      {(control) => (
        <div className="relative">
          <select
            {...control}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            className="field h-control appearance-none truncate pr-8 pl-2.5 pointer-coarse:h-touch"
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={16}
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2 my-auto text-muted"
          />
        </div>
      )}
    </Field>
  );
}
