import { addUsd, formatCost, type Usd, ZERO_USD } from '@/lib/core/money';
import { type Amount, type CostSource, UNKNOWN } from '@/lib/core/receipt';

/** A sum of amounts. */
export interface Total extends Amount {
  /** Something in it is unknown or not settled, so the truth may be more, never less. */
  atLeast: boolean;
}

function sourceOf(sources: ReadonlySet<CostSource>): CostSource {
  if (sources.has('estimated') || sources.has('partial')) return 'estimated';
  if (sources.has('recorded')) return 'recorded';
  return sources.has('billed') ? 'billed' : 'free';
}

/** Adds up what is known. Nothing at all is free; only unknown amounts are unknown. */
export function sumOf(amounts: readonly Amount[]): Total {
  const known = amounts.filter(({ usd }) => usd !== null);
  if (known.length === 0 && amounts.length > 0) return { ...UNKNOWN, atLeast: true };
  return {
    usd: addUsd(...known.map(({ usd }) => usd ?? ZERO_USD)),
    source: sourceOf(new Set(known.map(({ source }) => source))),
    atLeast: known.length < amounts.length || known.some(({ source }) => source === 'partial'),
  };
}

/** Adds up sums; one that is a lower bound makes the whole one. */
export const sumTotals = (totals: readonly Total[]): Total => {
  const whole = sumOf(totals);
  return { ...whole, atLeast: whole.atLeast || totals.some(({ atLeast }) => atLeast) };
};

/** As the screen shows an amount or a sum: `0.31¢`, `est. 0.31¢`, `≥ 0.31¢`, `free`, `unknown`. */
export function formatAmount({ usd, source, atLeast = false }: Amount & { atLeast?: boolean }): string {
  if (usd === null) return 'unknown';
  if (usd === 0n && !atLeast) return source === 'free' ? 'free' : formatCost(usd);
  const guessed = source === 'estimated' || source === 'partial';
  return `${atLeast ? '≥ ' : ''}${guessed ? 'est. ' : ''}${formatCost(usd)}`;
}

/** By amount; unknown ones are last in either direction, as nothing is known of their place. */
export function compareUsd(one: Usd | null, other: Usd | null, direction: 1 | -1): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return one === other ? 0 : one < other ? -direction : direction;
}
