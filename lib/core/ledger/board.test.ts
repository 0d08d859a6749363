import { describe, expect, it } from 'vitest';
import { parseUsd, usdToString } from '@/lib/core/money';
import { type Amount, UNKNOWN } from '@/lib/core/receipt';
import { aModel, anAnswer } from '@/lib/core/samples';
import { type BoardAnswer, boardRow, countsDiffer, marksOf, sortRows, sumRow } from './board';
import { NOTHING_USED } from './consumption';
import { priceOf } from './price-of';

const model = aModel({ pricing: { prompt: '0.001', completion: '0.01', inputCacheRead: '0.0001' } });

interface Fields {
  out?: number;
  reasoning?: number;
  ms?: number;
  amount?: Amount;
}

function answered({ out = 10, reasoning = 0, ms = 1100, amount }: Fields = {}): BoardAnswer {
  const answer = anAnswer('a', 'q');
  const timings = { startedAt: 0, firstContentMs: 100, firstTextMs: 100, totalMs: ms };
  const used = { ...NOTHING_USED, prompt: 100, cached: 40, completion: out, reasoning };
  const parts = priceOf(model, used, 0);
  const billed: Amount = { usd: parseUsd('0.5'), source: 'billed' };
  return {
    answer: { ...answer, receipt: { ...answer.receipt, timings } },
    used,
    cost: { amount: amount ?? billed, parts },
  };
}

const usd = (text: string): Amount => ({ usd: parseUsd(text), source: text === '0' ? 'free' : 'billed' });

describe('a row of the board', () => {
  it('shows each token and each part once', () => {
    const row = boardRow('a', 'A', [answered({ out: 10, reasoning: 4 })]);
    expect(row.counts).toEqual({ input: 60, cached: 40, output: 6, reasoning: 4, search: 0 });
    expect(row.shares && Object.values(row.shares).map(usdToString)).toEqual(['0.06', '0.004', '0.06', '0.04', '0']);
    expect(row.speed).toBe(10);
  });

  it('adds up answers: times, tokens and costs, the speed over all of the time', () => {
    const row = boardRow('a', 'A', [answered({ out: 10, ms: 1100 }), answered({ out: 65, ms: 4100 })]);
    expect(row).toMatchObject({ answers: 2, firstMs: 100, totalMs: 5200, speed: 15 });
    expect(row.cost.usd).toBe(parseUsd('1'));
    expect(boardRow('a', 'A', [answered(), answered({ amount: UNKNOWN })]).cost.atLeast).toBe(true);
  });

  it('says that its parts are not all where an answer cannot be divided', () => {
    const undivided = (amount: Amount): BoardAnswer => {
      const { answer, used } = answered();
      return { answer, used, cost: { amount, parts: null } };
    };
    expect(boardRow('a', 'A', [answered(), undivided(usd('0.5'))]).sharesAtLeast).toBe(true);
    expect(boardRow('a', 'A', [answered(), undivided(UNKNOWN)]).sharesAtLeast).toBe(true);
    // What cost nothing has no part.
    const whole = boardRow('a', 'A', [answered(), undivided(usd('0'))]);
    expect(whole.sharesAtLeast).toBe(false);
    expect(sumRow('Sum', [whole, boardRow('b', 'B', [undivided(usd('1'))])]).sharesAtLeast).toBe(true);
  });

  it('has a sum, which is a lower bound when one of its rows is', () => {
    const rows = [boardRow('a', 'A', [answered(), answered({ amount: UNKNOWN })]), boardRow('b', 'B', [answered()])];
    expect(sumRow('Sum', rows)).toMatchObject({
      answers: 3,
      totalMs: null,
      cost: { usd: parseUsd('1'), atLeast: true },
    });
    expect(sumRow('Sum', rows).counts.input).toBe(180);
  });
});

describe('the marks', () => {
  const row = (id: string, fields: Fields) => boardRow(id, id, [answered(fields)]);
  const marks = (...rows: ReturnType<typeof row>[]) => Object.fromEntries(marksOf(rows));

  it('name the cheapest, the fastest and the shortest', () => {
    expect(
      marks(
        row('cheap', { amount: usd('0.1'), out: 20, ms: 2100 }),
        row('fast', { amount: usd('0.2'), out: 30, ms: 1100 }),
        row('short', { amount: usd('0.3'), out: 5, ms: 1100 }),
      ),
    ).toEqual({ cheap: ['cheapest'], fast: ['fastest'], short: ['shortest'] });
  });

  it('are not for what broke off, whose speed means nothing either', () => {
    const whole = [row('one', { out: 20, ms: 2100 }), row('two', { out: 30, ms: 2100 })];
    const { answer, ...rest } = answered({ out: 5, ms: 200 });
    const broken = boardRow('broken', 'broken', [{ ...rest, answer: { ...answer, state: 'failed' } }]);
    expect(broken.speed).toBeNull();
    expect(marks(...whole, broken)).toEqual({ one: ['shortest'], two: ['fastest'], broken: [] });
  });

  it('compare no sums of unequally many answers, but how fast they came', () => {
    const once = row('once', { amount: usd('0.2'), out: 20, ms: 2100 });
    const twice = boardRow('twice', 'twice', [
      answered({ amount: usd('0.15'), out: 30 }),
      answered({ amount: usd('0.15'), out: 30 }),
    ]);
    expect(countsDiffer([once, twice])).toBe(true);
    expect(marks(once, twice)).toEqual({ once: [], twice: ['fastest'] });
    const again = boardRow('again', 'again', [answered({ amount: usd('0.2'), out: 20 }), answered({ out: 20 })]);
    expect(countsDiffer([twice, again])).toBe(false);
    expect(marks(twice, again)).toEqual({ twice: ['cheapest', 'fastest'], again: ['shortest'] });
  });

  it('go to nobody alone, nor where all are alike', () => {
    expect(marks(row('a', {}))).toEqual({ a: [] });
    expect(marks(row('a', {}), row('b', {}))).toEqual({ a: [], b: [] });
  });

  it('are not given for a lower bound, nor for saying nothing', () => {
    const bound = row('bound', { amount: { usd: parseUsd('0.01'), source: 'partial' } });
    const silent = row('silent', { amount: usd('0'), out: 0 });
    const found = marks(bound, silent, row('a', { amount: usd('0.1') }), row('b', { amount: usd('0.2') }));
    expect(found['a']).toContain('cheapest');
    expect(found['bound']).not.toContain('cheapest');
    expect(found['silent']).toEqual([]);
  });
});

describe('the order', () => {
  const row = (id: string, fields: Fields) => boardRow(id, id, [answered(fields)]);
  const rows = [
    row('b', { amount: usd('0.2'), out: 1 }),
    row('none', { amount: UNKNOWN, out: 2 }),
    row('a', { amount: usd('0.1'), out: 3 }),
  ];
  const order = (...by: [Parameters<typeof sortRows>[1], 1 | -1]): string[] =>
    sortRows(rows, ...by).map(({ id }) => id);

  it('is that of a column, unknown last both ways', () => {
    expect(order('cost', 1)).toEqual(['a', 'b', 'none']);
    expect(order('cost', -1)).toEqual(['b', 'a', 'none']);
    expect(order('output', -1)).toEqual(['a', 'none', 'b']);
    expect(order('name', 1)).toEqual(['a', 'b', 'none']);
  });
});
