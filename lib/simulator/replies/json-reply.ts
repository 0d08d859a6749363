import type { JsonObject } from '@/lib/core/json';
import { exact, type Segment } from '@/lib/simulator/sampler/segment';
import { hintsOf } from '@/lib/simulator/schema/hints';
import { instanceOf } from '@/lib/simulator/schema/instance';
import type { Brief } from './essay';

const NUMBERS = /^(?:age|year|count|quantity|amount|number|price|total|cost|score|rating|size)s?$/i;
/** `extract the name and age`, `with the keys name, age`, `fields: name, age`. */
const NAMED = [
  /\b(?:keys|fields|properties|attributes)\b:? +(?:named |called )?([\w, ]+)/i,
  /\b(?:extract|pull out|get|return|give me|list) +(?:me +)?(?:the +)?([\w, ]+?) +(?:as|in|into|to|from)\b/i,
];
const NO_FIELD = /^(?:json|data|object|array|valid|information|everything|all|it|this|that|a|an|me)$/i;
const MOST_FIELDS = 8;

/** The fields of an answer that a prompt names, in its order. */
function fieldsOf(prompt: string): string[] {
  for (const pattern of NAMED) {
    const listed = pattern.exec(prompt)?.[1] ?? '';
    const fields = listed
      .split(/,| and /i)
      .map((each) => each.trim().replace(/^(?:the|and|a|an) /i, ''))
      .filter((each) => each !== '' && each.split(' ').length <= 2 && !NO_FIELD.test(each));
    if (fields.length > 0) return fields.slice(0, MOST_FIELDS).map((each) => each.toLowerCase().replaceAll(' ', '_'));
  }
  return [];
}

/** What a JSON answer looks like when no schema says so: the fields of the prompt, or a summary of its subject. */
export function jsonReply(prompt: string, { subject, form }: Pick<Brief, 'subject' | 'form'>): Segment[] {
  const fields = fieldsOf(prompt);
  const usual: JsonObject = {
    subject: { const: subject },
    summary: { type: 'string' },
    points: { type: 'array', minItems: 2, maxItems: 3, items: { type: 'string' } },
    confidence: { type: 'number' },
  };
  const named = fields.map((field) => [field, { type: NUMBERS.test(field) ? 'integer' : 'string' }] as const);
  const properties: JsonObject = fields.length > 0 ? Object.fromEntries(named) : usual;
  return instanceOf({ type: 'object', properties, required: Object.keys(properties) }, hintsOf(prompt), form);
}

/** The same in a fence, for a prompt that asks for JSON in so many words. */
export const jsonBlock = (prompt: string, brief: Brief): Segment[] => [
  exact('```json\n'),
  ...jsonReply(prompt, brief),
  exact('\n```'),
];
