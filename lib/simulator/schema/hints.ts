import { subjectOf } from '@/lib/simulator/replies/subject';

/** What a prompt offers for the fields of an answer. */
export interface Hints {
  subject: string;
  /** Names, places and quoted texts of the prompt, in order. */
  entities: string[];
  numbers: number[];
}

const STARTERS =
  /^(?:I|What|How|Who|Why|When|Where|Which|Is|Are|The|A|An|Please|Give|Tell|Show|Find|Get|Use|Call|Write|Weather|Can|Could|Name|List|Extract|Return|Translate|Explain|Compare|JSON|CSV|XML)$/;

export function hintsOf(prompt: string): Hints {
  const quoted = [...prompt.matchAll(/["“']([^"”']{2,60})["”']/g)].map(([, text]) => text ?? '');
  const names = [...prompt.matchAll(/\p{Lu}[\p{L}\d]+(?:[ -]\p{Lu}[\p{L}\d]+)*/gu)]
    .map(([name]) => name.replace(/^(?:\S+) (?=\p{Lu})/u, (first) => (STARTERS.test(first.trim()) ? '' : first)))
    .filter((name) => !STARTERS.test(name));
  return {
    subject: subjectOf(prompt),
    entities: [...new Set([...quoted, ...names])],
    numbers: [...prompt.matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text)),
  };
}

const BY_NAME: readonly [RegExp, readonly string[]][] = [
  [
    /(first|given).?name|^name$|full.?name|author|person|assignee/i,
    ['Ada Berg', 'Mika Tan', 'Lea Novak', 'Omar Haddad'],
  ],
  [/last.?name|surname/i, ['Berg', 'Tan', 'Novak', 'Haddad']],
  [/city|location|place|town|destination|address/i, ['Oslo', 'Lisbon', 'Osaka', 'Nairobi']],
  [/country/i, ['Norway', 'Portugal', 'Japan', 'Kenya']],
  [/zone/i, ['Europe/Oslo', 'Europe/Lisbon', 'Asia/Tokyo']],
  [/currency/i, ['EUR', 'USD', 'JPY']],
  [/lang(uage)?|locale/i, ['en', 'de', 'pt']],
  [/e-?mail/i, ['ada@example.com', 'mika@example.com']],
  [/url|uri|link|website/i, ['https://example.com/a', 'https://example.com/b']],
  [/phone/i, ['+47 555 01 23', '+351 555 0199']],
  [/colou?r/i, ['blue', 'green', 'amber']],
  [/sentiment|mood/i, ['positive', 'neutral', 'negative']],
  [/priority|severity|level/i, ['low', 'medium', 'high']],
  [/status|state/i, ['open', 'in progress', 'done']],
  [/unit/i, ['celsius', 'fahrenheit']],
  [/category|type|kind|topic|tag/i, ['models', 'sampling', 'pricing', 'routing']],
  [/\bid$|_id$|Id$/i, ['item-1', 'item-2', 'item-3']],
];

const FROM_PROMPT =
  /name|city|location|place|town|destination|country|title|person|company|product|query|term|keyword|text|address|symbol|ticker/i;

/** Plausible values for a string field, what the prompt names first. */
export function valuesFor(field: string, hints: Hints): readonly string[] | null {
  if (/query|search|question|prompt|keyword|term/i.test(field)) return [hints.subject];
  if (FROM_PROMPT.test(field) && hints.entities.length > 0) return hints.entities.slice(0, 3);
  return BY_NAME.find(([sign]) => sign.test(field))?.[1] ?? null;
}
