/** A logarithmic axis. */
export interface LogScale {
  /** Where a value stands, from 0 to 1; values outside of the axis stand at its ends. */
  at: (value: number) => number;
  /** Powers of ten on the axis, ascending; of a short axis their doubles and fivefolds too. */
  ticks: readonly number[];
}

/**
 * An axis over positive values, with a little air on either side and a decade at least, so that one value alone has a
 * place in the middle. What is not positive and finite is passed over; null where nothing is left.
 */
export function logScale(values: readonly number[]): LogScale | null {
  const logs = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  if (logs.length === 0) return null;
  const [first, last] = [logs.reduce((a, b) => Math.min(a, b)), logs.reduce((a, b) => Math.max(a, b))];
  const air = Math.max((last - first) * 0.04, (1 - (last - first)) / 2);
  const [low, high] = [first - air, last + air];
  const steps = high - low < 2.5 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = Math.floor(low); power <= Math.floor(high); power += 1) {
    // From text: 5 * 10 ** -7 is no round number.
    ticks.push(...steps.map((step) => Number(`${step}e${power}`)));
  }
  return {
    at: (value) => Math.min(1, Math.max(0, (Math.log10(value) - low) / (high - low))),
    ticks: ticks.filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high),
  };
}
