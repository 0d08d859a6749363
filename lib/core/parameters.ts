/** Where a parameter stands in the panel. */
export type ParameterGroup = 'sampling' | 'length';

interface ParameterBase {
  /** The API's own name, which is also the key in a Sampling. */
  name: string;
  label: string;
  group: ParameterGroup;
  /** The word that `supported_parameters` must list; null where the vocabulary has none and it is always sent. */
  word: string | null;
  help: string;
}

/** Numbers: range and step are the API's (§2.1); `apiDefault` is what the service takes when the field is absent. */
export interface NumberParameter extends ParameterBase {
  kind: 'number' | 'integer';
  min: number;
  max: number | null;
  step: number;
  apiDefault: number | null;
}

export type Parameter = NumberParameter;

/** THE table: each parameter once. Panel, request, preset and simulator derive from it. */
export const PARAMETERS = [
  {
    name: 'temperature',
    label: 'Temperature',
    group: 'sampling',
    word: 'temperature',
    kind: 'number',
    min: 0,
    max: 2,
    step: 0.05,
    apiDefault: 1,
    help: 'How freely words are chosen, from 0 to 2. Low for facts and code, high for stories and ideas.',
  },
  {
    name: 'top_p',
    label: 'Top P',
    group: 'sampling',
    word: 'top_p',
    kind: 'number',
    min: 0,
    max: 1,
    step: 0.01,
    apiDefault: 1,
    help: 'Only the likeliest words that together reach this share are chosen from. Change this or the temperature, rarely both.',
  },
  {
    name: 'max_tokens',
    label: 'Max tokens',
    group: 'length',
    word: 'max_tokens',
    kind: 'integer',
    min: 1,
    max: null,
    step: 1,
    apiDefault: null,
    help: 'The answer ends after this many tokens, reasoning included. Unset, the model decides.',
  },
] as const satisfies readonly Parameter[];

export type ParameterName = (typeof PARAMETERS)[number]['name'];

/** Only what the visitor has set; an unset parameter is absent and never becomes a number. */
export type Sampling = Partial<Record<ParameterName, number>>;

/** A sampling with one parameter set, or unset by undefined. */
export function withParameter(sampling: Sampling, name: ParameterName, value: number | undefined): Sampling {
  const { [name]: _, ...others } = sampling;
  return value === undefined ? others : { ...others, [name]: value };
}
