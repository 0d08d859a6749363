import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { readJsonObject } from '@/lib/core/json-field';
import { PARAMETERS } from '@/lib/core/parameters';
import { MAX_FALLBACKS } from '@/lib/core/request';
import { readCurl } from './curl-command';
import type { ImportedRequest } from './imported-request';
import { readMessages } from './read-messages';
import { readSetting, type Settings } from './read-settings';

export type ReadRequest = { request: ImportedRequest; remarks: string[] } | { problem: string };

/** Quoting makes a body longer, at most about four times. */
export const MAX_CHARACTERS = 256 * 1024;

/** Keys as the services write them; never anything that a person would write. */
const KEY = /\bsk-(?:or-v1|proj|svcacct|ant-[a-z\d]+)-[\w-]{16,}|\bsk-[A-Za-z\d]{32,}/g;
const KEY_FIELD = /^(x[-_])?(api[-_]?key|authorization|access[-_]?token|bearer)$/i;
const KEY_LEFT_OUT = 'A key was left out: the playground never keeps keys from a paste.';

const KNOWN = new Set(['model', 'models', 'messages', 'prompt', ...PARAMETERS.map(({ name }) => name.split('.')[0])]);

/** Where a command would have gone, when that is not where the playground asks. Its path may hold a key. */
function addressRemarks(url: string | null): string[] {
  const address = url === null ? null : url.includes('://') ? url : `https://${url}`;
  if (address === null || !URL.canParse(address)) return [];
  const { hostname, pathname } = new URL(address);
  const remarks: string[] = [];
  if (!/(^|\.)openrouter\.ai$/.test(hostname)) {
    remarks.push(`The address on “${hostname.slice(0, 60)}” was left out: the playground asks its own service.`);
  }
  if (!/\/chat\/completions\/?$/.test(pathname)) {
    remarks.push('The address is not one of chat completions: fields may have meant something else there.');
  }
  return remarks;
}

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value.trim() !== '';

function readModels(body: JsonObject, remarks: string[]): Pick<ImportedRequest, 'modelId' | 'fallbacks'> {
  const { model, models } = body;
  if (model !== undefined && model !== null && !isText(model)) remarks.push('“model” was left out: it is no text.');
  if (models !== undefined && models !== null && !Array.isArray(models)) {
    remarks.push('“models” was left out: it is no list.');
  }
  const list = Array.isArray(models) ? models : [];
  const ids = list.filter(isText);
  if (ids.length < list.length) remarks.push('What is no text among “models” was left out.');
  // Without a model, the list begins with it (§7.3).
  const modelId = isText(model) ? model : (ids.shift() ?? null);
  if (ids.length > MAX_FALLBACKS) remarks.push(`Of the ${ids.length} fallbacks, the first ${MAX_FALLBACKS} are taken.`);
  return { modelId, fallbacks: ids.slice(0, MAX_FALLBACKS) };
}

function readDialogue({ messages, prompt }: JsonObject, remarks: string[]): ImportedRequest['dialogue'] {
  if (Array.isArray(messages)) return readMessages(messages, remarks);
  if (messages !== undefined) remarks.push('“messages” was left out: it is no list.');
  if (typeof prompt !== 'string') return null;
  remarks.push('“prompt” is taken as the message of a chat.');
  return { system: '', turns: [], draft: prompt };
}

/** A request's body in our nouns: what is known in its place, everything else in the extra JSON. */
function readBody(body: JsonObject, remarks: string[]): ReadRequest {
  if (!Object.keys(body).some((key) => KNOWN.has(key))) {
    return { problem: 'It has no model, no messages and no parameter: it is no chat request.' };
  }
  const settings: Settings = { sampling: {}, extra: {}, remarks };
  const models = readModels(body, remarks);
  const dialogue = readDialogue(body, remarks);
  let routing: JsonObject = {};
  for (const [key, value] of Object.entries(body)) {
    if (['model', 'models', 'messages'].includes(key) || (key === 'prompt' && dialogue)) continue;
    if (KEY_FIELD.test(key)) remarks.push(KEY_LEFT_OUT);
    else if (key === 'provider') {
      if (isJsonObject(value)) routing = value;
      else remarks.push('“provider” was left out: it must be a JSON object.');
    } else if (key === 'stream') {
      if (value !== true) remarks.push('“stream” was left out: the playground always streams.');
    } else readSetting(settings, key, value, body);
  }
  const unknown = Object.keys(settings.extra).map((key) => `“${key.slice(0, 40)}”`);
  if (unknown.length > 0)
    remarks.push(`No place of its own, so kept in the extra JSON and sent: ${unknown.join(', ')}.`);
  const { sampling, extra } = settings;
  return { request: { ...models, routing, sampling, extra, dialogue }, remarks: [...new Set(remarks)] };
}

/**
 * Reads a cURL command or the JSON body of a request. Pure: nothing is run, fetched or kept.
 * @returns the request with one sentence for each thing that was left out or put elsewhere, or one sentence for why
 * nothing can be read; no key is in either
 */
export function readRequest(pasted: string): ReadRequest {
  // A file may begin with a mark of its byte order, which JSON does not know.
  const text = pasted.replace(/^\uFEFF/, '');
  if (text.length > MAX_CHARACTERS) return { problem: `It is longer than ${MAX_CHARACTERS / 1024} KB.` };
  if (text.includes('\u0000')) return { problem: 'It is not text: it holds zero bytes.' };
  const isJson = /^\s*[[{]/.test(text);
  const command = isJson ? { body: text, url: null, remarks: [] } : readCurl(text);
  if ('problem' in command) return command;
  if (command.body === null) return { problem: 'The command sends no body: it has no -d or --data.' };
  const clean = command.body.replace(KEY, '(key left out)');
  const object = readJsonObject(clean, MAX_CHARACTERS);
  if ('problem' in object) return { problem: isJson ? object.problem : `Its body cannot be read. ${object.problem}` };
  const left = clean === command.body ? [] : [KEY_LEFT_OUT];
  return readBody(object.value, [...command.remarks, ...left, ...addressRemarks(command.url)]);
}
