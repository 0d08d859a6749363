import type { Answer } from '@/lib/core/message';
import { addUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import { compareUsd, sumOf, sumTotals, type Total } from './amounts';
import type { AnswerCost } from './answer-cost';
import type { Consumption } from './consumption';

/** What the board shows of a cost, each apart from the others. */
export const SHARES = ['input', 'cached', 'output', 'reasoning', 'search'] as const;
export type Share = (typeof SHARES)[number];

export interface BoardAnswer {
  answer: Answer;
  cost: AnswerCost;
  /** `guessed` where it was counted from the text. */
  used: Consumption & { guessed?: boolean };
}

export interface BoardRow {
  id: string;
  name: string;
  answers: number;
  /** Every one of them came to its end. */
  whole: boolean;
  /** Milliseconds: the mean of the answers to their first token, and the sum of their times. */
  firstMs: number | null;
  totalMs: number | null;
  /** Tokens a second between first token and end. */
  speed: number | null;
  /** Tokens; searches for `search`. */
  counts: Record<Share, number>;
  /** Some of the tokens were counted from the text: nobody has told them. */
  guessed: boolean;
  /** Null where the cost cannot be divided. */
  shares: Record<Share, Usd> | null;
  /** Some of the answers cannot be divided: the shares of the others are a lower bound. */
  sharesAtLeast: boolean;
  cost: Total;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function countsOf(answers: readonly BoardAnswer[]): Record<Share, number> {
  const all = (pick: (used: Consumption) => number): number => sum(answers.map(({ used }) => pick(used)));
  return {
    input: all(({ prompt, cached }) => prompt - cached),
    cached: all(({ cached }) => cached),
    output: all(({ completion, reasoning }) => completion - reasoning),
    reasoning: all(({ reasoning }) => reasoning),
    search: all(({ searches }) => searches),
  };
}

function sharesOf(answers: readonly BoardAnswer[]): BoardRow['shares'] {
  const divided = answers.map(({ cost }) => cost.parts).filter((parts) => parts !== null);
  if (divided.length === 0) return null;
  const all = (pick: (parts: (typeof divided)[number]) => Usd): Usd => addUsd(ZERO_USD, ...divided.map(pick));
  return {
    input: all(({ input, cacheWrite }) => addUsd(input, cacheWrite)),
    cached: all(({ cacheRead }) => cacheRead),
    output: all(({ output, media }) => addUsd(output, media)),
    reasoning: all(({ reasoning }) => reasoning),
    search: all(({ search, request, fee }) => addUsd(search, request, fee)),
  };
}

/** Whether a cost is not among the shares, though it is not nothing. */
const isUndivided = ({ cost: { amount, parts } }: BoardAnswer): boolean => parts === null && amount.usd !== ZERO_USD;

/** Some answers as one row; times and speed only of those that told them. */
export function boardRow(id: string, name: string, answers: readonly BoardAnswer[]): BoardRow {
  const first = answers.map(({ answer }) => answer.receipt.timings.firstContentMs).filter((ms) => ms !== null);
  const total = answers.map(({ answer }) => answer.receipt.timings.totalMs).filter((ms) => ms !== null);
  const timed = answers.flatMap(({ answer: { receipt, state }, used }) => {
    // What broke off was booked by other tokens than came in its time.
    if (state !== 'done') return [];
    const { firstContentMs, totalMs } = receipt.timings;
    const window = firstContentMs === null || totalMs === null ? 0 : totalMs - firstContentMs;
    // Too short a window means nothing, as on the receipt.
    return window >= 20 && used.completion >= 2 ? [{ window, tokens: used.completion }] : [];
  });
  return {
    id,
    name,
    answers: answers.length,
    whole: answers.every(({ answer }) => answer.state === 'done'),
    firstMs: first.length === 0 ? null : sum(first) / first.length,
    totalMs: total.length === 0 ? null : sum(total),
    speed:
      timed.length === 0
        ? null
        : sum(timed.map(({ tokens }) => tokens)) / (sum(timed.map(({ window }) => window)) / 1000),
    counts: countsOf(answers),
    guessed: answers.some(({ used }) => used.guessed === true),
    shares: sharesOf(answers),
    sharesAtLeast: answers.some(isUndivided),
    cost: sumOf(answers.map(({ cost }) => cost.amount)),
  };
}

/** Rows as one: panes answer beside each other, so times and speeds of several are no figure. */
export function sumRow(name: string, rows: readonly BoardRow[]): BoardRow {
  const shares = rows.map((row) => row.shares).filter((one) => one !== null);
  const over = <T>(add: (share: Share) => T): Record<Share, T> =>
    Object.fromEntries(SHARES.map((share) => [share, add(share)])) as Record<Share, T>;
  return {
    id: 'sum',
    name,
    answers: sum(rows.map(({ answers }) => answers)),
    whole: rows.every(({ whole }) => whole),
    firstMs: null,
    totalMs: null,
    speed: null,
    counts: over((share) => sum(rows.map(({ counts }) => counts[share]))),
    guessed: rows.some(({ guessed }) => guessed),
    sharesAtLeast: rows.some((row) => row.sharesAtLeast),
    shares: shares.length === 0 ? null : over((share) => addUsd(ZERO_USD, ...shares.map((one) => one[share]))),
    cost: sumTotals(rows.map(({ cost }) => cost)),
  };
}

export type BoardColumn = 'name' | 'answers' | 'first' | 'total' | 'speed' | Share | 'cost';

const figure = (row: BoardRow, column: Exclude<BoardColumn, 'name' | 'cost'>): number | null => {
  if (column === 'answers') return row.answers;
  if (column === 'first') return row.firstMs;
  if (column === 'total') return row.totalMs;
  if (column === 'speed') return row.speed;
  return row.counts[column];
};

/** Rows in the order of a column; what is not known is last either way, and equals stay as they are. */
export function sortRows(rows: readonly BoardRow[], column: BoardColumn, direction: 1 | -1): BoardRow[] {
  return rows.toSorted((one, other) => {
    if (column === 'name') return direction * one.name.localeCompare(other.name, 'en');
    if (column === 'cost') return compareUsd(one.cost.usd, other.cost.usd, direction);
    const [left, right] = [figure(one, column), figure(other, column)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return direction * (left - right);
  });
}

export type Mark = 'cheapest' | 'fastest' | 'shortest';

function best(rows: readonly BoardRow[], better: (one: BoardRow, other: BoardRow) => number): BoardRow[] {
  const [first, ...others] = rows.toSorted(better);
  if (!first || others.length === 0) return [];
  const equal = [first, ...others.filter((other) => better(first, other) === 0)];
  // All alike, none stands out.
  return equal.length === rows.length ? [] : equal;
}

/** Whether the sums of some rows say nothing against each other, because they are of unequally many answers. */
export const countsDiffer = (rows: readonly BoardRow[]): boolean =>
  rows.some(({ answers }) => answers !== rows[0]?.answers);

/**
 * Which rows stand out among several: least cost, most tokens a second, least output. A lower bound is never the least,
 * and of unequally many answers only the speed compares.
 */
export function marksOf(rows: readonly BoardRow[]): ReadonlyMap<string, readonly Mark[]> {
  // Who said nothing is neither cheap nor short.
  const spoken = countsDiffer(rows) ? [] : rows.filter(({ counts, whole }) => counts.output > 0 && whole);
  const settled = spoken.filter(({ cost }) => cost.usd !== null && !cost.atLeast);
  const timed = rows.filter(({ speed }) => speed !== null);
  const found: [Mark, BoardRow[]][] = [
    ['cheapest', best(settled, (one, other) => compareUsd(one.cost.usd, other.cost.usd, 1))],
    ['fastest', best(timed, (one, other) => (other.speed ?? 0) - (one.speed ?? 0))],
    ['shortest', best(spoken, (one, other) => one.counts.output - other.counts.output)],
  ];
  return new Map(
    rows.map(({ id }) => [
      id,
      found.filter(([, winners]) => winners.some((row) => row.id === id)).map(([mark]) => mark),
    ]),
  );
}
