import { describe, expect, it } from 'vitest';

import { answerOf, END, TOKENS } from './markdown';
import { droppedPercent } from './frames';

const FRAME = 1000 / 60;
const frames = (...places: number[]): number[] => places.map((place) => 5000 + place * FRAME);

describe('frames dropped', () => {
  it('are none where each comes in its time, give or take a little', () => {
    expect(droppedPercent(frames(0, 1.1, 1.9, 3, 4), 5000, 6000)).toBe(0);
  });

  it('are those that a gap has no room for, of all that there could be', () => {
    // Frames 2 and 4 of the five after the first one are missing.
    expect(droppedPercent(frames(0, 1, 3, 5), 5000, 6000)).toBeCloseTo(40);
  });

  it('belong to the stretch from its beginning on, and end with it', () => {
    const all = frames(0, 3, 4, 5, 9);
    expect(droppedPercent(all, 5000 + FRAME, 5000 + 5 * FRAME)).toBeCloseTo(40);
    expect(droppedPercent(all, 5000 + 3 * FRAME, 5000 + 5 * FRAME)).toBe(0);
  });

  it('cannot be told of a stretch without frames', () => {
    expect(droppedPercent([], 0, 100)).toBeNaN();
    expect(droppedPercent(frames(0), 5000, 6000)).toBeNaN();
  });
});

describe('the Markdown of the benchmarks', () => {
  it('loses nothing when it is cut into tokens, and holds its last word nowhere else', () => {
    expect(TOKENS.join('')).toBe(answerOf(TOKENS.length));
    expect(answerOf(1)).not.toContain(END);
    for (const sign of ['## ', '1. ', '   - ', '|---|', '```ts', '> ', '**small**'])
      expect(answerOf(1)).toContain(sign);
  });
});
