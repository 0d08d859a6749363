import { isJsonObject, type Json } from './json';

/** Where a parameter stands in the panel. */
export type ParameterGroup = 'sampling' | 'penalties' | 'length' | 'reasoning' | 'output' | 'request';

interface ParameterBase {
  /** The API's own name, which is also the key in a Sampling; a dot leads into an object: `reasoning.effort`. */
  name: string;
  label: string;
  group: ParameterGroup;
  /**
   * The words of `supported_parameters` of which a model must list one (§8.4); none where the vocabulary has no word
   * for it, and then it is always sent.
   */
  words: readonly string[];
  /** What it does, its range, and when to change it. */
  help: string;
  /** What the service takes when it is not sent; absent where that is the model's own affair. */
  apiDefault?: Json;
}

export interface NumberParameter extends ParameterBase {
  kind: 'number' | 'integer';
  min: number;
  /** Null where the API sets no limit. */
  max: number | null;
  step: number;
  /** A field without a slider: the range is too wide to slide through. */
  fieldOnly?: boolean;
}

export interface SwitchParameter extends ParameterBase {
  kind: 'boolean';
}

export interface ChoiceParameter extends ParameterBase {
  kind: 'choice';
  options: readonly string[];
}

export interface TextParameter extends ParameterBase {
  kind: 'text';
  /** Characters. */
  maxLength: number;
}

/** A list of short texts. */
export interface ListParameter extends ParameterBase {
  kind: 'list';
  maxItems: number;
}

/** A JSON object with rules of its own. */
export interface ObjectParameter extends ParameterBase {
  kind: 'object';
  /** @returns a sentence for what breaks the rules, or null */
  complain: (value: { [key: string]: Json }) => string | null;
  /** An object that may be sent as it is, to start from. */
  example: string;
}

export type Parameter =
  | NumberParameter
  | SwitchParameter
  | ChoiceParameter
  | TextParameter
  | ListParameter
  | ObjectParameter;

function complainAboutNumber({ label, min, max, kind }: NumberParameter, value: Json): string | null {
  const range = max === null ? `at least ${min}` : `between ${min} and ${max}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${label} takes a number ${range}.`;
  if (kind === 'integer' && !Number.isSafeInteger(value)) return `${label} takes a whole number ${range}.`;
  return value < min || (max !== null && value > max) ? `${label} must be ${range}.` : null;
}

const LONGEST_STOP = 1000;

/**
 * Why a value may not stand in a Sampling.
 * @returns one sentence that names the range, or null for a good value
 */
export function complaint(parameter: Parameter, value: Json): string | null {
  const { label } = parameter;
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return complainAboutNumber(parameter, value);
    case 'boolean':
      return typeof value === 'boolean' ? null : `${label} is on or off.`;
    case 'choice':
      return typeof value === 'string' && parameter.options.includes(value)
        ? null
        : `${label} is one of ${parameter.options.join(', ')}.`;
    case 'text':
      if (typeof value !== 'string' || value === '') return `${label} takes a text.`;
      return value.length > parameter.maxLength ? `${label} takes at most ${parameter.maxLength} characters.` : null;
    case 'list': {
      if (!Array.isArray(value) || value.length === 0) return `${label} takes a list of texts.`;
      if (value.length > parameter.maxItems) return `${label} takes at most ${parameter.maxItems}.`;
      const bad = value.some((item) => typeof item !== 'string' || item === '' || item.length > LONGEST_STOP);
      return bad ? `Each of ${label} is a text of 1 to ${LONGEST_STOP} characters.` : null;
    }
    case 'object':
      return isJsonObject(value) ? parameter.complain(value) : `${label} takes a JSON object.`;
  }
}
