/** The value below which a share of all values lies; NaN of none. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};

/** Three digits that count, and no more. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

export const ratio = (value: number, floor: number): string => `${short(value / floor)}×`;

/** One line of the table, each cell as it is printed. */
export interface Row {
  what: string;
  budget: string;
  playground: string;
  raw: string;
  pipe: string;
  /** Playground by raw. */
  ratio: string;
  /** null where there is no budget. */
  met: boolean | null;
}

const MARK = { true: 'met', false: '**missed**', null: '–' };

export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, playground, raw, pipe, ratio, budget, met }) =>
      `| ${what} | ${playground} | ${raw} | ${pipe} | ${ratio} | ${budget} | ${MARK[`${met}`]} |`,
  );
  return [
    '| What | playground | raw route | Node pipe | playground ÷ raw | budget | |',
    '|---|---:|---:|---:|---:|---:|---|',
    ...lines,
  ].join('\n');
}
