/** The least, the middle and the most of some figures, in their own unit. */
export interface Spread<Figure> {
  min: Figure;
  /** Of an even number of figures the mean of the middle two; of exact amounts cut to the last digit. */
  median: Figure;
  max: Figure;
}

/** @returns null for no figures */
export function spreadOf(figures: readonly number[]): Spread<number> | null {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [min, low, high, max] = [sorted[0], sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)], sorted.at(-1)];
  if (min === undefined || low === undefined || high === undefined || max === undefined) return null;
  return { min, median: (low + high) / 2, max };
}

/** The same for exact amounts. @returns null for no amounts */
export function exactSpreadOf<Amount extends bigint>(amounts: readonly Amount[]): Spread<Amount> | null {
  const sorted = amounts.toSorted((one, other) => (one < other ? -1 : Number(one > other)));
  const middle = sorted.length / 2;
  const [min, low, high, max] = [sorted[0], sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)], sorted.at(-1)];
  if (min === undefined || low === undefined || high === undefined || max === undefined) return null;
  return { min, median: ((low + high) / 2n) as Amount, max };
}
