'use client';
import { useState } from 'react';
import { Field, type FieldFrame } from './field';
import { NumberInput } from './number-input';
import { describeRange, type NumberRange } from './number-draft';

export type NumberFieldProps = FieldFrame &
  NumberRange & {
    value: number | undefined;
    onChange: (value: number | undefined) => void;
    placeholder?: string;
  };

/** A number without a slider: for open or huge ranges, such as a seed. */
export function NumberField({ value, onChange, placeholder, min, max, step, error, ...frame }: NumberFieldProps) {
  const [invalid, setInvalid] = useState(false);
  return (
    <Field {...frame} error={invalid ? describeRange({ min, max, step }) : error}>
      {(control) => (
        <NumberInput
          {...control}
          {...{ value, onChange, placeholder, min, max, step }}
          onRefusal={setInvalid}
          className="h-control px-2.5 text-left"
        />
      )}
    </Field>
  );
}
