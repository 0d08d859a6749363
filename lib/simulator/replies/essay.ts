import { type Random } from '@/lib/simulator/random';
import { choice, exact, likely, prose, type Segment } from '@/lib/simulator/sampler/segment';
import type { Topic } from '@/lib/simulator/sampler/topics';
import type { Manner } from './manner';

export interface Brief {
  topic: Topic;
  subject: string;
  manner: Manner;
  /** 0 one sentence, 1 a paragraph, 2 the usual answer, 3 a long one. */
  length: 0 | 1 | 2 | 3;
  /** Fixed by prompt and model: it decides on the form, never on the words. */
  form: Random;
}

/** Whether the project has nothing of its own to say about a topic. */
const isUnknown = (topic: Topic): boolean => topic === 'general';

/** The first sentence in front of a list or a table. */
export const lead = (topic: Topic): Segment => prose(isUnknown(topic) ? 'unknowing' : topic);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Items of a list, each with a bold lead where the family likes that. */
export function bullets({ topic, manner, form }: Brief, count = form.between(3, 5)): Segment[] {
  const items: Segment[] = [];
  for (let i = 0; i < count; i += 1) {
    const mark = manner.bullets === '1.' ? `${i + 1}. ` : `${manner.bullets} `;
    items.push(exact(`${i === 0 ? '' : '\n'}${mark}`));
    if (manner.bold) items.push(exact('**'), prose('leads'), exact(':** '));
    items.push(prose(topic));
  }
  return items;
}

function section(brief: Brief, place: number): Segment[] {
  const { manner, topic, form } = brief;
  const parts: Segment[] = [exact('\n\n')];
  if (manner.headings) parts.push(exact(place === 0 ? '## ' : '### '), prose('titles'), exact('\n\n'));
  const kind = form.between(0, 3);
  if (kind === 0) parts.push(...bullets(brief));
  else if (kind === 1) parts.push(prose(topic, 1), exact('\n\n'), ...bullets(brief, 3));
  else if (kind === 2 && manner.quotes) parts.push(prose(topic, manner.sentences), exact('\n\n> '), prose(topic));
  else parts.push(prose(topic, manner.sentences));
  return parts;
}

/** The usual answer to a question: an opening, a paragraph, sections, a close. */
export function essay(brief: Brief): Segment[] {
  const { manner, topic, subject, length } = brief;
  if (length === 0) return [prose(topic)];
  if (length === 1) return [prose(topic, manner.sentences)];
  const opening: Segment[] = isUnknown(topic)
    ? [prose('unknowing'), exact('\n\n')]
    : manner.opens
      ? [prose('openers'), exact('\n\n')]
      : manner.bold && !/^your?\b/i.test(subject)
        ? [exact('**'), likely(capital(subject)), exact('**'), likely(':'), exact(' ')]
        : [];
  const sections = Array.from({ length: manner.sections + (length === 3 ? 2 : 0) }, (_, i) => section(brief, i)).flat();
  const closing: Segment[] = manner.closes ? [exact('\n\n'), prose('closers')] : [];
  return [...opening, prose(topic, manner.sentences), ...sections, ...closing];
}

export function table({ topic }: Brief, rows: readonly string[]): Segment[] {
  const lines = rows.flatMap((row) => [
    exact(`\n| **${capital(row)}** | `),
    prose('strengths'),
    exact(' | '),
    prose('limits'),
    exact(' |'),
  ]);
  return [
    lead(topic),
    exact('\n\n| Option | Strength | Limit |\n| :-- | :-- | :-- |'),
    ...lines,
    exact('\n\n'),
    prose(topic, 2),
  ];
}

export const verdict = (options: readonly string[], topic: Topic): Segment[] => [
  choice(options),
  exact('. '),
  prose(topic),
];
