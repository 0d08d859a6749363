import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure, SPEND_CAP } from '@/lib/core/failure';
import { type Answer, type Part, textOf } from '@/lib/core/message';
import { parseUsd, type Usd } from '@/lib/core/money';
import { buildRequest } from '@/lib/core/request';
import { aPane, anAnswer, aQuestion, aWorkspace } from '@/lib/core/samples';
import { GRID_PARAMETERS, readValues, settingsOf, trialCount, usualValues } from './grid';
import { agreementOf, wordOverlap } from './likeness';
import { groupsOf, summaryOf, textNames, type Trial } from './outcome';
import { exactSpreadOf, spreadOf } from './spread';

const grid = (name: string) => {
  const found = GRID_PARAMETERS.find((parameter) => parameter.name === name);
  if (!found) throw new Error(`not a parameter for a grid: ${name}`);
  return found;
};

describe('values of a grid', () => {
  it('are read from a line', () => {
    expect(readValues(grid('temperature'), '0, .5;1  1.5')).toEqual({ values: [0, 0.5, 1, 1.5] });
    expect(readValues(grid('reasoning.effort'), 'low high')).toEqual({ values: ['low', 'high'] });
  });

  it('are refused with the reason', () => {
    const problem = (name: string, text: string) => readValues(grid(name), text);
    expect(problem('temperature', '0, 3')).toEqual({ problem: '“3”: Temperature must be between 0 and 2.' });
    expect(problem('temperature', '0, hot')).toMatchObject({ problem: expect.stringContaining('“hot”') });
    expect(problem('temperature', '1')).toMatchObject({ problem: expect.stringContaining('two values') });
    expect(problem('temperature', '1, 1.0')).toMatchObject({ problem: expect.stringContaining('twice') });
    expect(problem('seed', '1,2,3,4,5,6,7,8,9')).toMatchObject({ problem: expect.stringContaining('at most 8') });
    expect(problem('reasoning.effort', 'low, __proto__')).toHaveProperty('problem');
  });

  it('to begin with are good ones, for every parameter', () => {
    for (const parameter of GRID_PARAMETERS) {
      expect(readValues(parameter, usualValues(parameter)), parameter.name).toHaveProperty('values');
    }
  });

  it('change one parameter of the request and nothing else', () => {
    const workspace = aWorkspace({ sampling: { top_p: 0.9, temperature: 0.3 } });
    const pane = aPane({ fallbacks: ['other/model'], extra: { user: 'me' } });
    const path = [aQuestion('q', null, 'Why?')];
    const body = (shown: typeof pane) => buildRequest(workspace, shown, path, new Map()).body;
    const plan = { each: 3, parameter: 'temperature', values: [0, 1.5] } as const;
    const bodies = settingsOf(workspace, pane, plan).map((setting) => body(setting.pane));
    expect(bodies).toEqual([0, 1.5].map((temperature) => ({ ...body(pane), temperature })));
    expect(trialCount(plan)).toBe(6);
    const [alone] = settingsOf(workspace, pane, { ...plan, parameter: null });
    expect(alone?.pane).toBe(pane);
  });
});

describe('the overlap of words', () => {
  it('counts repetitions, and neither order nor case nor signs', () => {
    expect(wordOverlap('The cat, the dog.', 'the DOG the cat')).toBe(1);
    expect(wordOverlap('a a b', 'a b b')).toBe(0.5);
    expect(wordOverlap('one two', 'three')).toBe(0);
    expect(wordOverlap('', '!?')).toBe(1);
    expect(wordOverlap('你好吗', '你好')).toBeCloseTo(2 / 3);
  });

  it('is the same both ways, from 0 to 1, and 1 for a text with itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const share = wordOverlap(one, other);
        expect(share).toBe(wordOverlap(other, one));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(wordOverlap(one, one)).toBe(1);
      }),
    );
  });

  it('is the mean over all pairs, whatever the order of the texts', () => {
    const texts = fc.array(fc.constantFrom('a b', 'b c', 'c d', 'a b c d', ''), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(texts, (list) => {
        const pairs = list.flatMap((one, at) => list.slice(at + 1).map((other) => wordOverlap(one, other)));
        const mean = pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
        const { overlap, distinct, most } = agreementOf(list);
        expect(overlap).toBeCloseTo(mean, 10);
        expect(agreementOf(list.toReversed()).overlap).toBeCloseTo(mean, 10);
        expect(distinct).toBe(new Set(list).size);
        expect(most).toBe(Math.max(...list.map((text) => list.filter((one) => one === text).length)));
      }),
    );
  });

  it('is none of fewer than two', () => {
    expect(agreementOf([])).toEqual({ texts: 0, distinct: 0, most: 0, overlap: null });
    expect(agreementOf(['a'])).toEqual({ texts: 1, distinct: 1, most: 1, overlap: null });
  });
});

describe('a spread', () => {
  it('is least, middle and most', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(spreadOf([10, 2])).toEqual({ min: 2, median: 6, max: 10 });
    expect(spreadOf([])).toBeNull();
    expect(exactSpreadOf([30n, 10n, 20n, 21n])).toEqual({ min: 10n, median: 20n, max: 30n });
  });

  it('keeps its order, and half of the figures on either side of the middle', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (figures) => {
        const { min, median, max } = spreadOf(figures) ?? { min: NaN, median: NaN, max: NaN };
        expect(min).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(max);
        expect(figures.filter((one) => one < median).length).toBeLessThanOrEqual(figures.length / 2);
        expect(figures.filter((one) => one > median).length).toBeLessThanOrEqual(figures.length / 2);
      }),
    );
  });
});

const usd = (text: string): Usd => parseUsd(text) ?? (0n as Usd);
const trial = (id: string, fields: Partial<Trial> & { state?: Answer['state']; text?: string } = {}): Trial => {
  const { state = 'done', text = 'yes', ...rest } = fields;
  const answer = { ...anAnswer(id, 'q', text), state };
  return { id, value: undefined, answer, refusal: null, unsent: false, ...rest };
};

describe('a summary of trials', () => {
  const trials = [
    trial('a'),
    trial('b', { text: 'no' }),
    trial('c', { state: 'failed', text: 'ye' }),
    trial('d', { state: 'stopped' }),
    trial('e', { answer: null, refusal: failure('refused', 'Too many.') }),
    trial('f', { answer: null, unsent: true }),
    trial('g', { answer: null }),
    trial('h', { state: 'running' }),
  ];
  const cost = (answer: Answer) =>
    answer.id === 'd'
      ? ({ usd: null, source: 'unknown' } as const)
      : ({ usd: usd(answer.id === 'a' ? '1' : '3'), source: 'billed' } as const);

  it('counts every end, and each trial once', () => {
    expect(summaryOf(trials, cost)).toMatchObject({ trials: 8, done: 2, failed: 2, stopped: 2, waiting: 2 });
  });

  it('tells what a cap kept back, and what was not come to after it, from what failed or was stopped', () => {
    const capped = failure('refused', 'Nothing was sent.', { code: SPEND_CAP });
    const kept = [
      trial('a'),
      trial('b', { state: 'stopped' }),
      trial('c', { answer: null, refusal: capped }),
      trial('d', { answer: null, unsent: true }),
    ];
    expect(summaryOf(kept, cost)).toMatchObject({ done: 1, failed: 0, stopped: 1, notSent: 2, waiting: 0 });
  });

  it('sums the cost of all that began, and spreads that of what is done', () => {
    const { cost: sum, costs } = summaryOf(trials, cost);
    expect(sum).toEqual({ usd: usd('10'), source: 'billed', atLeast: true });
    expect(costs).toEqual({ min: usd('1'), median: usd('2'), max: usd('3') });
  });

  it('compares only what is done', () => {
    expect(summaryOf(trials, cost).agreement).toMatchObject({ texts: 2, distinct: 2, most: 1, overlap: 0 });
    expect([...textNames(trials)]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  it('compares what answers call and thought where they have no words', () => {
    const saying = (id: string, ...parts: Part[]): Trial => trial(id, { answer: { ...anAnswer(id, 'q'), parts } });
    const call = (city: string): Part => ({
      type: 'tool-call',
      id: city,
      name: 'weather',
      arguments: `{"city":"${city}"}`,
    });
    const thought = (text: string): Part => ({ type: 'reasoning', text, durationMs: null });
    const { agreement } = summaryOf(
      [saying('a', call('Rome')), saying('b', call('Oslo')), saying('c', call('Rome'))],
      cost,
    );
    expect(agreement).toMatchObject({ texts: 3, distinct: 2, most: 2 });
    expect(summaryOf([saying('a', thought('One.')), saying('b', thought('Two.'))], cost).agreement.distinct).toBe(2);
  });

  it('groups by value in their order', () => {
    const some = [trial('a', { value: 1 }), trial('b', { value: 0 }), trial('c', { value: 1 })];
    expect(groupsOf(some).map(({ value, trials }) => [value, trials.map(({ id }) => id)])).toEqual([
      [1, ['a', 'c']],
      [0, ['b']],
    ]);
    expect(some.map(({ answer }) => answer && textOf(answer))).toEqual(['yes', 'yes', 'yes']);
  });
});
