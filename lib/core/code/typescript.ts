import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { exportedBody, type ExportTarget, KEY_NAME } from './export-target';
import { JAVASCRIPT, javascriptText, literal } from './literal';

const isNumber = (value: Json): boolean => typeof value === 'number';
const isSwitch = (value: Json): boolean => typeof value === 'boolean';
const isText = (value: Json): boolean => typeof value === 'string';
const holds = (value: Json, test: (item: Json) => boolean): boolean =>
  isJsonObject(value) && Object.values(value).every(test);

/** What the types of the package take, and when; everything else must pass them by. */
const TYPED: Readonly<Record<string, (value: Json) => boolean>> = {
  model: isText,
  stream: isSwitch,
  temperature: isNumber,
  top_p: isNumber,
  frequency_penalty: isNumber,
  presence_penalty: isNumber,
  max_tokens: isNumber,
  max_completion_tokens: isNumber,
  seed: isNumber,
  logprobs: isSwitch,
  top_logprobs: isNumber,
  parallel_tool_calls: isSwitch,
  user: isText,
  stop: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  logit_bias: (value) => holds(value, isNumber),
  metadata: (value) => holds(value, isText),
  messages: (value) => Array.isArray(value) && value.every(isPlainMessage),
};

const ROLES: ReadonlySet<Json> = new Set(['system', 'developer', 'user', 'assistant']);

function isPlainMessage(message: Json): boolean {
  if (!isJsonObject(message)) return false;
  const { role, content, ...others } = message;
  return ROLES.has(role ?? null) && typeof content === 'string' && Object.keys(others).length === 0;
}

const isTyped = ([name, value]: [string, Json]): boolean => Object.hasOwn(TYPED, name) && TYPED[name]?.(value) === true;

const WHOLE = 'console.log(completion.choices[0]?.message.content);\n';

const STREAM = `for await (const chunk of completion) {
  process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
}
`;

const beyondLines = (fields: [string, Json][]): string =>
  fields.length === 0
    ? ''
    : `
// What the types of the package do not know. As an \`object\` it passes them, and it is sent as it is.
const beyond: object = ${literal(Object.fromEntries(fields), JAVASCRIPT, 0, true)};
`;

/** TypeScript with the `openai` package: it passes the type check and sends fields that the types do not know. */
export function typescript(body: JsonObject, target: ExportTarget): string {
  const entries = Object.entries(exportedBody(body, target));
  const typed = entries.filter(isTyped);
  const beyond = entries.filter((entry) => !isTyped(entry));
  const asides = beyond.filter(([name]) => name !== 'messages');
  const messages = beyond.find(([name]) => name === 'messages');
  const lines = [
    ...typed.map(([name, value]) => `  ${name}: ${literal(value, JAVASCRIPT, 2, name === 'messages')},\n`),
    ...(messages ? ['  messages: messages as OpenAI.ChatCompletionMessageParam[],\n'] : []),
    ...(asides.length > 0 ? ['  ...beyond,\n'] : []),
  ];
  const headers = Object.keys(target.headers ?? {}).length > 0;
  return `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: ${javascriptText(target.baseUrl)},
  apiKey: process.env.${KEY_NAME},
${headers ? `  defaultHeaders: ${literal({ ...target.headers }, JAVASCRIPT, 2)},\n` : ''}});
${messages ? `\n// Messages that the types of the package do not know.\nconst messages: unknown = ${literal(messages[1], JAVASCRIPT, 0, true)};\n` : ''}${beyondLines(asides)}
const completion = await client.chat.completions.create({
${lines.join('')}});
${target.streaming ? STREAM : WHOLE}`;
}
