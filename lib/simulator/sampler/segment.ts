import type { Topic } from './topics';

/** A piece of a reply's plan. The plan fixes the form; the words come from the sampler. */
export type Segment =
  /** Text that cannot be otherwise: JSON syntax, code, table marks. Drawn with probability 1. */
  | { kind: 'exact'; text: string }
  /** A template's own words: nearly certain, but a bias or a high temperature may put others in their place. */
  | { kind: 'likely'; text: string }
  /** Whole sentences of a topic, the words drawn one by one. `json` writes them as the inside of a JSON string. */
  | { kind: 'prose'; topic: Topic; sentences: number; between?: string; json?: boolean }
  /** One of several texts, drawn as one. */
  | { kind: 'choice'; options: readonly string[] };

export const exact = (text: string): Segment => ({ kind: 'exact', text });

export const likely = (text: string): Segment => ({ kind: 'likely', text });

export const prose = (topic: Topic, sentences = 1, between = ' '): Segment => ({
  kind: 'prose',
  topic,
  sentences,
  between,
});

export const choice = (options: readonly string[]): Segment => ({ kind: 'choice', options });
