'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatDuration } from '@/lib/core/figures';
import { failureWords as w } from './failure-words';

interface WaitButtonProps {
  /** Unix milliseconds. */
  until: number;
  variant: 'secondary' | 'ghost';
  /** What it says once the wait is over. */
  label: string;
  onDone: () => void;
}

/** Longer waits, in milliseconds, name the time of their end. */
const LONG = 180_000;

/** Counts down; pressed before the end it waits and then acts, pressed again it lets go. */
export function WaitButton({ until, variant, label, onDone }: WaitButtonProps) {
  const [left, setLeft] = useState(() => until - Date.now());
  const [armed, setArmed] = useState(false);
  const tick = useEffectEvent(() => {
    const rest = until - Date.now();
    setLeft(rest);
    if (rest <= 0 && armed) {
      setArmed(false);
      onDone();
    }
  });
  const waiting = left > 0;

  // Time passes outside of React.
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => tick(), 250);
    return () => clearInterval(timer);
  }, [waiting]);

  if (waiting && left > LONG) {
    const time = new Date(until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return (
      <Button variant={variant} size="dense" onClick={onDone}>
        {w.at(time)}
      </Button>
    );
  }
  if (!waiting) {
    return (
      <Button variant={variant} size="dense" onClick={onDone}>
        {label}
      </Button>
    );
  }
  const time = formatDuration(Math.ceil(left / 1000) * 1000).replace('.0 s', ' s');
  return (
    <Button
      variant={variant}
      size="dense"
      aria-pressed={armed}
      className="tabular-nums"
      onClick={() => setArmed((was) => !was)}
    >
      {armed ? w.armed(time) : w.waiting(time)}
    </Button>
  );
}
