'use client';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { GRID_PARAMETERS, leastEach, MOST_EACH, readValues, type TrialPlan, usualValues } from '@/lib/core/trials/grid';
import { words as w } from './words';

/** What is written in the fields. */
export interface TrialDraft {
  each: number;
  /** Empty for none. */
  parameter: string;
  values: string;
}

export const FIRST_DRAFT: TrialDraft = { each: 5, parameter: '', values: '' };

const OPTIONS = [
  { value: '', label: w.nothing },
  ...GRID_PARAMETERS.map(({ name, label }) => ({ value: name, label })),
];

const parameterIn = (draft: TrialDraft) => GRID_PARAMETERS.find(({ name }) => name === draft.parameter);

/** The plan that the fields say, or what is wrong with the values. */
export function planOf(draft: TrialDraft): { plan: TrialPlan } | { problem: string } {
  const parameter = parameterIn(draft);
  const each = Math.max(draft.each, leastEach(parameter?.name ?? null));
  if (!parameter) return { plan: { each, parameter: null, values: [] } };
  const read = readValues(parameter, draft.values);
  return 'problem' in read ? read : { plan: { each, parameter: parameter.name, values: read.values } };
}

export type TrialSetupProps = {
  draft: TrialDraft;
  /** What is wrong with the values. */
  problem: string | undefined;
  onChange: (draft: TrialDraft) => void;
};

/** How often, and what is varied. */
export function TrialSetup({ draft, problem, onChange }: TrialSetupProps) {
  const parameter = parameterIn(draft);
  const vary = (name: string): void => {
    const next = GRID_PARAMETERS.find((one) => one.name === name);
    onChange({ ...draft, parameter: name, values: next ? usualValues(next) : '' });
  };
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
      <NumberField
        label={parameter ? w.eachOfValue : w.each}
        value={Math.max(draft.each, leastEach(parameter?.name ?? null))}
        min={leastEach(parameter?.name ?? null)}
        max={MOST_EACH}
        step={1}
        onChange={(each) => onChange({ ...draft, each: each ?? FIRST_DRAFT.each })}
      />
      <SelectField label={w.vary} value={draft.parameter} options={OPTIONS} onChange={vary} />
      {parameter ? (
        <TextField
          label={w.values}
          value={draft.values}
          error={problem}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          onChange={(values) => onChange({ ...draft, values })}
        />
      ) : null}
    </div>
  );
}
