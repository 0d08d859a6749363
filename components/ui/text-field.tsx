'use client';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Field, type FieldFrame } from './field';

export type TextFieldProps = FieldFrame &
  Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'className' | 'children'> & {
    value: string;
    onChange: (value: string) => void;
    mono?: boolean;
  };

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, help, note, error, disabledReason, aside, className, mono, onChange, ...rest } = props;
  return (
    <Field {...{ label, labelHidden, help, note, error, disabledReason, aside, className }}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={cn('field h-control px-2.5 pointer-coarse:h-touch', mono && 'font-mono')}
        />
      )}
    </Field>
  );
}
