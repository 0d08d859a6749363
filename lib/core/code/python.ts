import type { JsonObject } from '@/lib/core/json';
import { exportedBody, type ExportTarget, KEY_NAME } from './export-target';
import { literal, PYTHON, pythonText } from './literal';

/** Arguments that `create` has in every version of the package since 1.50; it refuses names that it does not know. */
const ARGUMENTS = new Set([
  'model',
  'messages',
  'stream',
  'temperature',
  'top_p',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'max_tokens',
  'max_completion_tokens',
  'seed',
  'stop',
  'n',
  'logprobs',
  'top_logprobs',
  'response_format',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'service_tier',
  'user',
  'metadata',
]);

const WHOLE = 'print(completion.choices[0].message.content)\n';

const STREAM = `for chunk in completion:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)
print()
`;

const argument = (name: string, value: JsonObject[string]): string =>
  `    ${name}=${literal(value, PYTHON, 4, name === 'messages' || name === 'extra_body')},\n`;

/** Python with the `openai` package; what it has no argument for travels in `extra_body`. */
export function python(body: JsonObject, target: ExportTarget): string {
  const entries = Object.entries(exportedBody(body, target));
  const known = entries.filter(([name]) => ARGUMENTS.has(name));
  const beyond = entries.filter(([name]) => !ARGUMENTS.has(name));
  const headers = Object.keys(target.headers ?? {}).length > 0;
  return `import os

from openai import OpenAI

client = OpenAI(
    base_url=${pythonText(target.baseUrl)},
    api_key=os.environ["${KEY_NAME}"],
${headers ? `    default_headers=${literal({ ...target.headers }, PYTHON, 4)},\n` : ''})

completion = client.chat.completions.create(
${known.map(([name, value]) => argument(name, value)).join('')}${
    beyond.length === 0
      ? ''
      : `    # What the package has no argument for: merged into the body as it is.\n${argument('extra_body', Object.fromEntries(beyond))}`
  })
${target.streaming ? STREAM : WHOLE}`;
}
