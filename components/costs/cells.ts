import { formatDuration, formatTokens } from '@/lib/core/figures';
import { formatAmount } from '@/lib/core/ledger/amounts';
import { type BoardColumn, type BoardRow, type Mark, type Share, SHARES } from '@/lib/core/ledger/board';
import { formatCost, usdToString } from '@/lib/core/money';
import { toCsv, toMarkdownTable } from '@/lib/core/table-text';
import { words } from './words';

const w = words.board;
const UNKNOWN = w.unknown;

export const isShare = (column: BoardColumn): column is Share => (SHARES as readonly string[]).includes(column);

/** The columns of a scope, what was come for first. Only where answers are summed does their count say something. */
export const columnsOf = (counting: boolean): BoardColumn[] => [
  'name',
  'cost',
  ...(counting ? (['answers'] as const) : []),
  'first',
  'total',
  'speed',
  ...SHARES,
];

/** A figure as the board shows it. */
export function cellText(row: BoardRow, column: BoardColumn): string {
  if (column === 'name') return row.name;
  if (column === 'answers') return String(row.answers);
  if (column === 'first') return row.firstMs === null ? UNKNOWN : formatDuration(row.firstMs);
  if (column === 'total') return row.totalMs === null ? UNKNOWN : formatDuration(row.totalMs);
  if (column === 'speed') return row.speed === null ? UNKNOWN : Math.round(row.speed).toLocaleString('en-US');
  if (column === 'cost') return formatAmount(row.cost);
  const tokens = formatTokens(row.counts[column]);
  return row.guessed && column !== 'search' && row.counts[column] > 0 ? `~${tokens}` : tokens;
}

/** What a share costs; null where it is not known or the share is not there. */
export const shareText = ({ shares, sharesAtLeast, counts }: BoardRow, share: Share): string | null =>
  shares === null || (shares[share] === 0n && counts[share] === 0)
    ? null
    : `${sharesAtLeast ? '≥ ' : ''}${formatCost(shares[share])}`;

/** A row in a sentence, for who hears it. */
export function rowSentence(row: BoardRow, marks: readonly Mark[]): string {
  const figures = columnsOf(row.answers > 1)
    .filter((column) => column !== 'name' && column !== 'cost')
    .map((column) => {
      const cost = isShare(column) ? shareText(row, column) : null;
      return `${words.columns[column]} ${cellText(row, column)}${cost ? ` for ${cost}` : ''}`;
    });
  const best = marks.map((mark) => `, ${words.marks[mark]}`).join('');
  return `${row.name}: ${formatAmount(row.cost)}${best}. ${figures.join(', ')}.`;
}

const withCost = (row: BoardRow, column: BoardColumn): string => {
  const cost = isShare(column) ? shareText(row, column) : null;
  return cost ? `${cellText(row, column)} (${cost})` : cellText(row, column);
};

/** The board as a Markdown table, as it is shown. */
export function boardMarkdown(
  rows: readonly BoardRow[],
  sum: BoardRow,
  marks: ReadonlyMap<string, readonly Mark[]>,
): string {
  const columns = columnsOf(true);
  const cells = (row: BoardRow): string[] =>
    columns.map((column) => {
      const best = column === 'name' ? (marks.get(row.id) ?? []).map((mark) => words.marks[mark]).join(', ') : '';
      return best ? `${row.name} (${best})` : withCost(row, column);
    });
  return toMarkdownTable(
    columns.map((column) => words.columns[column]),
    [...rows, ...(rows.length > 1 ? [sum] : [])].map(cells),
  );
}

const CSV_HEAD = [
  'model',
  'answers',
  'first_token_ms',
  'total_ms',
  'tokens_per_second',
  ...SHARES.map((share) => (share === 'search' ? 'searches' : `${share}_tokens`)),
  'tokens_estimated',
  ...SHARES.map((share) => `${share}_usd`),
  'parts_lower_bound',
  'cost_usd',
  'cost_source',
  'lower_bound',
];

/** The board as comma-separated values: bare numbers, amounts to their last digit, what is unknown left empty. */
export const boardCsv = (rows: readonly BoardRow[]): string =>
  toCsv(
    CSV_HEAD,
    rows.map((row) => [
      row.name,
      String(row.answers),
      row.firstMs === null ? '' : String(Math.round(row.firstMs)),
      row.totalMs === null ? '' : String(Math.round(row.totalMs)),
      row.speed === null ? '' : row.speed.toFixed(2),
      ...SHARES.map((share) => String(row.counts[share])),
      row.guessed ? 'yes' : 'no',
      ...SHARES.map((share) => (row.shares === null ? '' : usdToString(row.shares[share]))),
      row.shares !== null && row.sharesAtLeast ? 'yes' : 'no',
      row.cost.usd === null ? '' : usdToString(row.cost.usd),
      row.cost.source,
      row.cost.atLeast ? 'yes' : 'no',
    ]),
  );
