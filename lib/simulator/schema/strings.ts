import type { JsonObject } from '@/lib/core/json';
import { letters, type Random } from '@/lib/simulator/random';
import { choice, exact, type Segment } from '@/lib/simulator/sampler/segment';
import { type Hints, valuesFor } from './hints';
import { textFor } from './pattern';

const FORMATS: Readonly<Record<string, (random: Random) => string>> = {
  'date-time': (random) => `2026-0${random.between(1, 9)}-1${random.between(0, 9)}T0${random.between(0, 9)}:30:00Z`,
  date: (random) => `2026-0${random.between(1, 9)}-1${random.between(0, 9)}`,
  time: (random) => `0${random.between(0, 9)}:30:00Z`,
  duration: () => 'PT30M',
  email: (random) => `${letters(random, 6).toLowerCase()}@example.com`,
  hostname: () => 'example.com',
  ipv4: (random) => `192.0.2.${random.between(1, 254)}`,
  ipv6: () => '2001:db8::1',
  uri: (random) => `https://example.com/${letters(random, 6).toLowerCase()}`,
  url: () => 'https://example.com/page',
  uuid: (random) => {
    const hex = (count: number): string =>
      Array.from({ length: count }, () => random.between(0, 15).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  },
};

const quoted = (text: string): Segment => exact(JSON.stringify(text));

/** A text of a given length, made of words as far as they go. Lengths count characters, as JSON Schema does. */
function sized(hints: Hints, low: number, high: number): string {
  let text = hints.subject;
  while ([...text].length < low) text += ` and ${hints.subject}`;
  return [...text].slice(0, high).join('').trimEnd().padEnd(low, '.');
}

/** A string that its schema allows. Free text is left to the sampler, what is bound is written as it must be. */
export function stringFor(schema: JsonObject, field: string, hints: Hints, random: Random): Segment[] {
  if (typeof schema.pattern === 'string') {
    const text = textFor(schema.pattern, random);
    if (text !== null) return [quoted(text)];
  }
  const format = typeof schema.format === 'string' ? FORMATS[schema.format] : undefined;
  if (format) return [quoted(format(random))];
  const low = typeof schema.minLength === 'number' ? schema.minLength : 0;
  const high = typeof schema.maxLength === 'number' ? schema.maxLength : Infinity;
  const fits = (text: string): boolean => [...text].length >= low && [...text].length <= high;
  const values = valuesFor(field, hints)?.filter(fits) ?? [];
  if (values.length > 0) return [choice(values.map((value) => JSON.stringify(value)))];
  if (low > 0 || high < 200) return [quoted(sized(hints, low, Math.min(high, Math.max(low, 60))))];
  const topic =
    /description|summary|explanation|reason|text|content|body|comment|note|answer|message|steps?|points?/i.test(field)
      ? 'general'
      : 'fragments';
  return [exact('"'), { kind: 'prose', topic, sentences: 1, json: true }, exact('"')];
}
