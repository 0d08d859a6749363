import type { JsonObject } from '@/lib/core/json';
import { exportedBody, type ExportTarget, KEY_NAME } from './export-target';
import { JAVASCRIPT, javascriptText, literal } from './literal';

const WHOLE = `const { text } = await generateText({ model, prompt, maxRetries: 0 });
console.log(text);
`;

const STREAM = `const { textStream } = streamText({ model, prompt, maxRetries: 0 });
for await (const text of textStream) process.stdout.write(text);
`;

/**
 * TypeScript with the AI SDK. `@ai-sdk/openai` knows a closed list of OpenAI's options: it drops every other field,
 * renames and leaves out some by the model's name, so the body is put on the wire by the provider's own `fetch`.
 */
export function aiSdk(body: JsonObject, target: ExportTarget): string {
  const sent = exportedBody(body, target);
  const model = typeof sent['model'] === 'string' ? sent['model'] : '';
  const headers = Object.keys(target.headers ?? {}).length > 0;
  return `import { createOpenAI } from "@ai-sdk/openai";
import { ${target.streaming ? 'streamText' : 'generateText'} } from "ai";

// The whole request: change it here.
const body = ${literal(sent, JAVASCRIPT, 0, true)};

const openrouter = createOpenAI({
  baseURL: ${javascriptText(target.baseUrl)},
  apiKey: process.env.${KEY_NAME},
${headers ? `  headers: ${literal({ ...target.headers }, JAVASCRIPT, 2)},\n` : ''}  // The package drops fields that OpenAI does not have (models, provider, top_k…),
  // so \`body\` replaces what it would send.
  fetch: (url, init) => fetch(url, { ...init, body: JSON.stringify(body) }),
});
const model = openrouter.chat(${javascriptText(model)});

// The SDK asks for a prompt; what is sent is the messages of \`body\`.
const prompt = "see body";
${target.streaming ? STREAM : WHOLE}`;
}
