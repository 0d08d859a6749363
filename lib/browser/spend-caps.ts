import 'client-only';
import { create } from 'zustand';
import { NO_CAPS, parseCap, type SpendCaps } from '@/lib/core/ledger/spend-guard';
import { usdToString } from '@/lib/core/money';

const KEY = 'openrouter-playground.spend-caps';

/** Anybody can write to the storage of a device: what is no amount is no cap. */
const cap = (value: unknown) => (typeof value === 'string' ? (parseCap(value) ?? null) : null);

function read(): SpendCaps {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Record<string, unknown>> | null;
    return { run: cap(value?.['run']), session: cap(value?.['session']) };
  } catch {
    return NO_CAPS;
  }
}

/** The caps of this device. Data only; the verb stands below. */
export const useSpendCaps = create<SpendCaps>(read);

if (typeof window !== 'undefined') {
  addEventListener('storage', ({ key }) => {
    if (key === KEY) useSpendCaps.setState(read());
  });
}

/** Sets the caps; they are kept on the device, in every tab. */
export function setSpendCaps(caps: SpendCaps): void {
  useSpendCaps.setState(caps);
  const text = (value: SpendCaps['run']): string | null => (value === null ? null : usdToString(value));
  try {
    localStorage.setItem(KEY, JSON.stringify({ run: text(caps.run), session: text(caps.session) }));
  } catch {
    // No storage, or a full one: they hold until the page goes.
  }
}
