import type { Json } from '@/lib/core/json';
import { ResetButton } from './reset-button';
import { routingWords as w } from './routing-words';

/** A setting in a form that its control cannot show: told as it is sent, with a way to unset it. */
export function RoutingOdd({ label, value, onUnset }: { label: string; value: Json; onUnset: () => void }) {
  return (
    <div>
      <div className="flex min-h-dense items-center gap-1">
        <span className="min-w-0 grow truncate text-sm font-medium">{label}</span>
        <ResetButton label={label} onReset={onUnset} />
      </div>
      <code className="block rounded-control bg-sunken px-2 py-1 text-xs wrap-anywhere">{JSON.stringify(value)}</code>
      <p className="pt-1 text-xs text-muted">{w.odd}</p>
    </div>
  );
}
