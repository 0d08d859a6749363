'use client';
import { type FormEvent, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { setSpendCaps, useSpendCaps } from '@/lib/browser/spend-caps';
import { spentNow } from '@/lib/browser/spend-watch';
import { parseCap } from '@/lib/core/ledger/spend-guard';
import { formatCost, type Usd, usdToString } from '@/lib/core/money';
import { words } from './words';

const w = words.caps;

const written = (cap: Usd | null): string => (cap === null ? '' : usdToString(cap));

/** What may be spent at most: set by a press, as half an amount is another one. */
export function SpendCapsForm() {
  const caps = useSpendCaps();
  const [run, setRun] = useState(() => written(caps.run));
  const [session, setSession] = useState(() => written(caps.session));
  const [kept, setKept] = useState(false);
  const [spent] = useState(spentNow);
  const read = { run: parseCap(run), session: parseCap(session) };
  const wrong = (value: Usd | null | undefined, text: string): string | undefined =>
    value === undefined ? w.refused(text.trim()) : undefined;
  const change = (set: (text: string) => void) => (text: string) => {
    setKept(false);
    set(text);
  };
  const same = read.run === caps.run && read.session === caps.session;
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (read.run === undefined || read.session === undefined || same) return;
    setSpendCaps({ run: read.run, session: read.session });
    setKept(true);
    announce(w.kept);
  };
  return (
    <form className="flex max-w-measure flex-col gap-4" onSubmit={keep}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={w.run}
          value={run}
          onChange={change(setRun)}
          inputMode="decimal"
          autoComplete="off"
          note={w.runNote}
          error={wrong(read.run, run)}
        />
        <TextField
          label={w.session}
          value={session}
          onChange={change(setSession)}
          inputMode="decimal"
          autoComplete="off"
          note={w.sessionNote(formatCost(spent))}
          error={wrong(read.session, session)}
        />
      </div>
      <p className="text-xs text-muted">{w.explain}</p>
      <div className="flex items-center gap-3">
        <Button
          type="submit"
          variant="primary"
          disabledReason={wrong(read.run, run) ?? wrong(read.session, session) ?? (same ? w.unchanged : undefined)}
        >
          {w.keep}
        </Button>
        {kept && <span className="text-sm text-success">{w.kept}</span>}
      </div>
    </form>
  );
}
