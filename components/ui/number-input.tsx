'use client';
import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { cn } from './cn';
import { LONGEST, type NumberRange, readNumber, shorten, stepNumber } from './number-draft';

export type NumberInputProps = NumberRange &
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'min' | 'max' | 'step' | 'type'> & {
    value: number | undefined;
    /** Where stepping starts while there is no value. */
    from?: number | undefined;
    onChange: (value: number | undefined) => void;
    /** Told what was typed when it is no number in range, and the value is left as it was; null when that is past. */
    onRefusal: (text: string | null) => void;
  };

/** The bare number box: commits each valid keystroke, arrows step, clearing it unsets. */
export function NumberInput(props: NumberInputProps) {
  const { value, from, onChange, onRefusal, min, max, step = 1, fractions, className, ...rest } = props;
  const [draft, setDraft] = useState<string>();
  const range = { min, max, step, fractions };

  const invalid = draft !== undefined && readNumber(draft, range) === 'invalid';

  const settle = () => {
    setDraft(undefined);
    // What was refused stays said for who only looks up now; a second visit without an edit ends it.
    if (!invalid) onRefusal(null);
  };
  const type = (text: string) => {
    const shown = shorten(text);
    const read = readNumber(text, range);
    setDraft(shown);
    onRefusal(read === 'invalid' ? shown : null);
    if (read !== 'invalid' && read !== value) onChange(read);
  };
  const key = (event: KeyboardEvent) => {
    const count = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (event.key === 'Enter') settle();
    if (count === undefined) return;
    event.preventDefault();
    setDraft(undefined);
    onRefusal(null);
    onChange(stepNumber(value ?? from ?? min ?? 0, count, range));
  };

  return (
    <input
      // Not type="number": that hides what was typed when it is wrong, and the wheel changes it by accident.
      type="text"
      role="spinbutton"
      inputMode={!fractions && Number.isInteger(step) && (min ?? -1) >= 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      maxLength={LONGEST + 1}
      spellCheck={false}
      {...rest}
      aria-invalid={invalid || undefined}
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
