import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NOTHING_USED } from '@/lib/core/ledger/consumption';
import { whatIf } from '@/lib/core/ledger/what-if';
import { priceOfCalls } from '@/lib/core/ledger/workload';
import { parseUsd } from '@/lib/core/money';
import { aModel } from '@/lib/core/samples';
import { against, WhatIfTable } from './what-if-table';

const used = { ...NOTHING_USED, prompt: 1000, completion: 100 };
const own = aModel({ id: 'maker/own', name: 'Own', pricing: { prompt: '0.001', completion: '0' } });

/** The cells of every row, the head left out. */
function cells(models: ReturnType<typeof aModel>[], calls: number): string[][] {
  const rows = whatIf(models, used, calls);
  const html = renderToStaticMarkup(
    <WhatIfTable own={{ model: own, cost: priceOfCalls(own, used, calls) }} rows={rows} />,
  );
  return [...html.matchAll(/<tr.*?<\/tr>/g)]
    .slice(1)
    .map(([row]) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) => text));
}

it('says why there is no price, and against what the others stand', () => {
  const overrides = [{ utcStart: 0, utcEnd: 1200, prompt: '0.003' }];
  expect(
    cells(
      [
        aModel({ id: 'a/half', pricing: { prompt: '0.0005', completion: '0' } }),
        aModel({ id: 'a/hourly', pricing: { prompt: '0.001', completion: '0', overrides } }),
        aModel({ id: 'a/short', contextLength: 1099 }),
        aModel({ id: 'a/router', pricing: { prompt: '-1', completion: '-1' } }),
        aModel({ id: 'a/unpriced', pricing: {} }),
      ],
      10,
    ),
  ).toEqual([
    ['$1.00', '$10.00', '1.00×'],
    ['$0.5000', '$5.00', '0.50×'],
    ['$1.00 to $3.00', '$10.00 to $30.00', '2.00×'],
    ['does not fit', 'does not fit', '–'],
    ['varies', 'varies', '–'],
    ['unknown', 'unknown', '–'],
  ]);
});

it('calls nothing free but what has no price', () => {
  const free = aModel({ id: 'a/free', pricing: { prompt: '0', completion: '0' } });
  expect(cells([free], 0)).toEqual([
    ['$1.00', '–', '1.00×'],
    ['free', 'free', '0.00×'],
  ]);
});

it.each([
  ['0.001', '1', '0.001×'],
  ['0.0161', '1', '0.016×'],
  ['0.1', '1', '0.10×'],
  ['2.345', '1', '2.35×'],
  ['1234', '1', '1,234×'],
  ['0', '1', '0.00×'],
  ['1', '0', '–'],
])('%s against %s is %s', (each, own, text) => {
  expect(against(parseUsd(each), parseUsd(own))).toBe(text);
});
