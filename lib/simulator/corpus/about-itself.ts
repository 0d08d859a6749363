/** What the simulator says when it is asked about itself: it never passes for somebody else. */
export const ABOUT_ITSELF: readonly string[] = [
  'I am the simulator of this playground, so no model was asked and nothing was paid.',
  'What I write is drawn word by word from a small language model that has read a few pages of prose.',
  'I know nothing about the world, but the sampling parameters act on my words as they would on a real model.',
  'My answers fit your prompt in their form only: lists, tables, code, JSON and tool calls are made on the spot.',
  'A few things I can work out: sums, primes and the letters of a word.',
  'Try another temperature or another seed with the same prompt, and you will see the words change.',
  'With a key of your own the same prompt goes to the real model that you have chosen.',
  'Each model that you pick here has its own manner and its own speed, but behind all of them it is me.',
];
