'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { COST_TIERS, type RouterOptions } from '@/lib/core/router-options';
import { words } from './words';

const w = words.router;
const TIERS = [{ value: '', label: w.any }, ...COST_TIERS.map((tier) => ({ value: tier, label: tier }))];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a router may choose from: patterns of models, and how dear they may be. */
export function RouterFields({
  options,
  onChange,
}: {
  options: RouterOptions;
  onChange: (options: RouterOptions) => void;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="text-sm font-medium">{w.title}</legend>
      <Patterns label={w.allowed} value={options.allowed} onChange={(allowed) => onChange({ ...options, allowed })} />
      <Patterns
        label={w.excluded}
        value={options.excluded}
        onChange={(excluded) => onChange({ ...options, excluded })}
      />
      <SelectField
        label={w.tier}
        value={options.costTier ?? ''}
        options={TIERS}
        onChange={(tier) => onChange({ ...options, costTier: tier || null })}
      />
      <p className="text-xs text-muted">{w.note}</p>
    </fieldset>
  );
}

function Patterns({ label, value, onChange }: { label: string; value: string[]; onChange: (value: string[]) => void }) {
  // Blank lines and blanks are part of typing, not of the value.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && linesOf(typed).join('\n') === value.join('\n') ? typed : value.join('\n');
  return (
    <Field label={label} help={w.patterns}>
      {(props) => (
        <TextArea
          {...props}
          maxRows={6}
          className="font-mono text-xs"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(linesOf(event.target.value));
          }}
        />
      )}
    </Field>
  );
}
