'use client';
import { NumberField } from '@/components/ui/number-field';
import { RangeField } from '@/components/ui/range-field';
import type { Json } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import { ghostOf } from '@/lib/core/notes';
import type { NumberParameter } from '@/lib/core/parameter';
import { ResetButton } from './reset-button';
import type { ControlProps } from './row';
import { words } from './words';

/** Wide enough for any vocabulary: the API names no limit for Top K. */
const MOST_WORDS = 100_000;
const MOST_TOKENS = 128_000;

/** Where the slider ends when the API sets no limit: the model's own, else a round number. */
const ceilingOf = ({ name, max }: NumberParameter, model: Model | undefined): number =>
  max ?? (name === 'top_k' ? MOST_WORDS : (model?.maxCompletionTokens ?? model?.contextLength ?? MOST_TOKENS));

const asNumber = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** A slider with a number box, or the box alone where the range is too wide to slide through. */
export function NumberControl({ parameter, value, model, help, line, onChange }: ControlProps<NumberParameter>) {
  const { label, min, step } = parameter;
  const set = asNumber(value);
  const ghost = asNumber(ghostOf(parameter, model));
  const max = ceilingOf(parameter, model);
  if (parameter.fieldOnly) {
    return (
      <NumberField
        {...{ label, help, min, max, step, onChange }}
        value={set}
        note={line}
        placeholder={words.unset(ghost)}
        aside={set === undefined ? null : <ResetButton label={label} onReset={() => onChange(undefined)} />}
      />
    );
  }
  return (
    <RangeField
      {...{ label, help, min, max, step, onChange }}
      value={set}
      defaultValue={ghost}
      scale={parameter.max === null ? 'log' : 'linear'}
      note={line}
      unsetText={words.unset}
    />
  );
}
