import type { Json } from '@/lib/core/json';
import { complaint, type Parameter } from '@/lib/core/parameter';
import { type ParameterName, PARAMETERS, type Sampling, withParameter } from '@/lib/core/parameters';
import { samplingOf } from '@/lib/core/request';
import type { Pane, Workspace } from '@/lib/core/workspace';

/** One request repeated, for each value of one parameter or as it is. */
export interface TrialPlan {
  /** Trials for each value. */
  each: number;
  /** What is changed from value to value; null repeats one request. */
  parameter: ParameterName | null;
  /** Its values in their order; not used without a parameter. */
  values: readonly Json[];
}

export const MOST_EACH = 20;
export const MOST_VALUES = 8;

/** Fewer are no trials: one answer has no spread. */
export const leastEach = (parameter: ParameterName | null): number => (parameter === null ? 2 : 1);

type GridParameter = Extract<Parameter, { kind: 'number' | 'integer' | 'choice' | 'boolean' }> & {
  name: ParameterName;
};

const isGridParameter = (parameter: (typeof PARAMETERS)[number]): parameter is GridParameter =>
  ['number', 'integer', 'choice', 'boolean'].includes(parameter.kind);

/** Parameters whose values can be written in a line. */
export const GRID_PARAMETERS: readonly GridParameter[] = PARAMETERS.filter(isGridParameter);

const WORDS: Record<string, boolean> = { on: true, true: true, off: false, false: false };

function valueOf(parameter: GridParameter, word: string): Json {
  if (parameter.kind === 'choice') return word;
  if (parameter.kind === 'boolean') return WORDS[word.toLowerCase()] ?? word;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : word;
}

/** What a value is called on the screen. */
export const valueText = (value: Json): string => {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Reads `0, 0.5, 1`: values of a parameter, parted by commas or spaces, or a sentence on why they are none. */
export function readValues(parameter: GridParameter, text: string): { values: Json[] } | { problem: string } {
  const words = text
    .slice(0, 500)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const values = words.map((word) => valueOf(parameter, word));
  const wrong = values.findIndex((value) => complaint(parameter, value) !== null);
  const value = values[wrong];
  if (value !== undefined) return { problem: `“${words[wrong]?.slice(0, 40)}”: ${complaint(parameter, value)}` };
  if (values.length < 2) return { problem: 'Give two values or more, parted by commas.' };
  if (new Set(values).size < values.length) return { problem: 'A value stands there twice.' };
  return values.length > MOST_VALUES ? { problem: `Give at most ${MOST_VALUES} values.` } : { values };
}

const round = (value: number): number => Number(value.toPrecision(3));

/** Values to begin with: through the range of a number, or all that a choice has. */
export function usualValues(parameter: GridParameter): string {
  if (parameter.kind === 'boolean') return 'off, on';
  if (parameter.kind === 'choice') return parameter.options.slice(0, MOST_VALUES).join(', ');
  const { min, max, name } = parameter;
  if (name === 'temperature') return '0, 0.5, 1, 1.5';
  if (name === 'seed') return '1, 2, 3';
  if (name === 'max_tokens') return '100, 400, 1600';
  if (max === null) return '1, 10, 100';
  const steps = [0, 1 / 3, 2 / 3, 1].map((share) => min + share * (max - min));
  const values = parameter.kind === 'integer' ? steps.map(Math.round) : steps.map(round);
  return [...new Set(values)].join(', ');
}

/** One request of a plan, as the pane that would send it. */
export interface TrialSetting {
  /** Undefined where nothing is varied. */
  value: Json | undefined;
  pane: Pane;
}

/** The pane for each value of a plan: itself with nothing but that one parameter changed. */
export function settingsOf(workspace: Pick<Workspace, 'sampling'>, pane: Pane, plan: TrialPlan): TrialSetting[] {
  const { parameter, values } = plan;
  if (parameter === null) return [{ value: undefined, pane }];
  const sampling: Sampling = samplingOf(workspace, pane);
  return values.map((value) => ({ value, pane: { ...pane, sampling: withParameter(sampling, parameter, value) } }));
}

export const trialCount = ({ each, parameter, values }: TrialPlan): number =>
  each * (parameter === null ? 1 : values.length);
