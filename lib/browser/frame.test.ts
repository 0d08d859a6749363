import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onNextFrame } from './frame';

let queue: FrameRequestCallback[] = [];
let now = 0;

/** One frame: what is asked for meanwhile has the next one. */
function passFrame(): void {
  const due = queue;
  queue = [];
  now += 1000;
  const at = now;
  for (const callback of due) callback(at);
}

beforeEach(() => {
  queue = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => queue.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {});
  vi.stubGlobal('document', { hidden: false });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the next frame', () => {
  it('calls back once, however often it was asked for', () => {
    const callback = vi.fn();
    const frame = onNextFrame(callback);
    for (let times = 0; times < 3; times += 1) frame.request();
    passFrame();
    passFrame();
    expect(callback).toHaveBeenCalledOnce();
  });

  it('is shared: who finds it used up is the first in the next one', () => {
    const drawn: string[] = [];
    const frames = ['a', 'b', 'c'].map((name) =>
      onNextFrame(() => {
        drawn.push(name);
        now += 4;
      }),
    );
    for (const { request } of frames) request();
    passFrame();
    expect(drawn.join('')).toBe('ab');
    for (const { request } of frames) request();
    passFrame();
    expect(drawn.join('')).toBe('abca');
  });

  it('comes in a page that has none', () => {
    const callback = vi.fn();
    onNextFrame(callback).request();
    vi.runAllTimers();
    expect(callback).toHaveBeenCalledOnce();
  });
});
