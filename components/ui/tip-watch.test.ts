// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchTips } from './tip-watch';

let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('CSS', { supports: () => true });
  Object.assign(HTMLElement.prototype, { showPopover: () => {}, hidePopover: () => {} });
  document.body.innerHTML = '<button id="one" data-tip="One">1</button><button id="two" data-tip="Two">2</button>';
  stop = watchTips(document);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function pointer(type: string, id: string, x: number): void {
  document.querySelector(`#${id}`)?.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: 5 }));
  vi.advanceTimersByTime(1000);
}
const tip = (): string | null => document.querySelector('#tip')?.textContent ?? null;
const tied = (): string[] =>
  [...document.querySelectorAll<HTMLElement & { style: { anchorName?: string } }>('button')]
    .filter(({ style }) => Boolean(style.anchorName))
    .map(({ id }) => id);

it('shows the tip of what the pointer comes to, tied to that alone', () => {
  pointer('pointerover', 'one', 10);
  expect(tip()).toBe('One');
  pointer('pointerover', 'two', 90);
  expect(tip()).toBe('Two');
  expect(tied()).toEqual(['two']);
});

it('shows none for what the page moves under a pointer that rests, and takes away the one that was', () => {
  pointer('pointermove', 'one', 10);
  pointer('pointerdown', 'one', 10);
  pointer('pointerover', 'two', 10);
  expect(tip()).toBeNull();
  pointer('pointerover', 'one', 20);
  expect(tip()).toBe('One');
  pointer('pointerover', 'two', 20);
  expect(tip()).toBeNull();
  expect(tied()).toEqual([]);
});
