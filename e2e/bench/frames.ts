/** Milliseconds between two frames of a screen of 60 Hz, which a browser without a screen pretends to have. */
const FRAME_MS = 1000 / 60;

/**
 * The percentage of frames that did not come between two instants: a gap of two intervals is one frame dropped of two.
 * The gap that is open when the stretch begins belongs to it.
 * @param frames instants at which frames began, ascending; they, `from` and `to` in milliseconds on one clock
 */
export function droppedPercent(frames: readonly number[], from: number, to: number): number {
  const first = Math.max(
    0,
    frames.findLastIndex((at) => at <= from),
  );
  const within = frames.slice(first).filter((at) => at <= to);
  const dropped = within
    .map((at, place) => at - (within[place - 1] ?? at - FRAME_MS))
    .reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  return within.length < 2 ? Number.NaN : (100 * dropped) / (dropped + within.length - 1);
}

/** How one answer, or several at once, looked from the page; instants are Unix milliseconds with their fractions. */
export interface Watched {
  frames: number[];
  /** When the last word of every answer was on the screen. */
  paintedAt: number;
  /** Durations of all tasks over 50 ms, from the question on. */
  longTasks: number[];
}
