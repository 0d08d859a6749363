/** Short pieces without an end: cells of tables, items, titles and names. */
export const STRENGTHS: readonly string[] = [
  'a lower delay before the first token',
  'a lower price for the same answer',
  'a longer context window',
  'a shorter answer with fewer tokens',
  'a clear error instead of a silent failure',
  'easy to test and easy to explain',
  'easy to start with',
  'good for short questions',
  'good for long documents',
  'good for code and for data',
  'good enough for most requests',
  'fast and cheap',
  'careful with details',
  'stable under load',
  'the same result every time',
  'works with tools and images',
  'works without any setting',
];

export const LIMITS: readonly string[] = [
  'a higher price for long answers',
  'a longer wait for the first token',
  'hard to scale',
  'hard to measure',
  'less exact with numbers',
  'a different result every time',
  'depends on the provider',
  'depends on the size of the prompt',
  'needs a longer prompt',
  'needs a second look',
  'needs more memory and more time',
  'only with a daily limit',
  'not much known about it yet',
];

export const FRAGMENTS: readonly string[] = [...STRENGTHS, ...LIMITS];

/** Bold words in front of an item; they fit whatever follows. */
export const LEADS: readonly string[] = [
  'Worth knowing',
  'Keep in mind',
  'In practice',
  'Rule of thumb',
  'Good to know',
  'In short',
  'Note',
  'Remember',
  'Also',
  'One more thing',
];

export const TITLES: readonly string[] = [
  'What to know',
  'The main points',
  'In practice',
  'In more detail',
  'Worth knowing',
  'What to watch for',
  'Things to keep in mind',
  'How to go on',
];
