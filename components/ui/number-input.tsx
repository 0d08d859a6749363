'use client';
import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { cn } from './cn';
import { type NumberRange, readNumber, stepNumber } from './number-draft';

export type NumberInputProps = NumberRange &
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'min' | 'max' | 'step' | 'type'> & {
    value: number | undefined;
    /** Where stepping starts while there is no value. */
    from?: number | undefined;
    onChange: (value: number | undefined) => void;
    /** Told when what stands in the field is not a number in range; the value is then left as it was. */
    onRefusal: (invalid: boolean) => void;
  };

/** The bare number box: commits each valid keystroke, arrows step, clearing it unsets. */
export function NumberInput(props: NumberInputProps) {
  const { value, from, onChange, onRefusal, min, max, step = 1, className, ...rest } = props;
  const [draft, setDraft] = useState<string>();
  const range = { min, max, step };

  const settle = () => {
    setDraft(undefined);
    onRefusal(false);
  };
  const type = (text: string) => {
    setDraft(text);
    const read = readNumber(text, range);
    onRefusal(read === 'invalid');
    if (read !== 'invalid' && read !== value) onChange(read);
  };
  const key = (event: KeyboardEvent) => {
    const count = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (event.key === 'Enter') settle();
    if (count === undefined) return;
    event.preventDefault();
    settle();
    onChange(stepNumber(value ?? from ?? min ?? 0, count, range));
  };

  return (
    <input
      // Not type="number": that hides what was typed when it is wrong, and the wheel changes it by accident.
      type="text"
      role="spinbutton"
      inputMode={Number.isInteger(step) && (min ?? -1) >= 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      spellCheck={false}
      {...rest}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      value={draft ?? value ?? ''}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={key}
      className={cn('field h-dense px-2 text-right pointer-coarse:h-touch', className)}
    />
  );
}
