import type { JsonObject } from '@/lib/core/json';
import type { Random } from '@/lib/simulator/random';
import { choice, type Segment } from '@/lib/simulator/sampler/segment';
import type { Hints } from './hints';

const USUAL: readonly [RegExp, number, number][] = [
  [/age/i, 18, 80],
  [/year/i, 1990, 2026],
  [/score|confidence|probability|rating/i, 0, 1],
  [/percent/i, 0, 100],
  [/price|cost|amount|total/i, 1, 200],
  [/lat(itude)?$/i, -60, 60],
  [/lon(gitude)?$/i, -120, 120],
];

const bound = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A few numbers that the schema allows; the sampler chooses among them. */
export function numberFor(schema: JsonObject, field: string, whole: boolean, hints: Hints, random: Random): Segment {
  const step = bound(schema.multipleOf) ?? (whole ? 1 : 0);
  const grain = step > 0 ? step : 0.01;
  const [, usualLow = 1, usualHigh = 100] = USUAL.find(([sign]) => sign.test(field)) ?? [];
  const above = bound(schema.exclusiveMinimum);
  const below = bound(schema.exclusiveMaximum);
  const minimum = bound(schema.minimum) ?? (above === null ? null : above + grain);
  const maximum = bound(schema.maximum) ?? (below === null ? null : below - grain);
  const low = minimum ?? Math.min(usualLow, maximum ?? usualLow);
  const high = Math.max(low, maximum ?? Math.max(usualHigh, low + 10 * grain));
  const [first, last] = [Math.ceil(low / grain - 1e-9), Math.floor(high / grain + 1e-9)];
  const decimals = (String(grain).split('.')[1] ?? '').length;
  const allowed = (value: number): boolean =>
    value >= low && value <= high && (!whole || Number.isInteger(value)) && step !== 0
      ? Math.abs(value / grain - Math.round(value / grain)) < 1e-9
      : value >= low && value <= high;
  const said = hints.numbers.filter((value) => allowed(value) && (!whole || Number.isInteger(value))).map(String);
  const drawn = Array.from({ length: 4 }, () =>
    (random.between(first, Math.max(first, last)) * grain).toFixed(decimals),
  ).map((text) => String(Number(text)));
  return choice([...new Set([...said.slice(0, 1), ...(said.length > 0 ? [] : drawn)])]);
}
