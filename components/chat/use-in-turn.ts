'use client';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type NextFrame, onNextFrame } from '@/lib/browser/frame';

/**
 * A value as it was when this component last had its turn: what many panes have to show at once is drawn one pane after
 * the other, and never in one long task.
 */
export function useInTurn<Value>(value: Value): Value {
  const [shown, show] = useState(() => value);
  const latest = useRef(value);
  const frame = useRef<NextFrame>(null);

  // The queue of frames is no part of React.
  useEffect(() => {
    latest.current = value;
    if (Object.is(value, shown)) return;
    // Drawn within its turn: else React would gather the turns of all panes and draw them together.
    frame.current ??= onNextFrame(() => flushSync(() => show(() => latest.current)));
    frame.current.request();
  }, [value, shown]);
  useEffect(() => () => frame.current?.cancel(), []);
  return shown;
}
