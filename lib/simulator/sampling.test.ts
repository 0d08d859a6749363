import type { JsonObject } from '@/lib/core/json';
import { describe, expect, it } from 'vitest';
import { tokenId } from './sampler/tokenize';
import { ask, contentOf, deltaText, dig, streamed, timelessContext, userSays } from './test-client';

/** A model that knows every parameter. */
const MODEL = 'simulator/form-c';
const PROMPT = userSays('Tell me about sampling and temperature');

async function answers(count: number, body: JsonObject): Promise<string[]> {
  const context = timelessContext();
  const all: string[] = [];
  for (let seed = 0; seed < count; seed += 1)
    all.push(contentOf(await ask(context, { model: MODEL, messages: PROMPT, max_tokens: 120, seed, ...body })));
  return all;
}

const wordsOf = (texts: string[]): string[] =>
  texts
    .join(' ')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

/** How many different texts there are among several. */
const different = (texts: string[]): number => new Set(texts).size;

/** Different pairs of neighbours among the first eight hundred: how freely the text moves from word to word. */
function richness(texts: string[]): number {
  const words = wordsOf(texts).slice(0, 800);
  return new Set(words.map((word, i) => `${word} ${words[i + 1] ?? ''}`)).size;
}

/** The share of the most frequent tenth of words: how much a text repeats itself. */
function repetition(texts: string[]): number {
  const counts = new Map<string, number>();
  const words = wordsOf(texts);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const best = [...counts.values()].toSorted((a, b) => b - a).slice(0, 10);
  return best.reduce((sum, n) => sum + n, 0) / words.length;
}

describe('temperature', () => {
  it('repeats itself at zero, whatever the seed', async () => {
    expect(different(await answers(6, { temperature: 0 }))).toBe(1);
  });

  it('answers different prompts differently at zero', async () => {
    const context = timelessContext();
    const prompts = ['What is top_p?', 'What is min_p?', 'What is a seed?'];
    const texts = await Promise.all(
      prompts.map((prompt) =>
        ask(context, { model: MODEL, temperature: 0, messages: userSays(prompt) }).then(contentOf),
      ),
    );
    expect(different(texts)).toBe(3);
  });

  it('strays the further from what the model would say, the higher it is', async () => {
    const context = timelessContext();
    /** The mean log probability of what was drawn, before temperature. */
    const mean = async (temperature: number): Promise<number> => {
      const body = { model: MODEL, messages: PROMPT, logprobs: true, max_tokens: 400, seed: 1, temperature };
      const scores = dig((await ask(context, body)).json, 'choices', 0, 'logprobs', 'content') as JsonObject[];
      return scores.reduce((sum, { logprob }) => sum + Number(logprob), 0) / scores.length;
    };
    const [cold, usual, warm, hot] = await Promise.all([0.2, 1, 1.5, 2].map(mean));
    expect(cold).toBeGreaterThan(usual ?? 0);
    expect(usual).toBeGreaterThan(warm ?? 0);
    expect(warm).toBeGreaterThan(hot ?? 0);
  });

  it('is ignored by a model that does not list it', async () => {
    const context = timelessContext();
    const body = {
      model: 'openai/gpt-5-mini',
      messages: PROMPT,
      reasoning: { effort: 'minimal' },
      seed: 3,
      max_tokens: 200,
    };
    const [zero, two] = await Promise.all(
      [0, 2].map((temperature) => ask(context, { ...body, temperature }).then(contentOf)),
    );
    expect(zero).toBe(two);
  });
});

describe('cuts', () => {
  it.each([
    ['top_k', { top_k: 1 }],
    ['top_p', { top_p: 0.0001 }],
    ['min_p', { min_p: 1 }],
  ])('%s at its hardest leaves one text', async (_, body) => {
    expect(different(await answers(5, body))).toBe(1);
  });

  it.each([
    ['top_k', { top_k: 2 }, { top_k: 60 }],
    ['top_p', { top_p: 0.5 }, { top_p: 1 }],
    ['min_p', { min_p: 0.9 }, { min_p: 0 }],
    ['top_a', { top_a: 0.9 }, { top_a: 0 }],
  ])('%s leaves a hot text fewer ways to go on', async (_, hard, soft) => {
    const [narrow, wide] = await Promise.all([
      answers(8, { temperature: 2, ...hard }),
      answers(8, { temperature: 2, ...soft }),
    ]);
    expect(richness(narrow)).toBeLessThan(richness(wide));
  });
});

describe('penalties', () => {
  it.each(['frequency_penalty', 'presence_penalty'])(
    '%s makes a text repeat itself less, and more below zero',
    async (name) => {
      const [less, none, more] = (await Promise.all(
        [-2, 0, 2].map((value) => answers(8, { [name]: value, max_tokens: 160 })),
      )) as [string[], string[], string[]];
      expect(repetition(more)).toBeLessThan(repetition(none));
      expect(repetition(less)).toBeGreaterThan(repetition(none));
    },
  );

  it('repetition_penalty above one makes it repeat itself less', async () => {
    const [none, more] = (await Promise.all(
      [1, 1.6].map((value) => answers(8, { repetition_penalty: value, max_tokens: 160 })),
    )) as [string[], string[]];
    expect(repetition(more)).toBeLessThan(repetition(none));
  });
});

describe('logit_bias', () => {
  it('forbids a token and forces one', async () => {
    const the = tokenId(' the');
    expect((await answers(4, {})).join(' ')).toMatch(/ the\b/);
    expect((await answers(4, { logit_bias: { [the]: -100 } })).join(' ')).not.toMatch(/ the\b/);
    const forced = await answers(2, { logit_bias: { [the]: 100 }, messages: userSays('one sentence please') });
    expect(forced.join(' ')).toMatch(/ the the the/);
    const rare = await answers(1, {
      logit_bias: { [tokenId(' bridge')]: 100 },
      messages: userSays('one sentence please'),
    });
    expect(rare[0]).toMatch(/ bridge bridge/);
  });
});

describe('seed', () => {
  it('makes the same text again; another seed or none makes another', async () => {
    const context = timelessContext();
    const text = async (body: JsonObject): Promise<string> =>
      contentOf(await ask(context, { model: MODEL, messages: PROMPT, ...body }));
    expect(await text({ seed: 5 })).toBe(await text({ seed: 5 }));
    expect(await text({ seed: 5 })).not.toBe(await text({ seed: 6 }));
    expect(await text({})).not.toBe(await text({}));
  });

  it('gives the same text streamed and not, and another one with another model', async () => {
    const context = timelessContext();
    const body = { model: MODEL, messages: PROMPT, seed: 9 };
    const { events } = await streamed(context, body);
    const whole = contentOf(await ask(context, body));
    expect(deltaText(events)).toBe(whole);
    expect(contentOf(await ask(context, { ...body, model: 'openai/gpt-4o-mini' }))).not.toBe(whole);
  });
});

describe('limits', () => {
  it('max_tokens counts exactly', async () => {
    const { json } = await ask(timelessContext(), { model: MODEL, max_tokens: 17 });
    expect(json).toMatchObject({ choices: [{ finish_reason: 'length' }], usage: { completion_tokens: 17 } });
    const other = await ask(timelessContext(), { model: MODEL, max_completion_tokens: 17, max_tokens: 500 });
    expect(dig(other.json, 'usage', 'completion_tokens')).toBe(17);
  });

  it.each([['temperature'], [['zzz', 'perat']], [', ']])('stop %o ends the text before it', async (stop) => {
    const context = timelessContext();
    const body = { model: MODEL, messages: PROMPT, seed: 2 };
    const whole = contentOf(await ask(context, body));
    const place = whole.indexOf(Array.isArray(stop) ? 'perat' : stop);
    expect(place).toBeGreaterThan(0);
    const stopped = await ask(context, { ...body, stop });
    expect(contentOf(stopped)).toBe(whole.slice(0, place));
    expect(dig(stopped.json, 'choices', 0, 'finish_reason')).toBe('stop');
  });
});

describe('logprobs', () => {
  interface Scored {
    token: string;
    logprob: number;
    bytes: number[];
    top_logprobs?: Scored[];
  }
  const scoresOf = (json: JsonObject): Scored[] =>
    dig(json, 'choices', 0, 'logprobs', 'content') as unknown as Scored[];

  it('cover every token, with alternatives best first', async () => {
    const answer = await ask(timelessContext(), {
      model: MODEL,
      messages: PROMPT,
      logprobs: true,
      top_logprobs: 4,
      max_tokens: 60,
    });
    const scores = scoresOf(answer.json);
    expect(scores).toHaveLength(60);
    expect(scores.map(({ token }) => token).join('')).toBe(contentOf(answer));
    for (const { logprob, token, bytes, top_logprobs: top = [] } of scores) {
      expect(logprob).toBeLessThanOrEqual(0);
      expect(new TextDecoder().decode(new Uint8Array(bytes))).toBe(token);
      expect(top.length).toBeLessThanOrEqual(4);
      const values = top.map((each) => each.logprob);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      expect(values.reduce((sum, value) => sum + Math.exp(value), 0)).toBeLessThanOrEqual(1.0001);
    }
  });

  it('are the probabilities with which tokens really come', async () => {
    const context = timelessContext();
    const messages = userSays('Heads or tails?');
    const first = await ask(context, { model: MODEL, messages, logprobs: true, top_logprobs: 2, temperature: 0 });
    const told = Math.exp(
      scoresOf(first.json)[0]?.top_logprobs?.find(({ token }) => token === 'Heads')?.logprob ?? -99,
    );
    let heads = 0;
    const throws = 400;
    for (let seed = 0; seed < throws; seed += 1)
      heads += contentOf(await ask(context, { model: MODEL, messages, seed, max_tokens: 1 })) === 'Heads' ? 1 : 0;
    expect(Math.abs(heads / throws - told)).toBeLessThan(0.08);
  });

  it('stream with the tokens of their own chunk, and stay away unless supported', async () => {
    const { events } = await streamed(timelessContext(), {
      model: MODEL,
      messages: PROMPT,
      logprobs: true,
      max_tokens: 30,
    });
    for (const event of events.slice(0, -2)) {
      const scores = dig(event, 'choices', 0, 'logprobs', 'content') as unknown as Scored[];
      expect(scores.map(({ token }) => token).join('')).toBe(dig(event, 'choices', 0, 'delta', 'content'));
    }
    const without = await ask(timelessContext(), { model: 'anthropic/claude-haiku-4.5', logprobs: true });
    expect(dig(without.json, 'choices', 0, 'logprobs')).toBeNull();
  });
});
