import type { JsonObject } from '@/lib/core/json';
import { completionsUrl, exportedBody, type ExportTarget, KEY_NAME } from './export-target';
import { JAVASCRIPT, javascriptText, literal } from './literal';

const WHOLE = `const { choices } = await response.json();
console.log(choices[0].message.content);
`;

const STREAM = `const decoder = new TextDecoder();
let rest = "";
for await (const bytes of response.body) {
  const lines = (rest + decoder.decode(bytes, { stream: true })).split("\\n");
  rest = lines.pop();
  for (const line of lines) {
    // Lines that begin with a colon only keep the connection open.
    if (!line.startsWith("data: ") || line.startsWith("data: [DONE]")) continue;
    const { choices, error } = JSON.parse(line.slice(6));
    if (error) throw new Error(error.message);
    process.stdout.write(choices[0]?.delta?.content ?? "");
  }
}
`;

/** JavaScript for Node without any package. */
export function fetchCode(body: JsonObject, target: ExportTarget): string {
  const headers = Object.entries(target.headers ?? {})
    .map(([name, value]) => `    ${JAVASCRIPT.key(name)}: ${javascriptText(value)},\n`)
    .join('');
  return `const response = await fetch(${javascriptText(completionsUrl(target))}, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${KEY_NAME}}\`,
    "Content-Type": "application/json",
${headers}  },
  body: JSON.stringify(${literal(exportedBody(body, target), JAVASCRIPT, 2, true)}),
});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);

${target.streaming ? STREAM : WHOLE}`;
}
