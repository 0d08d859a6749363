import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW, readView, writeView } from '@/lib/core/catalogue-view';
import type { JsonObject } from '@/lib/core/json';
import { usdToString } from '@/lib/core/money';
import { aModel } from '@/lib/core/samples';
import { NOTHING_USED } from './consumption';
import { searchWish } from './search-fee';
import { eachOf, whatIf } from './what-if';
import { priceOfCalls, workloadCost, workloadOf } from './workload';

const model = aModel({ pricing: { prompt: '0.001', completion: '0.01', inputCacheRead: '0.0001' } });
const used = { ...NOTHING_USED, prompt: 100, cached: 40, completion: 10 };
const exact = (row: ReturnType<typeof whatIf>[number]): string =>
  row.cost.kind === 'cost' ? usdToString(row.cost.month.even) : row.cost.kind;

describe('what if', () => {
  it('prices the same tokens on other models, cheapest first, those without a price last', () => {
    const dear = aModel({ id: 'maker/dear', pricing: { prompt: '1', completion: '1' } });
    const router = aModel({ id: 'maker/router', pricing: { prompt: '-1', completion: '-1' } });
    const rows = whatIf([router, dear, model], used, 1000);
    expect(rows.map((row) => row.model.id)).toEqual(['maker/model', 'maker/dear', 'maker/router']);
    expect(rows.map(eachOf).map((usd) => usd && usdToString(usd))).toEqual(['0.164', '110', null]);
    expect(rows.map(exact)).toEqual(['164', '110000', 'varies']);
  });

  it('has no price for what is longer than a model reads or writes, but for the model that wrote it', () => {
    const short = aModel({ id: 'maker/short', contextLength: 109 });
    const brief = aModel({ id: 'maker/brief', maxCompletionTokens: 9 });
    expect(whatIf([short, brief, model], used, 1).map(exact)).toEqual(['0.164', 'too-long', 'too-long']);
    expect(priceOfCalls(brief, used, 1).kind).toBe('cost');
  });

  it('adds the fee of a model that always searches', () => {
    const pricing = { prompt: '0', completion: '0', webSearch: '0.005' };
    const sonar = aModel({ id: 'perplexity/sonar', pricing });
    const [row] = whatIf([sonar], used, 1000);
    expect(row && exact(row)).toBe('5');
  });

  it('prices the search that was asked for', () => {
    const native = aModel({ id: 'openai/model', pricing: { prompt: '0', completion: '0', webSearch: '0.01' } });
    const searched = { ...used, searches: 1 };
    const of = (asked: JsonObject): string[] =>
      whatIf([native], searched, 1000, searchWish({ plugins: [{ id: 'web', ...asked }] }, '')).map(exact);
    expect(of({})).toEqual(['10']);
    expect(of({ engine: 'exa', max_results: 20 })).toEqual(['17']);
  });

  it('is what the page of all models says of the address that it leads to, to the last digit', () => {
    const models = [
      model,
      aModel({ id: 'perplexity/sonar', pricing: { prompt: '0.0000010000000001', completion: '0.1' } }),
      aModel({
        id: 'maker/hourly',
        contextLength: null,
        maxCompletionTokens: null,
        pricing: {
          prompt: '0.001',
          completion: '0.01',
          webSearch: '0.01',
          overrides: [{ utcStart: 0, utcEnd: 700, prompt: '0.0005' }],
        },
      }),
    ];
    const length = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 100_000_000 }));
    const answers = fc
      .record({
        prompt: length,
        completion: fc.integer({ min: 0, max: 50_000 }),
        searches: fc.integer({ min: 0, max: 9 }),
      })
      .chain((fields) =>
        fc.integer({ min: 0, max: fields.prompt }).map((cached) => ({ ...NOTHING_USED, ...fields, cached })),
      );
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 1_000_000_000 }), (answer, calls) => {
        const { workload } = readView(writeView({ ...PLAIN_VIEW, workload: workloadOf(answer, calls) }));
        for (const row of whatIf(models, answer, calls)) expect(workloadCost(row.model, workload)).toEqual(row.cost);
      }),
    );
  });

  it('leads to an address that can be read: no more decimals than are needed', () => {
    const address = (prompt: number, cached: number): string =>
      writeView({ ...PLAIN_VIEW, workload: workloadOf({ ...NOTHING_USED, prompt, cached, searches: 2 }, 1000) });
    expect(address(100, 40)).toBe('?in=100&out=0&cached=40&searches=2&calls=1000');
    expect(address(4000, 1024)).toBe('?in=4000&out=0&cached=25.6&searches=2&calls=1000');
    expect(address(0, 0)).toBe('?in=0&out=0&searches=2&calls=1000');
  });
});
