import { addUsd, formatCost, parseUsd, type Usd, ZERO_USD } from '@/lib/core/money';
import type { Estimate } from './estimate';

/** The most that may be spent, in exact US dollars; null is no cap. */
export interface SpendCaps {
  /** By one pane for one answer. */
  run: Usd | null;
  /** By all answers since the page was opened. */
  session: Usd | null;
}

export const NO_CAPS: SpendCaps = { run: null, session: null };

export const hasCap = ({ run, session }: SpendCaps): boolean => run !== null || session !== null;

/** A million dollars; what is more was not meant. */
const MOST = parseUsd('1e6') ?? ZERO_USD;

/**
 * Reads a cap as somebody writes it: `0.05`, `$1`; blank is none.
 * @returns null for no cap, undefined for what is no amount of dollars from 0 to a million
 */
export function parseCap(text: string): Usd | null | undefined {
  const bare = text.trim().replace(/^\$\s*/, '');
  if (bare === '') return null;
  const cap = /^\d*\.?\d*$/.test(bare) ? parseUsd(bare) : null;
  return cap === null || cap > MOST ? undefined : cap;
}

/**
 * Why a run must not be sent; null where it may. An estimate that is null forbids nothing: without a price no cap can be
 * kept, only one that is used up already.
 * @param spent since the page was opened, all that is under way included
 */
export function whyCapped(caps: SpendCaps, spent: Usd, estimate: Estimate | null): string | null {
  const low = estimate?.low ?? ZERO_USD;
  // A fallback that costs may serve in the place of a model that is free.
  const free = estimate !== null && estimate.high === 0n && !estimate.open;
  if (caps.run !== null && low > caps.run)
    return `Nothing was sent: this costs ${formatCost(low)} at least, and the cap for a run is ${formatCost(caps.run)}.`;
  if (caps.session === null || free) return null;
  const cap = formatCost(caps.session);
  if (spent >= caps.session)
    return `Nothing was sent: the cap of ${cap} for this session is used up (${formatCost(spent)}).`;
  return addUsd(spent, low) > caps.session
    ? `Nothing was sent: this costs ${formatCost(low)} at least, and of the cap of ${cap} for this session less is left.`
    : null;
}

/**
 * Why a run that is under way is stopped; null while it may go on.
 * @param run what it has cost so far
 * @param spent since the page was opened, this run included
 */
export function whyStopped(caps: SpendCaps, run: Usd, spent: Usd): string | null {
  if (caps.run !== null && run > caps.run)
    return `Stopped by the cap of ${formatCost(caps.run)} for a run: it has come to about ${formatCost(run)}.`;
  if (caps.session !== null && spent > caps.session && run > 0n)
    return `Stopped by the cap of ${formatCost(caps.session)} for this session: it has come to about ${formatCost(spent)}.`;
  return null;
}

/** What is said of an answer whose price nobody knows while a cap is set. */
export const UNCAPPED = 'No price is known for this answer, so the spend cap cannot be kept.';
