import { catalogue } from '@/lib/simulator/catalogue/catalogue';
import { endpointsOf } from '@/lib/simulator/catalogue/endpoints';
import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import { invalid, type WireError } from '@/lib/simulator/wire-error';

const words = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Dollars a million tokens; a price that depends on the model picked counts as none. */
const dollars = (price: string): number => Math.max(0, Number(price)) * 1e6;

const price = ({ pricing }: ModelRow): number => dollars(pricing.prompt) * 3 + dollars(pricing.completion);

/** Of the first endpoint; a router has none, and comes last. */
const speed = (row: ModelRow): number => endpointsOf(row)[0]?.speed.tokensPerSecond ?? -Infinity;
const delay = (row: ModelRow): number => endpointsOf(row)[0]?.speed.firstToken ?? Infinity;

const SORTS: Readonly<Record<string, (a: ModelRow, b: ModelRow) => number>> = {
  newest: (a, b) => b.created - a.created,
  'pricing-low-to-high': (a, b) => price(a) - price(b),
  'pricing-high-to-low': (a, b) => price(b) - price(a),
  'context-high-to-low': (a, b) => b.context_length - a.context_length,
  'throughput-high-to-low': (a, b) => speed(b) - speed(a),
  'latency-low-to-high': (a, b) => delay(a) - delay(b),
};

const DAY_SECONDS = 86_400;

type Wanted = (row: ModelRow, value: string, now: number) => boolean;

const anyOf =
  (of: (row: ModelRow) => readonly string[]): Wanted =>
  (row, value) => {
    const had = new Set(of(row).map((word) => word.toLowerCase()));
    const wanted = words(value).map((word) => word.toLowerCase());
    return wanted.length === 0 || wanted.some((word) => word === 'all' || had.has(word));
  };

const allOf =
  (of: (row: ModelRow) => readonly string[]): Wanted =>
  (row, value) =>
    words(value).every((word) => word === 'all' || of(row).includes(word));

const least =
  (of: (row: ModelRow, now: number) => number): Wanted =>
  (row, value, now) =>
    of(row, now) >= Number(value);

const most =
  (of: (row: ModelRow, now: number) => number): Wanted =>
  (row, value, now) =>
    of(row, now) <= Number(value);

const input = (row: ModelRow): number => dollars(row.pricing.prompt);
const output = (row: ModelRow): number => dollars(row.pricing.completion);
const age = (row: ModelRow, now: number): number => (now / 1000 - row.created) / DAY_SECONDS;

const NUMBERS: Readonly<Record<string, Wanted>> = {
  context: least((row) => row.context_length),
  min_price: least(input),
  max_price: most(input),
  min_output_price: least(output),
  max_output_price: most(output),
  min_age_days: least(age),
  max_age_days: most(age),
};

const FILTERS: Readonly<Record<string, Wanted>> = {
  ...NUMBERS,
  q: (row, value) => `${row.id}\n${row.name}`.toLowerCase().includes(value.toLowerCase()),
  supported_parameters: allOf((row) => row.supported_parameters),
  input_modalities: allOf((row) => row.architecture.input_modalities),
  output_modalities: anyOf((row) => row.architecture.output_modalities),
  arch: anyOf((row) => [row.architecture.tokenizer]),
  model_authors: anyOf((row) => [authorOf(row.id)]),
  providers: anyOf((row) => endpointsOf(row).flatMap(({ provider }) => [provider.slug, provider.name])),
  zdr: (row, value) => value !== 'true' || endpointsOf(row).some(({ provider }) => provider.zdr),
};

const PAGES: Readonly<Record<string, [least: number, most: number]>> = { offset: [0, Infinity], limit: [1, 1000] };

/** What is wrong with a query, if anything. Parameters that nobody knows pass. */
function queryProblem(query: URLSearchParams): string | null {
  for (const [key, value] of query) {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    const page = PAGES[key];
    if ((page || NUMBERS[key]) && Number.isNaN(number)) return `${key} expected number`;
    if (page && !Number.isInteger(number)) return `${key} expected integer`;
    if (page && number < page[0]) return `${key} must be at least ${page[0]}`;
    if (page && number > page[1]) return `${key} must be at most ${page[1]}`;
  }
  return null;
}

/**
 * The rows that a query of `GET /models` asks for, in its order (§8.1).
 * @param now milliseconds since the epoch, for the age of a model
 */
export function selectRows(query: URLSearchParams, now: number): { rows: ModelRow[] } | { error: WireError } {
  const problem = queryProblem(query);
  if (problem) return { error: invalid(`Invalid input: ${problem}`) };
  const asked = new Map(query);
  // Models without text are missing unless asked for.
  if (!asked.has('output_modalities')) asked.set('output_modalities', 'text');
  const rows = catalogue().rows.filter((row) =>
    [...asked].every(([key, value]) => FILTERS[key]?.(row, value, now) ?? true),
  );
  const sort = SORTS[asked.get('sort') ?? ''];
  return { rows: sort ? rows.toSorted(sort) : rows };
}
