import { ABOUT_ITSELF } from '@/lib/simulator/corpus/about-itself';
import { FRAGMENTS, LEADS, LIMITS, STRENGTHS, TITLES } from '@/lib/simulator/corpus/fragments';
import { CLOSERS, GENERAL, GREETINGS, OPENERS, UNKNOWING } from '@/lib/simulator/corpus/general';
import { MODELS } from '@/lib/simulator/corpus/models';
import { OPENROUTER } from '@/lib/simulator/corpus/openrouter';
import { PRICING } from '@/lib/simulator/corpus/pricing';
import { REQUESTS } from '@/lib/simulator/corpus/requests';
import { REVIEW } from '@/lib/simulator/corpus/review';
import { ROUTING } from '@/lib/simulator/corpus/routing';
import { SAMPLING } from '@/lib/simulator/corpus/sampling';
import { SUMMARIES, THOUGHTS } from '@/lib/simulator/corpus/thoughts';
import {
  HAIKU_ENDS,
  HAIKU_MIDDLES,
  HAIKU_STARTS,
  JOKES,
  LAST_VERSES,
  TALE_ENDS,
  TALE_STARTS,
  TALES,
  VERSES,
} from '@/lib/simulator/corpus/verse';
import { type Language, learn } from './language';
import { nearest } from './nearest';
import { tokenId, tokenize } from './tokenize';

const SENTENCES = {
  openrouter: OPENROUTER,
  models: MODELS,
  sampling: SAMPLING,
  routing: ROUTING,
  pricing: PRICING,
  requests: REQUESTS,
  review: REVIEW,
  general: GENERAL,
  openers: OPENERS,
  unknowing: UNKNOWING,
  closers: CLOSERS,
  greetings: GREETINGS,
  fragments: FRAGMENTS,
  strengths: STRENGTHS,
  limits: LIMITS,
  leads: LEADS,
  titles: TITLES,
  thoughts: THOUGHTS,
  summaries: SUMMARIES,
  jokes: JOKES,
  haikuStarts: HAIKU_STARTS,
  haikuMiddles: HAIKU_MIDDLES,
  haikuEnds: HAIKU_ENDS,
  verses: VERSES,
  lastVerses: LAST_VERSES,
  taleStarts: TALE_STARTS,
  tales: TALES,
  taleEnds: TALE_ENDS,
  itself: ABOUT_ITSELF,
} as const;

export type Topic = keyof typeof SENTENCES;

/** Topics that know something of their own, so that a prompt can be near to some of it. */
const SUBJECTS: ReadonlySet<Topic> = new Set(['openrouter', 'models', 'sampling', 'routing', 'pricing', 'requests']);

const learned = new Map<Topic, Language>();

/** The language of a topic, learned from the project's own prose the first time it is asked for. */
export function languageOf(topic: Topic): Language {
  let language = learned.get(topic);
  if (!language) learned.set(topic, (language = learn(SENTENCES[topic])));
  return language;
}

/** How many sentences a first paragraph is drawn from, and what follows it. */
const TIERS = [3, 9] as const;
const FOCUSES_KEPT = 200;
const focused = new Map<string, readonly Language[]>();

/**
 * The languages of an answer, in the order in which they are used up: first the few sentences of the topic that have
 * most in common with the prompt, then some more, then the topic as a whole.
 */
export function languagesFor(topic: Topic, prompt: string): readonly Language[] {
  if (!SUBJECTS.has(topic)) return [languageOf(topic)];
  const key = `${topic}\n${prompt}`;
  let languages = focused.get(key);
  if (!languages) {
    if (focused.size >= FOCUSES_KEPT) focused.clear();
    const near = nearest(SENTENCES[topic], prompt);
    const tiers = TIERS.filter((_, i) => near.length > (TIERS[i - 1] ?? 0)).map((most) => learn(near.slice(0, most)));
    focused.set(key, (languages = [...tiers, languageOf(topic)]));
  }
  return languages;
}

const SIGNS: readonly [Topic, RegExp][] = [
  ['openrouter', /\b(open ?router|byok|own key|credits?)\b/i],
  [
    'sampling',
    /\b(temperature|top[ _-]?[pka]|min[ _-]?p|sampl\w*|seed|penalt\w*|logit\w*|logprob\w*|random\w*|determinis\w*)\b/i,
  ],
  [
    'routing',
    /\b(rout\w*|fallback\w*|provider\w*|retr(?:y|ies)|rate limit\w*|latenc\w*|uptime|outage|errors?|fail\w*|429|50[0-9])\b/i,
  ],
  ['pricing', /\b(pric\w*|cost\w*|token\w*|cheap\w*|bill\w*|budget\w*|cach\w*|expensive|money)\b/i],
  [
    'requests',
    /\b(stream\w*|tools?|functions?|json|schema\w*|structured|prompt\w*|reasoning|api|search|citation\w*|cut off|stop(?:ping)? (?:an?|the|my) \w+|cancel\w*|truncat\w*|my (?:answer|request))\b/i,
  ],
  [
    'models',
    /\b(models?|llms?|gpt\S*|claude|gemini|llama|qwen|transformers?|attention|weights|context|train\w*|neural|ai)\b/i,
  ],
];

/** What a prompt is about, as far as the project has something to say about it. */
export const topicOf = (prompt: string): Topic =>
  SIGNS.find(([, sign]) => sign.test(prompt.replaceAll('_', ' ')))?.[0] ?? 'general';

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
