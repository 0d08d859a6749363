import type { JsonObject } from '@/lib/core/json';
import { type Bill, billOf, usageOf } from '@/lib/simulator/pricing/usage';
import type { Turn } from './turn';

/** What a turn costs by now, at the prices of its endpoint. */
export function billOfTurn({ stage, endpoint, finish }: Turn, now: number): Bill {
  const { tally } = stage;
  // No token and no finish reason: not charged (§5.7).
  const insured = tally.completion === 0 && (finish === null || finish === 'error');
  return billOf(insured ? { ...tally, free: true } : tally, endpoint.pricing, now, endpoint.byok);
}

export const turnUsage = (turn: Turn, now: number): JsonObject => usageOf(turn.stage.tally, billOfTurn(turn, now));
