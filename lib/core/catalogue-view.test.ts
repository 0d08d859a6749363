import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CatalogueView, PLAIN_VIEW, readView, toggleSelected, writeView } from './catalogue-view';
import { WORKLOAD_LIMITS } from './ledger/workload';

const whole = (max: number) => fc.integer({ min: 0, max });
const views: fc.Arbitrary<CatalogueView> = fc.record({
  query: fc.string({ unit: 'grapheme', maxLength: 40 }),
  sort: fc.option(
    fc.record({ key: fc.constantFrom('context', 'created', 'input', 'month'), descending: fc.boolean() }),
  ),
  workload: fc.record({
    input: whole(WORKLOAD_LIMITS.input),
    output: whole(WORKLOAD_LIMITS.output),
    // Millionths of a percent are as fine as it gets.
    cached: whole(100_000_000).map((share) => share / 1_000_000),
    searches: whole(WORKLOAD_LIMITS.searches),
    calls: whole(WORKLOAD_LIMITS.calls),
  }),
  axis: fc.constantFrom('context', 'speed'),
  selected: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\/[\w.,:&=+%#-]{1,20}$/), { maxLength: 8 }),
});

describe('a view of the catalogue in an address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('reads any address at all, and what it read is what it would write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (search) => {
        const view = readView(`?${search}`);
        expect(readView(writeView(view))).toEqual(view);
      }),
      { numRuns: 50 },
    );
  });

  it('takes hostile values for what they are: nothing', () => {
    const search =
      '?sort=__proto__&in=-5&out=1e9&cached=101&calls=99999999999999999999&x=evil&select=a%20b&select=%E2%80%AEx/y&select=';
    expect(readView(search)).toEqual(PLAIN_VIEW);
    expect(readView('?in=0&in=7&cached=100').workload).toMatchObject({ input: 0, cached: 100 });
    expect(readView('?in=1.5&cached=33.25&searches=3').workload).toMatchObject({
      input: 2000,
      cached: 33.25,
      searches: 3,
    });
    expect(readView('?cached=100.01&searches=1001').workload).toMatchObject({ cached: 0, searches: 0 });
    expect(readView('?cached=1.&searches=0.5').workload).toMatchObject({ cached: 0, searches: 0 });
    expect(readView(`?q=${'%F0%9F%99%82'.repeat(300)}`).query).toHaveLength(400);
    const many = Array.from({ length: 30 }, (_, at) => `select=a/${at % 12}`).join('&');
    expect(readView(`?${many}`).selected).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'].map((at) => `a/${at}`));
  });

  it('is empty for what is as it is by itself, and readable otherwise', () => {
    expect(writeView(PLAIN_VIEW)).toBe('');
    const view: CatalogueView = { ...PLAIN_VIEW, query: 'maker:google', selected: ['openai/gpt-4o:free'] };
    expect(writeView(view)).toBe('?q=maker:google&select=openai/gpt-4o:free');
  });
});

describe('models to compare', () => {
  it('come and go, eight at the most', () => {
    const eight = Array.from({ length: 8 }, (_, at) => `a/${at}`);
    expect(toggleSelected(['a/1'], 'a/2')).toEqual(['a/1', 'a/2']);
    expect(toggleSelected(['a/1', 'a/2'], 'a/1')).toEqual(['a/2']);
    expect(toggleSelected(eight, 'a/9')).toEqual(eight);
    expect(toggleSelected(eight, 'a/0')).toHaveLength(7);
  });
});
