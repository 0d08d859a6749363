import { isChatModel, makerOf, type Model, shortName } from './model';
import { type ModelFlag, type ModelQuery, parseModelQuery, plainWords, type QueryTerm } from './model-query';
import { type ModelSort, sortRows } from './model-sort';
import { parseUsd, type Usd, ZERO_USD } from './money';

/** The simulator's rows that fail on purpose. */
export const isSimulatorFault = (id: string): boolean => id.startsWith('simulator/');

export type Capability = 'tools' | 'vision' | 'reasoning' | 'structured';

const lists = (model: Model, word: string): boolean => model.supportedParameters?.includes(word) === true;

/** What the row says the model can do; false also where it says nothing. */
export const CAPABILITIES: Record<Capability, (model: Model) => boolean> = {
  tools: (model) => lists(model, 'tools'),
  vision: (model) => model.inputModalities.includes('image'),
  reasoning: (model) => model.reasoning !== null || lists(model, 'reasoning'),
  structured: (model) => lists(model, 'structured_outputs'),
};

interface Row {
  model: Model;
  /** Forms that a whole word of the query may equal or begin. */
  names: string[];
  makers: string[];
  /** Name and id as words, each with a space before it. */
  words: string;
  compactName: string;
  compactId: string;
  flags: ReadonlySet<ModelFlag>;
  /** US dollars per million tokens; null where unknown or where it varies. */
  input: Usd | null;
  output: Usd | null;
}

export interface ModelSearch {
  rows: readonly Row[];
  byId: ReadonlyMap<string, Row>;
}

/** `favourites`, `recent`, `all` and `faults` when nothing is named; `matches` and `faults` when something is. */
export interface SearchSection {
  kind: 'favourites' | 'recent' | 'all' | 'matches' | 'faults';
  models: readonly Model[];
  /** Ids that have no row of their own, such as presets and variants; they stand after the models. */
  unlisted: readonly string[];
}

export interface Arrangement {
  /** Ids in the order in which they are shown. */
  favourites?: readonly string[];
  /** Ids, the latest first. */
  recents?: readonly string[];
  /** In place of sections and rank. */
  sort?: ModelSort | null;
}

const NEW_SECONDS = 60 * 86_400;

const perMillion = (perToken: string | undefined): Usd | null => {
  const price = parseUsd(perToken);
  return price === null || price < 0n ? null : ((price * 1_000_000n) as Usd);
};

function flagsOf(model: Model, price: Pick<Row, 'input' | 'output'>, newFrom: number): ReadonlySet<ModelFlag> {
  const flags = new Set<ModelFlag>();
  for (const [name, has] of Object.entries(CAPABILITIES)) if (has(model)) flags.add(name as Capability);
  const request = parseUsd(model.pricing.request) ?? ZERO_USD;
  if (price.input === 0n && price.output === 0n && request === 0n) flags.add('free');
  if (model.created !== null && model.created >= newFrom) flags.add('new');
  return flags;
}

function toRow(model: Model, newFrom: number): Row {
  const [name, id] = [plainWords(model.name), plainWords(model.id)];
  const price = { input: perMillion(model.pricing.prompt), output: perMillion(model.pricing.completion) };
  const prefix = /^([^:]{1,30}): /.exec(model.name)?.[1] ?? '';
  return {
    model,
    names: [plainWords(shortName(model)), name, plainWords(model.id.replace(/^[^/]*\//, '')), id],
    makers: [plainWords(makerOf(model.id)), plainWords(prefix)].filter((maker) => maker !== ''),
    words: ` ${name} | ${id}`,
    compactName: name.replaceAll(' ', ''),
    compactId: id.replaceAll(' ', ''),
    flags: flagsOf(model, price, newFrom),
    ...price,
  };
}

function build(models: readonly Model[]): ModelSearch {
  const chat = models.filter(isChatModel).sort((a, b) => (b.created ?? 0) - (a.created ?? 0));
  // Counted back from the newest row and not from today, so that an old list has new models too.
  const newest = chat.find((model) => !isSimulatorFault(model.id))?.created ?? Infinity;
  const rows = chat.map((model) => toRow(model, newest - NEW_SECONDS));
  return { rows, byId: new Map(rows.map((row) => [row.model.id, row])) };
}

const built = new WeakMap<readonly Model[], ModelSearch>();

/** The index over the rows that a chat can use, newest first; built once for an array, which must not change after. */
export function modelSearch(models: readonly Model[]): ModelSearch {
  const known = built.get(models);
  if (known) return known;
  const search = build(models);
  built.set(models, search);
  return search;
}

const compares = {
  '<': (a: bigint | number, b: bigint | number) => a < b,
  '<=': (a: bigint | number, b: bigint | number) => a <= b,
  '>': (a: bigint | number, b: bigint | number) => a > b,
  '>=': (a: bigint | number, b: bigint | number) => a >= b,
  '=': (a: bigint | number, b: bigint | number) => a === b,
};

function meets(row: Row, term: QueryTerm): boolean {
  switch (term.kind) {
    case 'flag':
      return row.flags.has(term.flag);
    case 'maker':
      return row.makers.some((maker) => maker.startsWith(term.maker));
    case 'text':
      return row.words.includes(term.text);
    default: {
      const value = term.kind === 'context' ? row.model.contextLength : row[term.kind];
      return value !== null && compares[term.compare](value, term.value);
    }
  }
}

/** A word of the query with what would else be made of it anew for every row. */
interface Needle {
  text: string;
  word: string;
  letters: string;
  /** A letter meets a digit: `gpt4o` may stand for GPT-4o; without that, chance neighbours would match. */
  mixed: boolean;
}

const toNeedle = (text: string): Needle => ({
  text,
  word: ` ${text}`,
  letters: text.replaceAll(' ', ''),
  mixed: /^\S*([a-z]\d|\d[a-z])\S*$/.test(text),
});

/** Exact over prefix over word prefix over substring; zero for no match. */
function score(row: Row, { text, word, mixed }: Needle): number {
  // Most rows hold most words nowhere, and this is the cheapest way to know.
  if (!row.words.includes(text))
    return mixed && (row.compactName.includes(text) || row.compactId.includes(text)) ? 150 : 0;
  if (row.names.includes(text)) return 500;
  if (row.makers.includes(text)) return 490;
  const begins = (name: string): boolean => name.startsWith(text);
  if (row.names.some(begins) || row.makers.some(begins)) return 400;
  return row.words.includes(word) ? 300 : 200;
}

/** For letters that follow one another in the id, the better the closer they stand; zero where they do not. */
function guess({ compactId }: Row, { letters }: Needle): number {
  let [at, first] = [-1, 0];
  for (let index = 0; index < letters.length; index += 1) {
    at = compactId.indexOf(letters.charAt(index), at + 1);
    if (at < 0) return 0;
    if (index === 0) first = at;
  }
  return letters.length < 2 ? 0 : Math.max(1, 99 - (at - first + 1 - letters.length));
}

type Score = (row: Row, needle: Needle) => number;

/** Rows that hold every word, the best first; rows of equal rank keep their order. */
function rankBy(rows: readonly Row[], needles: Needle[], whole: Needle | null, scoreOf: Score): Row[] {
  const found: { row: Row; rank: number }[] = [];
  for (const row of rows) {
    let sum = 0;
    for (const needle of needles) {
      const points = scoreOf(row, needle);
      sum = points === 0 ? -1 : sum + points;
      if (sum < 0) break;
    }
    // The words together may be a name, which counts for more than each of them alone.
    if (sum >= 0) found.push({ row, rank: sum / needles.length + (whole ? score(row, whole) : 0) });
  }
  return found.sort((a, b) => b.rank - a.rank).map((match) => match.row);
}

function rank(rows: readonly Row[], texts: string[]): Row[] {
  const needles = texts.map(toNeedle);
  const whole = texts.length > 1 ? toNeedle(texts.join(' ')) : null;
  const sure = rankBy(rows, needles, whole, score);
  // Letters in order match many rows by chance: they serve only when nothing better does.
  return sure.length > 0
    ? sure
    : rankBy(rows, needles, null, (row, needle) => score(row, needle) || guess(row, needle));
}

const section = (
  kind: SearchSection['kind'],
  rows: readonly Row[],
  unlisted: readonly string[] = [],
): SearchSection => ({ kind, models: rows.map((row) => row.model), unlisted });

/** What a query asks: by name, by anything at all. */
interface Asked {
  named: boolean;
  narrowed: boolean;
}

function arrange(search: ModelSearch, rows: readonly Row[], order: Arrangement, { named, narrowed }: Asked) {
  const { favourites = [], recents = [], sort = null } = order;
  const faults = rows.filter((row) => isSimulatorFault(row.model.id));
  const models = faults.length === 0 ? rows : rows.filter((row) => !isSimulatorFault(row.model.id));
  const kind = named ? 'matches' : 'all';
  if (sort) return [section(kind, sortRows(models, sort)), section('faults', faults)];
  if (named) return [section(kind, models), section('faults', faults)];
  const left = new Set(models);
  const seen = new Set<string>();
  const take = (part: SearchSection['kind'], ids: readonly string[]): SearchSection => {
    const fresh = [...new Set(ids)].filter((id) => id !== '' && !seen.has(id));
    for (const id of fresh) seen.add(id);
    const found = fresh.map((id) => search.byId.get(id)).filter((row) => row !== undefined && left.delete(row));
    // Nothing is known of an id without a row, so no filter can be said to leave it.
    return section(part, found as Row[], narrowed ? [] : fresh.filter((id) => !search.byId.has(id)));
  };
  return [
    take('favourites', favourites),
    take('recent', recents),
    section('all', [...left]),
    section('faults', faults),
  ];
}

/** The rows that a query leaves, in the order in which they are shown; sections without rows are left out. */
export function searchModels(
  search: ModelSearch,
  query: string | ModelQuery,
  order: Arrangement = {},
): SearchSection[] {
  const { wanted, unwanted } = typeof query === 'string' ? parseModelQuery(query) : query;
  const texts = wanted.filter((term) => term.kind === 'text').map((term) => term.text);
  const filters = wanted.filter((term) => term.kind !== 'text');
  const left = search.rows.filter(
    (row) => filters.every((term) => meets(row, term)) && !unwanted.some((term) => meets(row, term)),
  );
  const rows = texts.length > 0 ? rank(left, texts) : left;
  const asked = { named: texts.length > 0, narrowed: filters.length + unwanted.length > 0 };
  return arrange(search, rows, order, asked).filter((part) => part.models.length + part.unlisted.length > 0);
}
