/** How a slider's travel, 0 to 100 on a `log` scale, stands for values: where most useful ones lie near the low end. */
export const travel = 100;

type Span = { min: number; max: number; step: number };

const low = ({ min, step }: Span) => Math.max(min, step);

/** Where on the track `value` stands. */
export function toTravel(value: number, span: Span): number {
  const from = low(span);
  if (value < from) return 0;
  return Math.round((Math.log(value / from) / Math.log(span.max / from)) * travel);
}

/** The value at a place on the track, in round figures: three digits are more than a hand can aim at. */
export function fromTravel(place: number, span: Span): number {
  if (place <= 0) return span.min;
  if (place >= travel) return span.max;
  const from = low(span);
  const exact = from * (span.max / from) ** (place / travel);
  const grain = Math.max(span.step, 10 ** (Math.floor(Math.log10(exact)) - 1));
  return Math.min(span.max, Math.max(span.min, Number((Math.round(exact / grain) * grain).toFixed(6))));
}

/** The value after a move from `value` to `place`: another one, however small the move, so that an arrow key always moves. */
export function moveTo(place: number, value: number, span: Span): number {
  const next = fromTravel(place, span);
  const ahead = place - toTravel(value, span);
  // Browsers report a place once more when the hand lets go: that is no move.
  if (ahead === 0) return value;
  if ((next - value) * ahead > 0) return next;
  return Math.min(span.max, Math.max(span.min, value + Math.sign(ahead) * span.step));
}
