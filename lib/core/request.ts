import { isJsonObject, type JsonObject } from './json';
import { type Message, type Sent, textOf } from './message';
import type { ModelIndex } from './model';
import { type Note, notesFor } from './notes';
import type { Sampling } from './parameters';
import { fill } from './variables';
import type { Pane, Workspace } from './workspace';

export interface BuiltRequest {
  /** The exact OpenRouter body: previewed, exported and sent as this one value. */
  body: JsonObject;
  notes: Note[];
  /** Keys of the body that the extra JSON replaces, parameters left out: their notes tell. */
  replaced: string[];
}

/** The most that the API takes beside the first model (§7.3). */
export const MAX_FALLBACKS = 3;

/** The sampling in force in a pane: its own, or the workspace's. */
export const samplingOf = (workspace: Pick<Workspace, 'sampling'>, pane: Pick<Pane, 'sampling'>): Sampling =>
  pane.sampling ?? workspace.sampling;

/** A message as the API takes it. An answer that failed before any text is no part of what is sent. */
function toWire(message: Message): JsonObject | null {
  const content = textOf(message);
  return message.role === 'assistant' && content === '' ? null : { role: message.role, content };
}

/** Puts a value under a key, or inside an object under a path of two. */
function put(body: JsonObject, key: string, value: JsonObject[string]): void {
  const [top = key, inner] = key.split('.');
  if (inner === undefined) body[top] = value;
  else body[top] = { ...(isJsonObject(body[top]) ? body[top] : {}), [inner]: value };
}

/**
 * The only place where settings become a request; the system prompt is filled here, what was said stays as it is.
 * @param path the messages up to and including the one to answer
 */
export function buildRequest(
  workspace: Workspace,
  pane: Pane,
  path: readonly Message[],
  models: ModelIndex,
): BuiltRequest {
  const sampling = samplingOf(workspace, pane);
  const system = pane.system ?? workspace.system;
  const notes = notesFor(sampling, pane, models, workspace.forced);
  const body: JsonObject = { model: pane.modelId };
  const fallbacks = pane.fallbacks.slice(0, MAX_FALLBACKS);
  if (fallbacks.length > 0) body['models'] = fallbacks;
  body['messages'] = [
    ...(system.trim() === '' ? [] : [{ role: 'system', content: fill(system, workspace.variables) }]),
    ...path.map(toWire).filter((message) => message !== null),
  ];
  body['stream'] = true;
  for (const { name, key, sent } of notes) {
    const value = sampling[name];
    if (sent && value !== undefined) put(body, key, value);
  }
  if (Object.keys(pane.routing).length > 0) body['provider'] = pane.routing;
  const replaced = Object.keys(pane.extra).filter((key) => Object.hasOwn(body, key));
  return { body: { ...body, ...pane.extra }, notes, replaced };
}

/** The models that a body asks for, in the order in which they are tried, whatever put them there (§7.3). */
export function askedModels({ model, models }: JsonObject): string[] {
  const list = [model, ...(Array.isArray(models) ? models : [])];
  return [...new Set(list.filter((id): id is string => typeof id === 'string' && id !== ''))];
}

/** What an answer to a request was asked with. */
export function sentOf({ body, replaced }: Pick<BuiltRequest, 'body' | 'replaced'>): Sent {
  const { messages, ...settings } = body;
  if (replaced.includes('messages')) return { settings: body, system: '' };
  const [first] = Array.isArray(messages) ? messages : [];
  const system = isJsonObject(first) && first['role'] === 'system' ? first['content'] : '';
  return { settings, system: typeof system === 'string' ? system : '' };
}
