import type { JsonObject } from './json';
import { isJsonObject } from './json';

const MAX_BIASES = 1024;

/** Token ids with -100 to 100 (§2.1). */
export function complainAboutLogitBias(value: JsonObject): string | null {
  const entries = Object.entries(value);
  if (entries.length > MAX_BIASES) return `Logit bias takes at most ${MAX_BIASES} tokens.`;
  for (const [token, bias] of entries) {
    if (!/^\d{1,9}$/.test(token)) return `“${token.slice(0, 20)}” is not a token id: token ids are whole numbers.`;
    if (typeof bias !== 'number' || bias < -100 || bias > 100)
      return `The bias of token ${token} must be between -100 and 100.`;
  }
  return null;
}

/** At most 16 pairs of texts: keys of 64, values of 512 characters (§2.1). */
export function complainAboutMetadata(value: JsonObject): string | null {
  const entries = Object.entries(value);
  if (entries.length > 16) return 'Metadata takes at most 16 pairs.';
  for (const [key, text] of entries) {
    if (key === '' || key.length > 64) return 'A key of Metadata has 1 to 64 characters.';
    if (typeof text !== 'string') return `The value of “${key.slice(0, 20)}” must be a text.`;
    if (text.length > 512) return `The value of “${key.slice(0, 20)}” has more than 512 characters.`;
  }
  return null;
}

const FORMATS = ['text', 'json_object', 'json_schema', 'grammar', 'python'];

/** The forms of §2.5. */
export function complainAboutResponseFormat(value: JsonObject): string | null {
  const { type, json_schema: schema } = value;
  if (typeof type !== 'string' || !FORMATS.includes(type))
    return `Response format needs a type: ${FORMATS.join(', ')}.`;
  if (type !== 'json_schema') return null;
  if (!isJsonObject(schema)) return 'The type json_schema needs an object “json_schema”.';
  if (typeof schema['name'] !== 'string' || !/^[\w-]{1,64}$/.test(schema['name'])) {
    return 'json_schema.name has 1 to 64 letters, digits, underscores or hyphens.';
  }
  return isJsonObject(schema['schema']) ? null : 'json_schema.schema must be a JSON Schema object.';
}
