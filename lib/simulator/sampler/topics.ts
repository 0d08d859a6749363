import { ABOUT_ITSELF } from '@/lib/simulator/corpus/about-itself';
import { FRAGMENTS, TITLES } from '@/lib/simulator/corpus/fragments';
import { CLOSERS, GENERAL, GREETINGS, OPENERS } from '@/lib/simulator/corpus/general';
import { MODELS } from '@/lib/simulator/corpus/models';
import { PRICING } from '@/lib/simulator/corpus/pricing';
import { REQUESTS } from '@/lib/simulator/corpus/requests';
import { ROUTING } from '@/lib/simulator/corpus/routing';
import { SAMPLING } from '@/lib/simulator/corpus/sampling';
import { SUMMARIES, THOUGHTS } from '@/lib/simulator/corpus/thoughts';
import { LAST_VERSES, TALE_ENDS, TALE_STARTS, TALES, VERSES } from '@/lib/simulator/corpus/verse';
import { type Language, learn } from './language';
import { tokenId, tokenize } from './tokenize';

const SENTENCES = {
  models: [...MODELS, ...GENERAL],
  sampling: [...SAMPLING, ...GENERAL],
  routing: [...ROUTING, ...GENERAL],
  pricing: [...PRICING, ...GENERAL],
  requests: [...REQUESTS, ...GENERAL],
  general: GENERAL,
  openers: OPENERS,
  closers: CLOSERS,
  greetings: GREETINGS,
  fragments: FRAGMENTS,
  titles: TITLES,
  thoughts: THOUGHTS,
  summaries: SUMMARIES,
  verses: VERSES,
  lastVerses: LAST_VERSES,
  taleStarts: TALE_STARTS,
  tales: TALES,
  taleEnds: TALE_ENDS,
  itself: ABOUT_ITSELF,
} as const;

export type Topic = keyof typeof SENTENCES;

const learned = new Map<Topic, Language>();

/** The language of a topic, learned from the project's own prose the first time it is asked for. */
export function languageOf(topic: Topic): Language {
  let language = learned.get(topic);
  if (!language) learned.set(topic, (language = learn(SENTENCES[topic])));
  return language;
}

const SIGNS: readonly [Topic, RegExp][] = [
  [
    'sampling',
    /\b(temperature|top[ _-]?[pka]|min[ _-]?p|sampl\w*|seed|penalt\w*|logit\w*|logprob\w*|random\w*|determinis\w*)\b/i,
  ],
  ['routing', /\b(rout\w*|fallback\w*|provider\w*|retr(?:y|ies)|rate limit\w*|latenc\w*|uptime|outage)\b/i],
  ['pricing', /\b(pric\w*|cost\w*|token\w*|cheap\w*|bill\w*|budget\w*|cach\w*|expensive|money)\b/i],
  [
    'requests',
    /\b(stream\w*|tools?|functions?|json|schema\w*|prompt\w*|reasoning|api|search|citation\w*|cut off|truncat\w*|my (?:answer|request))\b/i,
  ],
  [
    'models',
    /\b(models?|llms?|gpt\S*|claude|gemini|llama|qwen|transformers?|attention|weights|context|train\w*|neural|ai)\b/i,
  ],
];

/** What a prompt is about, as far as the project has something to say about it. */
export const topicOf = (prompt: string): Topic => SIGNS.find(([, sign]) => sign.test(prompt))?.[0] ?? 'general';

let known: ReadonlyMap<number, string> | undefined;

/** The token of an id, for every token of the project's prose: a bias may call for one that is no candidate yet. */
export function tokenOf(id: number): string | undefined {
  known ??= new Map(
    Object.values(SENTENCES).flatMap((sentences) =>
      sentences.flatMap((sentence) => tokenize(` ${sentence}`).map((token) => [tokenId(token), token] as const)),
    ),
  );
  return known.get(id);
}
