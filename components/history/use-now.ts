'use client';
import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** Unix milliseconds, each minute anew: what was today becomes yesterday while the page stays open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  // Time passes outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
