import { clash } from './clash';
import type { Json } from './json';
import { findModel, type Model, type ModelIndex } from './model';
import type { Parameter } from './parameter';
import { PARAMETERS, type ParameterName, type Sampling } from './parameters';
import type { Pane } from './workspace';

/** What becomes of a parameter, and why: known before anything is sent. */
export interface Note {
  name: ParameterName;
  /** The key of the body it travels under; for an object the path. */
  key: string;
  state: 'sent' | 'default' | 'dropped' | 'conflict';
  /** Whether its value is in the body: a conflict is named, and may still be sent. */
  sent: boolean;
  reason: string;
}

/** How many of the pane's models take a parameter; a model without a list may take anything. */
export interface Support {
  takers: number;
  total: number;
  /** No model has a list, or the vocabulary has no word for the parameter. */
  unknown: boolean;
}

const rowsOf = (pane: Pane, models: ModelIndex): (Model | undefined)[] =>
  [pane.modelId, ...pane.fallbacks].map((id) => findModel(models, id));

/** An empty list says nothing: the routers have one, and pass on what they get. */
const listOf = (row: Model | undefined): string[] | null =>
  row?.supportedParameters && row.supportedParameters.length > 0 ? row.supportedParameters : null;

export function supportOf(parameter: Parameter, pane: Pane, models: ModelIndex): Support {
  const lists = rowsOf(pane, models).map(listOf);
  const total = lists.length;
  if (parameter.words.length === 0 || lists.every((list) => list === null))
    return { takers: total, total, unknown: true };
  const takers = lists.filter((list) => list === null || parameter.words.some((word) => list.includes(word))).length;
  return { takers, total, unknown: false };
}

/** `max_completion_tokens` where that is what the model lists (§2.1). */
export function keyOf(parameter: Parameter, pane: Pane, models: ModelIndex): string {
  if (parameter.name !== 'max_tokens') return parameter.name;
  const list = listOf(findModel(models, pane.modelId));
  return list && !list.includes('max_tokens') && list.includes('max_completion_tokens')
    ? 'max_completion_tokens'
    : 'max_tokens';
}

/** The value a parameter has when it is not sent: the model's suggestion, else what the API takes. */
export function ghostOf(parameter: Parameter, model: Model | undefined): Json | undefined {
  if (parameter.name === 'reasoning.effort' && model?.reasoning?.defaultEffort) return model.reasoning.defaultEffort;
  return model?.defaultParameters[parameter.name] ?? parameter.apiDefault;
}

const ghostText = (value: Json | undefined): string => {
  if (value === undefined) return 'the model decides';
  return `it is ${typeof value === 'string' ? value : JSON.stringify(value)}`;
};

function noteFor(
  parameter: Parameter & { name: ParameterName },
  sampling: Sampling,
  pane: Pane,
  models: ModelIndex,
  forced: readonly ParameterName[],
): Note {
  const { name, label } = parameter;
  const row = findModel(models, pane.modelId);
  const key = keyOf(parameter, pane, models);
  const note = (state: Note['state'], sent: boolean, reason: string): Note => ({ name, key, state, sent, reason });
  const value = sampling[name];
  if (value === undefined) return note('default', false, `Not sent: ${ghostText(ghostOf(parameter, row))}.`);
  const top = key.split('.')[0] ?? key;
  if (Object.hasOwn(pane.extra, top)) return note('conflict', false, `The extra JSON sets ${top} too, and it wins.`);
  const { takers, total, unknown } = supportOf(parameter, pane, models);
  if (!unknown && takers === 0 && !forced.includes(name)) {
    const nobody = total === 1 ? 'This model does not take' : `None of the ${total} models takes`;
    return note('dropped', false, `${nobody} ${label}: the value is kept, but not sent.`);
  }
  const problem = clash(name, key, sampling, pane.extra, row);
  if (problem) return note('conflict', true, problem);
  if (!unknown && takers === 0)
    return note('sent', true, 'Sent because you asked for it: the model will likely ignore it.');
  if (!unknown && takers < total) return note('sent', true, `Sent: ${takers} of ${total} models take this.`);
  return note(
    'sent',
    true,
    unknown && parameter.words.length > 0 ? 'Sent: nothing is known of what this model takes.' : 'Sent as set.',
  );
}

/** What becomes of every parameter of the table in a pane. */
export const notesFor = (
  sampling: Sampling,
  pane: Pane,
  models: ModelIndex,
  forced: readonly ParameterName[] = [],
): Note[] => PARAMETERS.map((parameter) => noteFor(parameter, sampling, pane, models, forced));
