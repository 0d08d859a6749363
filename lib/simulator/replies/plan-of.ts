import { createRandom, hash } from '@/lib/simulator/random';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { lastUserText, systemText } from '@/lib/simulator/request/prompt';
import type { ModelRow } from '@/lib/simulator/catalogue/model-row';
import { exact, prose } from '@/lib/simulator/sampler/segment';
import { topicOf } from '@/lib/simulator/sampler/topics';
import { compose } from './compose';
import type { Brief } from './essay';
import { mannerOf } from './manner';
import type { Part, Plan } from './plan';
import type { ReasoningMode } from './reasoning-mode';
import { subjectOf } from './subject';

const SHORT =
  /\b(brief(?:ly)?|short(?:ly)?|concise(?:ly)?|in (?:one|a) sentence|one sentence|in a few words|one word|tl;?dr)\b/i;
const LONG = /\b(long|detailed|in depth|thorough(?:ly)?|comprehensive|essay|\d{3,} words)\b/i;

export function briefOf(request: ChatRequest, row: ModelRow): Brief {
  const prompt = lastUserText(request);
  const all = `${prompt}\n${systemText(request)}`;
  const { verbosity } = request.body;
  const asked = /one (?:sentence|word)/i.test(all) ? 0 : SHORT.test(all) ? 1 : LONG.test(prompt) ? 3 : 2;
  const length =
    verbosity === 'low' ? Math.min(asked, 1) : verbosity === 'high' || verbosity === 'max' ? Math.max(asked, 3) : asked;
  return {
    topic: topicOf(prompt),
    subject: subjectOf(prompt),
    manner: mannerOf(row),
    length: length as Brief['length'],
    form: createRandom(hash(`${row.id}\n${prompt}`)),
  };
}

/** What the model says to itself first. More is planned than is ever needed: the budget of tokens cuts it. */
export function reasoningPart(mode: ReasoningMode): Part {
  const { tokens, hidden, style } = mode;
  const sentences = Math.ceil(tokens / 12);
  const segments =
    style.details === 'summary'
      ? [prose('summaries', Math.min(4, Math.ceil(tokens / 130)), '\n\n'), exact('\n')]
      : [prose('thoughts', sentences)];
  return { kind: 'reasoning', segments, tokens, hidden, style };
}

/** The plan of an answer: what comes in which order. */
export function planOf(request: ChatRequest, row: ModelRow, reasoning: ReasoningMode | null): Plan {
  const parts: Part[] = reasoning ? [reasoningPart(reasoning)] : [];
  parts.push({ kind: 'text', segments: compose(lastUserText(request), briefOf(request, row)) });
  return { parts, finish: 'stop' };
}
