'use client';
import { Field, type FieldFrame } from './field';
import { NumberInput } from './number-input';
import type { NumberRange } from './number-draft';
import { useRefusal } from './use-refusal';

export type NumberFieldProps = FieldFrame &
  NumberRange & {
    value: number | undefined;
    onChange: (value: number | undefined) => void;
    placeholder?: string;
  };

/** A number without a slider: for open or huge ranges, such as a seed. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, placeholder, min, max, step, fractions, error, ...frame } = props;
  const { refusal, onRefusal } = useRefusal(value, { min, max, step, fractions });
  return (
    <Field {...frame} error={refusal ?? error}>
      {(control) => (
        <NumberInput
          {...control}
          {...{ value, onChange, placeholder, min, max, step, fractions }}
          onRefusal={onRefusal}
          className="h-control px-2.5 text-left"
        />
      )}
    </Field>
  );
}
