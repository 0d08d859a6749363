import { readRequest } from '@/lib/core/import/read-request';
import type { Json, JsonObject } from '@/lib/core/json';
import { readJsonObject } from '@/lib/core/json-field';
import type { Parameter } from '@/lib/core/parameter';
import { parameterOf, PARAMETERS } from '@/lib/core/parameters';
import type { Preset } from '@/lib/core/preset';
import { notUnderstood, readPreset, type ReadPreset, writePreset } from './preset';

// Other fields of the API (§2.1): they go into the extra JSON, as those of a pasted request do.
const JSON_FIELDS = (
  'tools tool_choice plugins structured_outputs include_reasoning transforms trace debug cache_control ' +
  'prompt_cache_options prediction modalities image_config audio usage web_search_options x_search_filter ' +
  'max_tool_calls stop_server_tools_when stream stream_options'
).split(' ');
const TEXT_FIELDS = ['preset', 'prompt_cache_key', 'route'];
/** By themselves they make no link: other programs write `?debug=1` and `?route=…` too, and without a model they say nothing. */
const OTHERS = new Set([...JSON_FIELDS, ...TEXT_FIELDS]);

const NAMES = new Set<string>([
  'model',
  'models',
  'system',
  'prompt',
  'provider',
  'reasoning',
  'reasoning_effort',
  'max_completion_tokens',
  ...OTHERS,
  ...PARAMETERS.map(({ name }) => name),
]);

/** Whether a part of an address has a name in it that a hand-written link may have. */
export const isReadable = (fields: readonly (readonly [string, string])[]): boolean =>
  fields.some(([name]) => NAMES.has(name) && !OTHERS.has(name));

export const isKnown = (name: string): boolean => name === 'p' || NAMES.has(name);

const objectOf = (text: string): Json => {
  const object = readJsonObject(text);
  return 'problem' in object ? text : object.value;
};

function numberOf(text: string): Json {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : value;
}

/** What is no JSON is a text: `tool_choice` is either. */
function jsonOf(text: string): Json {
  const object = readJsonObject(`{"value":${text}}`);
  return 'value' in object && Object.keys(object.value).length === 1 ? (object.value['value'] ?? null) : text;
}

/** The text of a field as its kind has it; what does not fit stays a text, which the table then refuses. */
function valueOf(kind: Parameter['kind'] | 'json', texts: readonly string[]): Json {
  const [first = ''] = texts;
  switch (kind) {
    case 'number':
    case 'integer':
      return numberOf(first);
    case 'boolean':
      return first === 'true' ? true : first === 'false' ? false : first;
    case 'object':
      return objectOf(first);
    case 'list':
      return [...texts];
    case 'json':
      return jsonOf(first);
    case 'choice':
    case 'text':
      return first;
  }
}

function kindOf(name: string): Parameter['kind'] | 'json' {
  if (JSON_FIELDS.includes(name)) return 'json';
  if (name === 'provider' || name === 'reasoning') return 'object';
  return parameterOf(name === 'max_completion_tokens' ? 'max_tokens' : name)?.kind ?? 'text';
}

/** The fields as the body of a request, which has a reader already. */
function bodyOf(fields: ReadonlyMap<string, readonly string[]>): JsonObject {
  const body: JsonObject = {};
  const messages: Json[] = [];
  for (const [role, name] of [['system', 'system'] as const, ['user', 'prompt'] as const]) {
    const [content] = fields.get(name) ?? [];
    if (content !== undefined) messages.push({ role, content });
  }
  if (messages.length > 0) body['messages'] = messages;
  for (const [name, texts] of fields) {
    if (name === 'system' || name === 'prompt') continue;
    if (name === 'models')
      body[name] = texts
        .join(',')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
    else body[name] = valueOf(kindOf(name), texts);
  }
  return body;
}

/** Reads a link that somebody wrote by hand, with the API's own names: `model=…&temperature=0.2&prompt=…`. */
export function readReadable(all: readonly (readonly [string, string])[]): ReadPreset {
  const fields = new Map<string, string[]>();
  const remarks: string[] = [];
  const unknown = new Set<string>();
  for (const [name, text] of all) {
    if (!NAMES.has(name)) unknown.add(name);
    else if (!fields.has(name)) fields.set(name, [text]);
    else if (kindOf(name) === 'list' || name === 'models') fields.get(name)?.push(text);
    else remarks.push(`“${name}” stands in the link more than once; the first counts.`);
  }
  for (const name of JSON_FIELDS) {
    const texts = fields.get(name);
    if (name === 'tool_choice' || !texts || typeof jsonOf(texts[0] ?? '') !== 'string') continue;
    remarks.push(`“${name}” was left out: it is not JSON.`);
    fields.delete(name);
  }
  const read = readRequest(JSON.stringify(bodyOf(fields)));
  if ('problem' in read) return read;
  const { modelId, fallbacks, routing, sampling, extra, dialogue } = read.request;
  const preset: Preset = {
    variables: {},
    ...(fields.has('system') && { system: dialogue?.system ?? '' }),
    ...(fields.has('prompt') && { prompt: dialogue?.draft ?? '' }),
    ...(Object.keys(sampling).length > 0 && { sampling }),
    ...(modelId !== null && { panes: [{ modelId, fallbacks, routing, sampling: null, system: null, extra }] }),
  };
  if (modelId === null && Object.keys({ ...routing, ...extra }).length > 0) {
    remarks.push('Provider routing and what goes into the extra JSON need a “model”, and were left out.');
  }
  const checked = readPreset(writePreset(preset));
  return 'problem' in checked
    ? checked
    : {
        preset: checked.preset,
        remarks: [...new Set([...read.remarks, ...remarks, ...checked.remarks, ...notUnderstood(unknown)])],
      };
}
