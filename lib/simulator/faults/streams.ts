import type { SimulatorContext } from '@/lib/simulator/context';
import { streamFrames } from '@/lib/simulator/stream/frames';
import type { Frame, Turn } from '@/lib/simulator/stream/turn';

/** The frames of a turn: its own for a sentinel, the usual ones for every other model. */
export function framesOf(turn: Turn, { now }: SimulatorContext): Iterator<Frame> {
  return streamFrames(turn, now);
}
