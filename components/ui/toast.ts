import { announce } from './announcer';
import { createCell } from './cell';

export type ToastAction = { label: string; onSelect: () => void };
export type ToastEntry = { id: number; message: string; tone: 'neutral' | 'danger'; action?: ToastAction | undefined };

export const toasts = createCell<readonly ToastEntry[]>([]);
let count = 0;

/**
 * Shows one sentence at the foot of the page and says it to screen readers. It leaves after 6 s, or 12 s with an action
 * (longer while hovered or focused). Its action must be reachable elsewhere too.
 */
export function toast(message: string, options: { action?: ToastAction; tone?: 'neutral' | 'danger' } = {}): number {
  count += 1;
  toasts.set([
    ...toasts.get().slice(-2),
    { id: count, message, tone: options.tone ?? 'neutral', action: options.action },
  ]);
  announce(message);
  return count;
}

export function dismissToast(id: number) {
  toasts.set(toasts.get().filter((entry) => entry.id !== id));
}
