// What the pages of the benchmarks are answered with: everything that Markdown is used for, over and over.

const TEXT = `## What an answer costs

The price of a token is **small**, but a long answer has many of them, and a _playground_ shows all that it cost. A word
of code such as \`usage.cost\` stands in the line, and a [link](https://example.com/prices) too.

1. Count the tokens of the prompt, with the system prompt and everything that was said before.
2. Count those of the answer, of which reasoning is a part:
   - they cost more than the prompt,
   - and nobody knows how many will come.
3. Multiply by the price of the provider that served it.

| Model | Prompt, $ per million | Answer, $ per million | Context |
|---|---:|---:|---|
| swift | 0.15 | 0.60 | 128,000 |
| large | 3.00 | 15.00 | 200,000 |
| coder | 0.90 | 2.70 | 64,000 |

### In code

\`\`\`ts
export function costOf(tokens: number, perMillion: number): number {
  if (tokens < 0) throw new RangeError('A count is not negative.');
  const price = perMillion / 1_000_000;
  return tokens * price; // exact amounts are counted in whole units
}
\`\`\`

> What was billed is the last word; an estimate is only an estimate.

`;

/** What makes the upstream answer in Markdown, and end with the word below. */
export const ASKED = 'Say it in Markdown.';

/** The last token of an answer; it stands in no other place. */
export const END = 'Finis.';

/** A word, a mark or a line break with what stands before it: about four characters each. */
export const TOKENS = TEXT.match(/\n+|[ ]*(?:\w{1,8}|[^\w\s])/g) ?? [];

/** A whole answer of about so many tokens, as one text. */
export const answerOf = (tokens: number): string => TEXT.repeat(Math.max(1, Math.round(tokens / TOKENS.length)));
