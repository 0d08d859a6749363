import type { ModelRow } from '@/lib/simulator/catalogue/model-row';
import { createRandom, hash } from '@/lib/simulator/random';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { lastUserText, systemText } from '@/lib/simulator/request/prompt';
import { topicOf } from '@/lib/simulator/sampler/topics';
import type { Brief } from './essay';
import { mannerOf } from './manner';
import { subjectOf } from './subject';

const SENTENCE = /\bone (?:sentence|word|line)\b|\bin a (?:single )?(?:sentence|word)\b/i;
const SHORT = /\b(brief(?:ly)?|short(?:ly)?|concise(?:ly)?|terse|in a few words|tl;?dr)\b/i;
const LONG = /\b(long|detailed|in depth|thorough(?:ly)?|comprehensive|essay|\d{3,} words)\b/i;

/** What the answer should be about and how long: from the prompt, the system prompt and `verbosity`. */
export function briefOf(request: ChatRequest, row: ModelRow): Brief {
  const prompt = lastUserText(request);
  const all = `${prompt}\n${systemText(request)}`;
  const { verbosity } = request.body;
  const asked = SENTENCE.test(all) ? 0 : SHORT.test(all) ? 1 : LONG.test(prompt) ? 3 : 2;
  const length =
    verbosity === 'low'
      ? Math.min(asked, 1)
      : /^(high|xhigh|max)$/.test(String(verbosity))
        ? Math.max(asked, 3)
        : asked;
  return {
    topic: topicOf(prompt),
    subject: subjectOf(prompt),
    manner: mannerOf(row),
    length: length as Brief['length'],
    form: createRandom(hash(`${row.id}\n${prompt}`)),
  };
}
