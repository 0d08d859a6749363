import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { createContext, type SimulatorContext } from './context';
import { simulate } from './simulate';

/** A context whose time only passes when the simulator sleeps: nothing waits for a real clock. */
export function timelessContext(
  options: Partial<SimulatorContext> = {},
): SimulatorContext & { pass: (ms: number) => void } {
  let now = Date.UTC(2026, 7, 22, 9, 13, 0, 412);
  const pass = (ms: number): void => {
    now += ms;
  };
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    if (!signal?.aborted) pass(ms);
  };
  return { ...createContext({ seed: 7, pace: 0, now: () => now, sleep, ...options }), pass };
}

export interface Asked {
  response: Response;
  text: string;
  json: JsonObject;
}

const BASE = 'http://simulator.test/api/v1';

export function requestFor(
  path: string,
  body?: Json,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Request {
  const common = { Authorization: 'Bearer sk-or-v1-test', 'Content-Type': 'application/json', ...headers };
  const init: RequestInit =
    body === undefined ? { headers: common } : { method: 'POST', headers: common, body: JSON.stringify(body) };
  return new Request(`${BASE}${path}`, signal ? { ...init, signal } : init);
}

/** One call; the body is read to its end. */
export async function call(
  context: SimulatorContext,
  path: string,
  body?: Json,
  headers?: Record<string, string>,
): Promise<Asked> {
  const response = await simulate(requestFor(path, body, headers), context);
  const text = await response.text();
  let json: Json = null;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    // A stream, or a body that is broken on purpose.
  }
  return { response, text, json: isJsonObject(json) ? json : {} };
}

export const userSays = (content: Json): JsonObject[] => [{ role: 'user', content }];

/** A chat request that is not streamed. */
export const ask = (context: SimulatorContext, body: JsonObject, headers?: Record<string, string>): Promise<Asked> =>
  call(
    context,
    '/chat/completions',
    { model: 'openai/gpt-4o-mini', messages: userSays('Explain sampling'), ...body },
    headers,
  );

/** The parsed events of a streamed chat request, without comments and without `[DONE]`. */
export async function streamed(
  context: SimulatorContext,
  body: JsonObject,
  headers?: Record<string, string>,
): Promise<{ asked: Asked; events: JsonObject[] }> {
  const asked = await ask(context, { stream: true, ...body }, headers);
  const events = asked.text
    .split('\n\n')
    .filter((event) => event.startsWith('data: {'))
    .map((event) => JSON.parse(event.slice(6)) as JsonObject);
  return { asked, events };
}

/** Steps into a value by keys and indexes; undefined where there is nothing. */
export function dig(value: Json | undefined, ...path: (string | number)[]): Json | undefined {
  let found: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(found)) found = found[Number(step) < 0 ? found.length + Number(step) : Number(step)];
    else found = isJsonObject(found ?? null) ? (found as JsonObject)[step] : undefined;
  }
  return found;
}

export const contentOf = ({ json }: Asked): string => String(dig(json, 'choices', 0, 'message', 'content'));

export const deltaText = (events: JsonObject[]): string =>
  events.map((event) => dig(event, 'choices', 0, 'delta', 'content') ?? '').join('');

/**
 * The keys of a value in their order, at every depth: `id,choices[index,delta{content,role}]`. Items of a list that
 * differ are told apart by a bar.
 */
export function shape(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].join('|')}]`;
  if (!isJsonObject(value)) return '';
  return `{${Object.entries(value)
    .map(([key, item]) => key + shape(item))
    .join(',')}}`;
}
