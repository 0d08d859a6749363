import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerReader } from './answer';
import { eventDecoder } from './decoder';
import type { Piece } from './piece';

const readerOf = () =>
  createAnswerReader({ requestedModel: 'maker/model', generationId: null, startedAt: 0, now: () => 7 });

const whole = (chunks: object[]): string =>
  `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`;

/** What the decoder gives, which may know chunks again. */
const decoded = (chunks: object[]): Piece[] => eventDecoder(readerOf()).feed(whole(chunks));

/** What the reader gives for each chunk by itself. */
function parsed(chunks: object[]): Piece[] {
  const reader = readerOf();
  return [...chunks.flatMap((chunk) => reader.read(JSON.parse(JSON.stringify(chunk)))), ...reader.end('done')];
}

const words = fc.oneof(
  fc.constantFrom('', ' the', '"', '\\', '\\"', '\n', ' "content":"x"', 'assistant', '"},{"', '\u2028', '\ud800', 'é'),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const rare = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 }).map((given) => given);
const delta = fc.record({
  reasoning: rare(fc.oneof(fc.constant(null), words)),
  role: rare(fc.constant('assistant')),
  content: fc.oneof(words, fc.constant(null), fc.constant([{ type: 'text', text: 'part' }])),
  reasoning_details: rare(fc.constantFrom([], [{ type: 'reasoning.encrypted', index: 0, data: 'x' }])),
  refusal: rare(fc.oneof(fc.constant(null), words)),
});
const choice = fc.record({
  index: fc.constant(0),
  delta,
  finish_reason: rare(fc.constantFrom(null, 'stop')),
  logprobs: rare(fc.constantFrom(null, { content: [{ token: 'a', logprob: -1 }] })),
});
const chunk = fc.record({
  id: fc.constantFrom('gen-1', 'gen-2'),
  model: rare(fc.constantFrom('maker/model', 'maker/other')),
  choices: fc.array(choice, { minLength: 1, maxLength: 2 }),
  usage: rare(fc.constant({ completion_tokens: 3 })),
  content: rare(words),
});

describe('an event that is known again', () => {
  it('says what it says when it is parsed', () => {
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 12 }), (chunks) => {
        expect(decoded(chunks)).toEqual(parsed(chunks));
      }),
      { numRuns: 500 },
    );
  });

  it('says the same when chunks differ in their text alone', () => {
    const runs = fc.record({ first: chunk, texts: fc.array(words, { maxLength: 8 }) }).map(({ first, texts }) => {
      const [only] = first.choices;
      return [
        first,
        ...texts.map((content) => ({ ...first, choices: [{ ...only, delta: { ...only?.delta, content } }] })),
      ];
    });
    fc.assert(
      fc.property(runs, (chunks) => {
        expect(decoded(chunks)).toEqual(parsed(chunks));
      }),
      { numRuns: 500 },
    );
  });

  it('is not parsed', () => {
    const chunks = ['Hi', ' there', ' all'].map((content) => ({
      id: 'gen-1',
      model: 'maker/model',
      choices: [{ index: 0, delta: { content, role: 'assistant' }, finish_reason: null }],
    }));
    const parse = JSON.parse;
    let count = 0;
    JSON.parse = (...args: Parameters<typeof parse>) => {
      count += 1;
      return parse(...args);
    };
    try {
      decoded(chunks.concat(chunks));
    } finally {
      JSON.parse = parse;
    }
    // The first gives a receipt beside its text; the second is the one to know others by.
    expect(count).toBe(2);
  });
});
