import { Check, CircleSlash, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { Note } from '@/lib/core/notes';
import { words } from './words';

export interface Standing {
  state: Note['state'];
  /** Whether the value is in the body. */
  sent: boolean;
  reason: string;
  /** How many of the pane's models take it: all where nothing is known. */
  takers: number;
  total: number;
}

const Line = ({ icon, tone, children }: { icon: ReactNode; tone?: string; children: ReactNode }) => (
  <span className={cn('flex items-start gap-1', tone)}>
    <span className="mt-px shrink-0">{icon}</span>
    <span className="min-w-0">{children}</span>
  </span>
);

const Word = ({ children }: { children: string }) => <span className="font-medium">{children}</span>;

/** What becomes of a parameter, by a mark and a word; nothing to say of a plain default. */
export function StateLine({ state, sent, reason, takers, total }: Standing) {
  if (state === 'conflict') {
    return (
      <Line icon={<TriangleAlert size={14} aria-hidden />} tone="text-warning">
        <Word>{sent ? words.conflictSent : words.conflictNotSent}</Word> {reason}
      </Line>
    );
  }
  if (state === 'dropped') {
    return (
      <Line icon={<CircleSlash size={14} aria-hidden />}>
        <Word>{words.dropped}</Word> {reason}
      </Line>
    );
  }
  if (state === 'sent') return <Line icon={<Check size={14} aria-hidden />}>{reason}</Line>;
  if (takers === 0) return <Line icon={<CircleSlash size={14} aria-hidden />}>{words.notTaken(total)}</Line>;
  return <Line icon={<Info size={14} aria-hidden />}>{words.partly(takers, total)}</Line>;
}

/** Whether there is anything to say beside what the control itself shows. */
export const hasLine = ({ state, takers, total }: Standing): boolean => state !== 'default' || takers < total;
