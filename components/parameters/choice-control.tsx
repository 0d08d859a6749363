'use client';
import { SelectField, type SelectOption } from '@/components/ui/select-field';
import type { Json } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import { ghostOf } from '@/lib/core/notes';
import type { ChoiceParameter, SwitchParameter } from '@/lib/core/parameter';
import { ResetButton } from './reset-button';
import type { ControlProps, NamedParameter } from './row';
import { foldedWords as w } from './words-folded';

const UNSET = '';

const sayValue = (value: Json | undefined): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? w.on.toLowerCase() : w.off.toLowerCase();
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What the model says of an effort stands in the list itself, before it is chosen. */
function effortLabel(effort: string, model: Model | undefined): string {
  const reasoning = model?.reasoning;
  if (effort === 'none' && reasoning?.mandatory) return w.effortMandatory(effort);
  return reasoning?.supportedEfforts && !reasoning.supportedEfforts.includes(effort) ? w.effortUnknown(effort) : effort;
}

const optionsOf = (parameter: NamedParameter & (ChoiceParameter | SwitchParameter), model: Model | undefined) =>
  parameter.kind === 'boolean'
    ? [
        { value: 'true', label: w.on },
        { value: 'false', label: w.off },
      ]
    : parameter.options.map((option): SelectOption => ({
        value: option,
        label: parameter.name === 'reasoning.effort' ? effortLabel(option, model) : option,
      }));

/** One of a list, or on and off; not to send it is the first choice. */
export function ChoiceControl(props: ControlProps<NamedParameter & (ChoiceParameter | SwitchParameter)>) {
  const { parameter, value, model, help, line, onChange } = props;
  const choose = (chosen: string): void => {
    if (chosen === UNSET) onChange(undefined);
    else onChange(parameter.kind === 'boolean' ? chosen === 'true' : chosen);
  };
  return (
    <SelectField
      label={parameter.label}
      help={help}
      note={line}
      value={value === undefined ? UNSET : String(value)}
      options={[
        { value: UNSET, label: w.defaultChoice(sayValue(ghostOf(parameter, model))) },
        ...optionsOf(parameter, model),
      ]}
      onChange={choose}
      aside={value === undefined ? null : <ResetButton label={parameter.label} onReset={() => onChange(undefined)} />}
    />
  );
}
