import { isMap, parseDocument } from 'yaml';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { readJsonObject } from '@/lib/core/json-field';
import { cleanDescription, cleanName, type PresetLabel } from '@/lib/core/library';
import { PARAMETERS } from '@/lib/core/parameters';
import type { Preset } from '@/lib/core/preset';
import { notUnderstood, readPreset } from './preset';
import { camelOf, RESPONSE_FORMAT } from './prompt-yml';

/** A preset out of a `.prompt.yml`, with a sentence for each thing that is not in it; or why there is none. */
export type ReadPromptYml = { label: PresetLabel; preset: Preset; remarks: string[] } | { problem: string };

/** Characters; a prompt in a repository has a few thousand, and what is made to be slow takes some seconds with these. */
const MAX_CHARACTERS = 128 * 1024;
/** Times that a part may stand for another: with few, a small text can grow to gigabytes. */
const MAX_ALIASES = 100;

const FIELDS = new Set([
  'name',
  'description',
  'model',
  'modelParameters',
  'messages',
  'responseFormat',
  'jsonSchema',
  'testData',
  'evaluators',
]);

const NAMES = new Map<string, string>([
  ...PARAMETERS.flatMap(({ name }): [string, string][] => [
    [name, name],
    [camelOf(name), name],
  ]),
  ['maxCompletionTokens', 'max_tokens'],
  ['max_completion_tokens', 'max_tokens'],
]);

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The text as JSON, or one sentence. Nothing in it is run: tags that no JSON has are refused. */
function parse(text: string): { value: JsonObject } | { problem: string } {
  if (text.length > MAX_CHARACTERS) return { problem: 'The file is longer than 128 KB.' };
  try {
    // Looking for keys that stand twice takes the square of their number, and drawing each error the text again.
    const options = {
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    } as const;
    const document = parseDocument(text, options);
    const [error] = [...document.errors, ...document.warnings];
    if (error?.message.includes('call stack')) return { problem: 'It is nested too deeply.' };
    if (error) {
      const why = error.message.slice(0, 160);
      return { problem: `It is no YAML that can be read: line ${lineOf(text, error.pos[0])}, ${why}.` };
    }
    const names = isMap(document.contents) ? document.contents.items.map(({ key }) => String(key)) : [];
    const twice = [...FIELDS].find((field) => names.filter((name) => name === field).length > 1);
    if (twice !== undefined) return { problem: `“${twice}” stands in it more than once.` };
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (!isJsonObject(value)) return { problem: 'It holds no prompt: it is no list of fields.' };
    // The rules for JSON hold here too: depth, numbers, and the names that no key may have.
    return readJsonObject(JSON.stringify(value), 4 * MAX_CHARACTERS);
  } catch {
    return { problem: 'It is nested too deeply, or its aliases stand for too much.' };
  }
}

interface Said {
  system: string;
  prompt: string;
}

/** A preset has a system prompt and one message; what else was said is told. */
function readMessages(messages: Json | undefined, remarks: string[]): Said | { problem: string } {
  if (messages !== undefined && !Array.isArray(messages)) return { problem: '“messages” is no list.' };
  const said = (messages ?? []).map((message) => {
    const { role, content } = isJsonObject(message) ? message : {};
    return { role, content };
  });
  const odd = said.findIndex(
    ({ role, content }) => typeof content !== 'string' || !['system', 'user', 'assistant'].includes(String(role)),
  );
  if (odd >= 0)
    return { problem: `Message ${odd + 1} has no role of system, user or assistant, or its content is no text.` };
  const system = said.filter(({ role }) => role === 'system').map(({ content }) => String(content));
  const turns = said.filter(({ role }) => role !== 'system');
  const last = turns.at(-1)?.role === 'user' ? turns.pop() : undefined;
  if (turns.length > 0)
    remarks.push(
      `Not taken over: ${turns.length} message${turns.length > 1 ? 's' : ''} before the last. A preset holds no conversation.`,
    );
  return { system: system.join('\n\n'), prompt: String(last?.content ?? '') };
}

function readParameters(values: Json | undefined, remarks: string[], unknown: Set<string>): JsonObject {
  if (values === undefined || values === null) return {};
  if (!isJsonObject(values)) {
    remarks.push('“modelParameters” was left out: it is no list of fields.');
    return {};
  }
  const read: [string, Json][] = [];
  for (const [name, value] of Object.entries(values)) {
    const known = NAMES.get(name);
    if (known === undefined) unknown.add(name);
    else read.push([known, value]);
  }
  return Object.fromEntries(read);
}

function readFormat({ responseFormat, jsonSchema }: JsonObject, remarks: string[]): JsonObject {
  if (responseFormat === undefined) {
    if (jsonSchema !== undefined) remarks.push('“jsonSchema” was left out: there is no “responseFormat”.');
    return {};
  }
  if (jsonSchema === undefined) return { [RESPONSE_FORMAT]: { type: responseFormat } };
  const schema = typeof jsonSchema === 'string' ? readJsonObject(jsonSchema) : { value: jsonSchema };
  if ('problem' in schema) {
    remarks.push(`“jsonSchema” was left out. ${schema.problem}`);
    return {};
  }
  return { [RESPONSE_FORMAT]: { type: responseFormat, json_schema: schema.value } };
}

const lengthOf = (value: Json | undefined): number =>
  Array.isArray(value) ? value.length : value === undefined ? 0 : 1;

/** Reads the text of a `.prompt.yml`. Throws for nothing; nothing is run. */
export function readPromptYml(text: string): ReadPromptYml {
  const parsed = parse(text);
  if ('problem' in parsed) return parsed;
  const { value } = parsed;
  if (!('messages' in value) && !('model' in value) && !('modelParameters' in value))
    return { problem: 'The file holds no prompt: it has neither messages nor a model.' };
  const remarks: string[] = [];
  const unknown = new Set(Object.keys(value).filter((key) => !FIELDS.has(key)));
  for (const [key, what] of [
    ['testData', 'test data'],
    ['evaluators', 'evaluators'],
  ] as const) {
    const entries = lengthOf(value[key]);
    if (entries > 0) remarks.push(`Not taken over: ${entries} entr${entries > 1 ? 'ies' : 'y'} of ${what}.`);
  }
  const said = readMessages(value['messages'], remarks);
  if ('problem' in said) return said;
  const { model } = value;
  const read = readPreset({
    ...said,
    parameters: { ...readParameters(value['modelParameters'], remarks, unknown), ...readFormat(value, remarks) },
    ...(model !== undefined && model !== null && { panes: [{ model }] }),
  });
  if ('problem' in read) return read;
  const label = {
    name: cleanName(typeof value['name'] === 'string' ? value['name'] : ''),
    description: cleanDescription(typeof value['description'] === 'string' ? value['description'] : ''),
    tags: [],
  };
  return { label, preset: read.preset, remarks: [...remarks, ...read.remarks, ...notUnderstood(unknown)] };
}
