import type { JsonObject } from '@/lib/core/json';
import { describe, expect, it } from 'vitest';
import { tokenId } from './sampler/tokenize';
import { ask, contentOf, dig, timelessContext, userSays } from './test-client';

// What each parameter does to the odds of a token, held against the odds that the sampler tells by itself. Every
// draw is a request of its own with a seed of its own, so the dice fall the same way every time.

/** A model that knows every parameter, and a prompt whose first word is open: about seventeen are likely. */
const MODEL = 'simulator/form-c';
const OPEN = userSays('one sentence please');
const DRAWS = 400;

interface Option {
  token: string;
  p: number;
}

interface Place extends Option {
  /** Best first. */
  options: Option[];
}

const optionOf = (scored: JsonObject): Option => ({ token: String(scored.token), p: Math.exp(Number(scored.logprob)) });

/** The tokens of one answer with what the sampler says about them. */
async function placesOf(body: JsonObject, messages = OPEN): Promise<Place[]> {
  const { json } = await ask(timelessContext(), {
    model: MODEL,
    messages,
    logprobs: true,
    top_logprobs: 20,
    seed: 1,
    ...body,
  });
  const content = dig(json, 'choices', 0, 'logprobs', 'content') as JsonObject[];
  return content.map((scored) => ({
    ...optionOf(scored),
    options: (scored.top_logprobs as JsonObject[]).map(optionOf),
  }));
}

/** The odds of the first token, without those too rare to count on. */
async function oddsOf(body: JsonObject = {}, messages = OPEN): Promise<Option[]> {
  const [first] = await placesOf({ max_tokens: 1, ...body }, messages);
  return (first?.options ?? []).filter(({ p }) => p > 0.002);
}

/** How often each token came first. */
async function drawn(body: JsonObject, messages = OPEN): Promise<Map<string, number>> {
  const context = timelessContext();
  const counts = new Map<string, number>();
  for (let seed = 0; seed < DRAWS; seed += 1) {
    const token = contentOf(await ask(context, { model: MODEL, messages, max_tokens: 1, seed, ...body }));
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Chi-square of what came against what should have come, among the tokens named; rare ones count together.
 * @returns the statistic over its 99.9 % limit: below one, the dice are fair
 */
function unfairness(counts: ReadonlyMap<string, number>, expected: readonly Option[]): number {
  const whole = sumOf(expected.map(({ p }) => p));
  const seen = sumOf(expected.map(({ token }) => counts.get(token) ?? 0));
  const bins = expected.map(({ token, p }) => ({ wanted: (seen * p) / whole, came: counts.get(token) ?? 0 }));
  const often = bins.filter(({ wanted }) => wanted >= 5);
  const rare = bins.filter(({ wanted }) => wanted < 5);
  const together = { wanted: sumOf(rare.map(({ wanted }) => wanted)), came: sumOf(rare.map(({ came }) => came)) };
  const all = together.wanted >= 2 ? [...often, together] : often;
  const freedom = all.length - 1;
  expect(freedom).toBeGreaterThanOrEqual(1);
  // Wilson and Hilferty's approximation of the 99.9th percentile.
  const limit = freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3;
  return sumOf(all.map(({ wanted, came }) => (came - wanted) ** 2 / wanted)) / limit;
}

/** The tokens that came, best first by the odds; one that the odds do not name is listed at the end. */
const ranked = (counts: ReadonlyMap<string, number>, odds: readonly Option[]): string[] => {
  const named = odds.map(({ token }) => token);
  return [
    ...named.filter((token) => counts.has(token)),
    ...[...counts.keys()].filter((token) => !named.includes(token)),
  ];
};
const firstOf = (odds: readonly Option[], count: number): string[] => odds.slice(0, count).map(({ token }) => token);

const COIN = userSays('Heads or tails?');
const raised = (odds: readonly Option[], temperature: number): Option[] =>
  odds.map(({ token, p }) => ({ token, p: p ** (1 / temperature) }));

describe('temperature', () => {
  it.each([0.5, 2])('%d raises each probability to its inverse', async (temperature) => {
    const odds = await oddsOf();
    expect(odds.length).toBeGreaterThan(10);
    const counts = await drawn({ temperature });
    expect(sumOf(odds.map(({ token }) => counts.get(token) ?? 0))).toBeGreaterThan(DRAWS / 3);
    expect(unfairness(counts, raised(odds, temperature))).toBeLessThan(1);
  });

  // A false coin tells heat apart best: there is much to flatten, and nothing beside the two.
  it.each([
    [0.5, {}],
    [0.5, { top_k: 2 }],
    [2, {}],
    [2, { top_k: 2 }],
  ])('%d does so to a coin, with a cut that cuts nothing too: %o', async (temperature, cut) => {
    const body = { logit_bias: { [tokenId('Heads')]: temperature > 1 ? 3 : -1 } };
    const expected = raised(await oddsOf(body, COIN), temperature);
    expect(unfairness(await drawn({ ...body, ...cut, temperature }, COIN), expected)).toBeLessThan(1);
  });
});

describe('a cut keeps exactly what it says, and leaves the odds of the rest alone', () => {
  // Each limit lies between two neighbours of the list, so that one token more or less is seen.
  it('top_p: the least number of tokens that reach it together', async () => {
    const odds = await oddsOf();
    const kept = 7;
    const top_p = sumOf(odds.slice(0, kept).map(({ p }) => p)) - (odds[kept - 1]?.p ?? 0) / 2;
    const counts = await drawn({ top_p });
    expect(ranked(counts, odds)).toEqual(firstOf(odds, kept));
    expect(unfairness(counts, odds.slice(0, kept))).toBeLessThan(1);
  });

  it('top_k: the token of that rank is the last that ever comes', async () => {
    const odds = await oddsOf();
    const counts = await drawn({ top_k: 5, temperature: 2 });
    expect(ranked(counts, odds)).toEqual(firstOf(odds, 5));
  });

  it('min_p: what has that share of the best one, and nothing below', async () => {
    const odds = await oddsOf();
    const kept = 5;
    const least = ((odds[kept - 1]?.p ?? 0) + (odds[kept]?.p ?? 0)) / 2;
    const counts = await drawn({ min_p: least / (odds[0]?.p ?? 1) });
    expect(ranked(counts, odds)).toEqual(firstOf(odds, kept));
    expect(unfairness(counts, odds.slice(0, kept))).toBeLessThan(1);
  });

  it('top_a: what has that share of the square of the best one', async () => {
    const odds = await oddsOf();
    const kept = 5;
    const least = ((odds[kept - 1]?.p ?? 0) + (odds[kept]?.p ?? 0)) / 2;
    const counts = await drawn({ top_a: least / (odds[0]?.p ?? 1) ** 2 });
    expect(ranked(counts, odds)).toEqual(firstOf(odds, kept));
  });
});

describe('logit_bias', () => {
  const ratio = (odds: readonly Option[]): number => {
    const of = (name: string): number => odds.find(({ token }) => token === name)?.p ?? Number.NaN;
    return of('Tails') / of('Heads');
  };

  it.each([1, -1, 2.5])('of %d multiplies the odds of a token by e to its power', async (bias) => {
    const [before, after] = await Promise.all([
      oddsOf({}, COIN),
      oddsOf({ logit_bias: { [tokenId('Tails')]: bias } }, COIN),
    ]);
    expect(ratio(after) / ratio(before)).toBeCloseTo(Math.exp(bias), 4);
  });

  it('is in the draws as well as in what is told', async () => {
    const body = { logit_bias: { [tokenId('Tails')]: 1 } };
    const [plain, biased] = [await oddsOf({}, COIN), await drawn(body, COIN)];
    const expected = plain.map(({ token, p }) => ({ token, p: token === 'Tails' ? p * Math.E : p }));
    expect(unfairness(biased, expected)).toBeLessThan(1);
  });
});

describe('penalties', () => {
  // A bias makes an answer of nothing but one word. How far this word is ahead of the next best, which was never
  // written, falls by what a penalty takes from it: place by place, and in nats.
  const WORD = ' the';
  const forced = { logit_bias: { [tokenId(WORD)]: 100 }, max_tokens: 12 };
  const takes = async (penalty: JsonObject): Promise<number[]> => {
    const leads = async (body: JsonObject): Promise<number[]> => {
      const places = await placesOf({ ...forced, ...body });
      expect(places.map(({ token }) => token)).toEqual(Array.from({ length: 12 }, () => WORD));
      return places.map(({ options }) => Math.log(options[0]?.p ?? 0) - Math.log(options[1]?.p ?? 0));
    };
    const [without, penalised] = [await leads({}), await leads(penalty)];
    return without.map((lead, i) => lead - (penalised[i] ?? 0));
  };
  const places = Array.from({ length: 12 }, (_, written) => written);

  it.each([1.5, -0.5])('frequency_penalty %d counts how often a word was written', async (frequency_penalty) => {
    const taken = await takes({ frequency_penalty });
    for (const written of places) expect(taken[written]).toBeCloseTo(written * frequency_penalty, 4);
  });

  it.each([1.5, -0.5])('presence_penalty %d asks only whether it was', async (presence_penalty) => {
    const taken = await takes({ presence_penalty });
    for (const written of places) expect(taken[written]).toBeCloseTo(written > 0 ? presence_penalty : 0, 4);
  });

  it('repetition_penalty divides the score of a word that was written, however often', async () => {
    const [once, twice] = [await takes({ repetition_penalty: 1.25 }), await takes({ repetition_penalty: 2 })];
    expect([once[0], twice[0]]).toEqual([expect.closeTo(0, 4), expect.closeTo(0, 4)]);
    // The same score s, divided by r, loses s(1 - 1/r).
    for (const written of places.slice(1)) {
      expect(once[written]).toBeGreaterThan(0);
      expect((twice[written] ?? 0) / (once[written] ?? 0)).toBeCloseTo((1 - 1 / 2) / (1 - 1 / 1.25), 3);
    }
    expect(once[11]).toBeCloseTo(once[10] ?? 0, 4);
  });
});

describe('penalties, in what is drawn', () => {
  // Two words that nothing calls for but a bias, the same for both: each place is a fair coin, as far as no penalty
  // tells the one that was written from the other.
  const WORDS = [' bridge', ' lamp'] as const;
  const logit_bias = Object.fromEntries(WORDS.map((word) => [tokenId(word), 100]));
  const throws = async (penalty: JsonObject): Promise<string[][]> => {
    const context = timelessContext();
    const all: string[][] = [];
    for (let seed = 0; seed < DRAWS; seed += 1) {
      const text = contentOf(
        await ask(context, { model: MODEL, messages: OPEN, max_tokens: 3, seed, logit_bias, ...penalty }),
      );
      const words = text.match(/ \w+/g) ?? [];
      expect(words.every((word) => WORDS.some((each) => each === word)) && words.length === 3, text).toBe(true);
      all.push(words);
    }
    return all;
  };
  /** How many of some throws repeat the first word at a place, held against a chance, within 99.9 %. */
  const expectShare = (some: string[][], place: number, chance: number): void => {
    expect(some.length).toBeGreaterThan(30);
    const share = some.filter((words) => words[place] === words[0]).length / some.length;
    expect(Math.abs(share - chance)).toBeLessThan(3.3 * Math.sqrt((chance * (1 - chance)) / some.length));
  };
  const against = (nats: number): number => 1 / (1 + Math.exp(nats));
  const twice = (all: string[][]): string[][] => all.filter(([a, b]) => a === b);
  const once = (all: string[][]): string[][] => all.filter(([a, b]) => a !== b);

  it('none leaves the coin fair', async () => {
    const all = await throws({});
    expectShare(all, 1, 0.5);
    expectShare(all, 2, 0.5);
  });

  it.each([0.7, -0.7])('frequency_penalty %d weighs as often as a word came', async (frequency_penalty) => {
    const all = await throws({ frequency_penalty });
    expectShare(all, 1, against(frequency_penalty));
    expectShare(twice(all), 2, against(2 * frequency_penalty));
    expectShare(once(all), 2, 0.5);
  });

  it.each([0.7, -0.7])('presence_penalty %d weighs once, however often it came', async (presence_penalty) => {
    const all = await throws({ presence_penalty });
    expectShare(all, 1, against(presence_penalty));
    expectShare(twice(all), 2, against(presence_penalty));
    expectShare(once(all), 2, 0.5);
  });

  it('repetition_penalty weighs once too, and the more the further it is above one', async () => {
    const repeats = async (repetition_penalty: number): Promise<number> => {
      const all = await throws({ repetition_penalty });
      expectShare(twice(all), 2, twice(all).length / all.length);
      expectShare(once(all), 2, 0.5);
      return twice(all).length;
    };
    const [mild, strong] = [await repeats(1.03), await repeats(1.09)];
    expect(mild).toBeLessThan(DRAWS * 0.45);
    expect(strong).toBeLessThan(mild * 0.85);
  });
});

describe('seed', () => {
  it('decides the draw: all seeds together give the odds', async () => {
    expect(unfairness(await drawn({}), await oddsOf())).toBeLessThan(1);
  });

  it('gives one token however often and in whichever order it is asked', async () => {
    const context = timelessContext();
    const first = async (seed: number): Promise<string> =>
      contentOf(await ask(context, { model: MODEL, messages: OPEN, max_tokens: 1, temperature: 2, seed }));
    const once = await Promise.all(Array.from({ length: 40 }, (_, seed) => first(seed)));
    const again = await Promise.all(Array.from({ length: 40 }, (_, seed) => first(39 - seed)));
    expect(again.toReversed()).toEqual(once);
    expect(new Set(once).size).toBeGreaterThan(8);
  });
});
