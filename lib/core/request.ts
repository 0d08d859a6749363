import type { JsonObject } from './json';
import { type Message, textOf } from './message';
import { findModel, type ModelIndex } from './model';
import { type Parameter, PARAMETERS, type ParameterName, type Sampling } from './parameters';
import type { Pane, Workspace } from './workspace';

/** What becomes of a parameter, and why: known before anything is sent. */
export interface Note {
  name: ParameterName;
  state: 'sent' | 'default' | 'dropped' | 'conflict';
  reason: string;
}

export interface BuiltRequest {
  /** The exact OpenRouter body: previewed, exported and sent as this one value. */
  body: JsonObject;
  notes: Note[];
}

const MAX_FALLBACKS = 3;

/** The sampling in force in a pane: the workspace's, with what the pane sets itself. */
export const samplingOf = (workspace: Pick<Workspace, 'sampling'>, pane: Pick<Pane, 'sampling'>): Sampling => ({
  ...workspace.sampling,
  ...pane.sampling,
});

/** How many of the pane's models take a parameter, of how many whose list is known. */
export function support(parameter: Parameter, pane: Pane, models: ModelIndex): { takers: number; known: number } {
  if (parameter.word === null) return { takers: 0, known: 0 };
  const lists = [pane.modelId, ...pane.fallbacks].map((id) => findModel(models, id)?.supportedParameters ?? null);
  const known = lists.filter((list) => list !== null && list.length > 0);
  const word = parameter.word;
  const open = lists.length - known.length;
  return { takers: open + known.filter((list) => list?.includes(word)).length, known: known.length };
}

function noteFor(
  parameter: Parameter & { name: ParameterName },
  value: number | undefined,
  pane: Pane,
  models: ModelIndex,
): Note {
  const { name, label, apiDefault } = parameter;
  if (value === undefined) {
    const ghost = apiDefault === null ? 'the model decides' : `the API takes ${apiDefault}`;
    return { name, state: 'default', reason: `Not set, so not sent: ${ghost}.` };
  }
  if (Object.hasOwn(pane.extra, name)) {
    return { name, state: 'conflict', reason: `The extra JSON sets ${name} too, and the extra JSON wins.` };
  }
  const { takers, known } = support(parameter, pane, models);
  const total = 1 + pane.fallbacks.length;
  if (known === 0 || takers === total) return { name, state: 'sent', reason: 'Sent as set.' };
  if (takers > 0) return { name, state: 'sent', reason: `Sent: ${takers} of ${total} models take it.` };
  const nobody = total === 1 ? 'This model does not take' : `None of the ${total} models takes`;
  return { name, state: 'dropped', reason: `${nobody} ${label}, so it is not sent.` };
}

/** A message as the API takes it. An answer that failed before any text is no part of what is sent. */
function toWire(message: Message): JsonObject | null {
  const content = textOf(message);
  return message.role === 'assistant' && content === '' ? null : { role: message.role, content };
}

/**
 * The only place where settings become a request.
 * @param path the messages up to and including the one to answer
 */
export function buildRequest(
  workspace: Workspace,
  pane: Pane,
  path: readonly Message[],
  models: ModelIndex,
): BuiltRequest {
  const sampling = samplingOf(workspace, pane);
  const notes = PARAMETERS.map((parameter) => noteFor(parameter, sampling[parameter.name], pane, models));
  const body: JsonObject = { model: pane.modelId };
  const fallbacks = pane.fallbacks.slice(0, MAX_FALLBACKS);
  if (fallbacks.length > 0) body['models'] = fallbacks;
  body['messages'] = [
    ...(workspace.system.trim() === '' ? [] : [{ role: 'system', content: workspace.system }]),
    ...path.map(toWire).filter((message) => message !== null),
  ];
  body['stream'] = true;
  for (const note of notes) {
    const value = sampling[note.name];
    if (note.state === 'sent' && value !== undefined) body[note.name] = value;
  }
  if (Object.keys(pane.routing).length > 0) body['provider'] = pane.routing;
  return { body: { ...body, ...pane.extra }, notes };
}
