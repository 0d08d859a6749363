'use client';
import { FlaskConical } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { demoWords as words } from './demo-words';

const KEY = 'openrouter-playground.demo-banner';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function dismissed(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'hidden';
  } catch {
    return false;
  }
}

function dismiss(): void {
  try {
    sessionStorage.setItem(KEY, 'hidden');
  } catch {
    // Without storage it comes back with the next page, which is the honest side to err on.
  }
  for (const listener of listeners) listener();
}

/** Says that the demo is a demo; in the first HTML, so that it never pushes anything down. */
export function DemoBanner({ onAddKey }: { onAddKey: () => void }) {
  const hidden = useSyncExternalStore(subscribe, dismissed, () => false);
  if (hidden) return null;
  return (
    <Banner
      tone="info"
      flush
      icon={<FlaskConical size={16} aria-hidden />}
      actions={
        <Button size="dense" aria-haspopup="dialog" onClick={onAddKey}>
          {words.addKey}
        </Button>
      }
      onDismiss={dismiss}
      dismissLabel={words.dismiss}
    >
      <strong className="font-medium">{words.text}</strong>{' '}
      <span className="text-muted max-sm:hidden">{words.how}</span>
    </Banner>
  );
}
