import { formatDuration, formatTokens } from '@/lib/core/figures';
import type { Json } from '@/lib/core/json';
import { formatAmount } from '@/lib/core/ledger/amounts';
import { type Answer, hasContent, textOf } from '@/lib/core/message';
import { formatCost, usdToString } from '@/lib/core/money';
import { type Amount, tokensOf } from '@/lib/core/receipt';
import { toCsv, toMarkdownTable } from '@/lib/core/table-text';
import { valueText } from '@/lib/core/trials/grid';
import { groupsOf, isCapped, summaryOf, textNames, type Trial, type TrialSummary } from '@/lib/core/trials/outcome';
import type { Spread } from '@/lib/core/trials/spread';
import { words as w } from './words';

export type CostOf = (answer: Answer) => Amount;
export type TrialColumn = keyof typeof w.columns;

export interface TrialGroup {
  name: string;
  summary: TrialSummary;
}

export const nameOf = (value: Json | undefined): string => (value === undefined ? w.unset : valueText(value));

/** A row for each value, and one for all where there are several. */
export function trialRows(trials: readonly Trial[], costOf: CostOf): TrialGroup[] {
  const rows = groupsOf(trials).map(({ value, trials }) => ({
    name: nameOf(value),
    summary: summaryOf(trials, costOf),
  }));
  return rows.length > 1 ? [...rows, { name: w.all, summary: summaryOf(trials, costOf) }] : rows;
}

/** A figure of a cell, and what stands below it: the least and the most, where they differ. */
export interface Cell {
  main: string;
  below: string | null;
}

function spreadCell<Figure extends number | bigint>(
  spread: Spread<Figure> | null,
  format: (figure: Figure) => string,
): Cell {
  if (!spread) return { main: w.none, below: null };
  const [min, max] = [format(spread.min), format(spread.max)];
  return { main: format(spread.median), below: min === max ? null : w.minMax(min, max) };
}

export function cellOf({ name, summary }: TrialGroup, column: TrialColumn): Cell {
  const { done, trials, costs, output, first, total, agreement } = summary;
  const plain = (main: string): Cell => ({ main, below: null });
  switch (column) {
    case 'value':
      return plain(name);
    case 'done':
      return { main: w.of(done, trials), below: endsText(summary) };
    case 'cost':
      return spreadCell(costs, formatCost);
    case 'output':
      return spreadCell(output, formatTokens);
    case 'first':
      return spreadCell(first, formatDuration);
    case 'total':
      return spreadCell(total, formatDuration);
    case 'same':
      return plain(agreement.texts < 2 ? w.none : w.of(agreement.most > 1 ? agreement.most : 0, agreement.texts));
    case 'overlap':
      return plain(agreement.overlap === null ? w.none : w.percent(agreement.overlap));
  }
}

/** `1 failed, 2 stopped`; null where all went well or goes on. */
function endsText({ failed, stopped, notSent }: TrialSummary): string | null {
  const parts = [
    ...(failed > 0 ? [w.failed(failed)] : []),
    ...(stopped > 0 ? [w.stopped(stopped)] : []),
    ...(notSent > 0 ? [w.notSent(notSent)] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** How far the trials are and what they have cost: `7 of 10 done, 1 failed, cost 0.42¢`. */
export function progressText(summary: TrialSummary): string {
  return [w.progress(summary.done, summary.trials), endsText(summary), w.spent(formatAmount(summary.cost))]
    .filter((part) => part !== null)
    .join(', ');
}

/** What became of one trial. */
export function stateOf(trial: Trial): keyof typeof w.states {
  const { answer, refusal, unsent } = trial;
  // Until its first words it waits: at the provider, or to be sent at all.
  if (answer) return answer.state === 'running' && !hasContent(answer) ? 'waiting' : answer.state;
  if (isCapped(trial)) return 'unsent';
  return refusal ? 'failed' : unsent ? 'unsent' : 'waiting';
}

/** The figures of one trial, in a line. */
export function trialFigures(trial: Trial, costOf: CostOf): string {
  const { answer } = trial;
  const state = stateOf(trial);
  if (!answer || state === 'waiting') return w.states[state];
  const { out } = tokensOf(answer.receipt);
  const { totalMs } = answer.receipt.timings;
  return [
    state === 'done' ? null : w.states[state],
    formatAmount(costOf(answer)),
    out === null ? null : w.tokens(formatTokens(out)),
    totalMs === null ? null : formatDuration(totalMs),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const COLUMNS = Object.keys(w.columns) as TrialColumn[];

/** The columns of the table; without values there is nothing to tell apart. */
export const columnsOf = (rows: readonly TrialGroup[]): TrialColumn[] =>
  COLUMNS.filter((column) => column !== 'value' || rows.length > 1);

/** The spread as a Markdown table. */
export const spreadMarkdown = (rows: readonly TrialGroup[]): string =>
  toMarkdownTable(
    COLUMNS.map((column) => w.columns[column]),
    rows.map((row) =>
      COLUMNS.map((column) => {
        const { main, below } = cellOf(row, column);
        return below ? `${main} (${below})` : main;
      }),
    ),
  );

const CSV_HEAD = [
  'trial',
  'value',
  'state',
  'text_number',
  'cost_usd',
  'cost_source',
  'output_tokens',
  'first_token_ms',
];

/** Every trial as comma-separated values: bare numbers, amounts to the last digit, what is unknown left empty. */
export function trialsCsv(trials: readonly Trial[], costOf: CostOf): string {
  const names = textNames(trials);
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  return toCsv(
    [...CSV_HEAD, 'total_ms', 'generation_id', 'text'],
    trials.map((trial, at) => {
      const { answer } = trial;
      const cost = answer ? costOf(answer) : null;
      const name = names.get(trial.id);
      return [
        String(at + 1),
        trial.value === undefined ? '' : valueText(trial.value),
        stateOf(trial),
        name === undefined ? '' : String(name + 1),
        cost?.usd === null || cost?.usd === undefined ? '' : usdToString(cost.usd),
        cost?.source ?? '',
        number(answer && tokensOf(answer.receipt).out),
        number(answer?.receipt.timings.firstContentMs),
        number(answer?.receipt.timings.totalMs),
        answer?.receipt.generationId ?? '',
        answer ? textOf(answer) : '',
      ];
    }),
  );
}
