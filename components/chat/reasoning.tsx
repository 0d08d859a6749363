'use client';
import { useEffect, useRef, useState } from 'react';
import { Collapsible } from '@/components/ui/collapsible';
import { ScrollRegion } from './scroll-region';
import { words } from './words';

/** Reasoning with its time: open while it grows, in a box of its own height so that the answer below stays put. */
export function Reasoning({
  text,
  durationMs,
  growing,
}: {
  text: string;
  durationMs: number | null;
  growing: boolean;
}) {
  const [open, setOpen] = useState(growing);
  const box = useRef<HTMLElement>(null);

  // The newest thought stays in view, unless the reader has scrolled up in the box.
  useEffect(() => {
    const element = box.current;
    if (!growing || !element) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < 60) element.scrollTop = element.scrollHeight;
  });

  return (
    <Collapsible
      open={open}
      onOpenChange={setOpen}
      summary={growing ? <Elapsed /> : durationMs === null ? words.reasoning.unknown : words.reasoning.done(durationMs)}
      className="text-muted"
    >
      <ScrollRegion
        ref={box}
        label={words.reasoning.unknown}
        className="max-h-40 max-w-[72ch] overflow-y-auto border-s-2 border-line ps-3 text-sm leading-5 break-words whitespace-pre-wrap"
      >
        {text}
      </ScrollRegion>
    </Collapsible>
  );
}

function Elapsed() {
  const [since] = useState(() => Date.now());
  const [now, setNow] = useState(since);

  // The time runs on while no text comes.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return words.reasoning.running(now - since);
}
