import type { JsonObject } from '@/lib/core/json';
import type { SimulatorContext } from '@/lib/simulator/context';
import type { Turn } from '@/lib/simulator/stream/turn';
import { wholeAnswer } from '@/lib/simulator/stream/whole';

export async function wholeFor(
  turn: Turn,
  { now }: SimulatorContext,
  _signal: AbortSignal,
): Promise<JsonObject | Response> {
  return wholeAnswer(turn, now);
}
