'use client';
import { Check, CircleCheck, Coins, Gift, type LucideIcon, ScrollText, Sparkles } from 'lucide-react';
import { memo } from 'react';
import { Button } from '@/components/ui/button';
import { hasQueryToken } from '@/lib/core/model-query';
import { capabilityIcons } from './capability-marks';
import { filterWords } from './words';

const chips: { token: string; label: string; Icon: LucideIcon }[] = [
  { token: 'free', label: filterWords.free, Icon: Gift },
  { token: 'tools', label: filterWords.tools, Icon: capabilityIcons.tools },
  { token: 'vision', label: filterWords.vision, Icon: capabilityIcons.vision },
  { token: 'reasoning', label: filterWords.reasoning, Icon: capabilityIcons.reasoning },
  { token: 'structured', label: filterWords.structured, Icon: capabilityIcons.structured },
  { token: 'ctx>=200k', label: filterWords.long, Icon: ScrollText },
  { token: 'in<1', label: filterWords.cheapIn, Icon: Coins },
  { token: 'out<5', label: filterWords.cheapOut, Icon: Coins },
  { token: 'new', label: filterWords.fresh, Icon: Sparkles },
  { token: '-preview', label: filterWords.stable, Icon: CircleCheck },
];

const Chip = memo(function Chip({ at, pressed, onToggle }: { at: number; pressed: boolean; onToggle: Toggle }) {
  const chip = chips[at];
  if (!chip) return null;
  const Icon = pressed ? Check : chip.Icon;
  return (
    <Button
      size="dense"
      aria-pressed={pressed}
      icon={<Icon size={14} aria-hidden />}
      className="rounded-full px-2.5 text-xs font-normal aria-pressed:border-accent-line aria-pressed:bg-accent-tint aria-pressed:text-accent"
      // A press must not take the focus from the query, where typing goes on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onToggle(chip.token)}
    >
      {chip.label}
    </Button>
  );
});

type Toggle = (token: string) => void;

/** The commonest words of the query as buttons. */
export function FilterChips({ query, onToggle }: { query: string; onToggle: Toggle }) {
  return (
    <fieldset
      aria-label={filterWords.group}
      className="min-w-0 shrink-0 flex gap-1.5 overflow-x-auto px-3 pb-2 pointer-coarse:py-2 sm:flex-wrap sm:overflow-visible"
    >
      {chips.map((chip, at) => (
        <Chip key={chip.token} at={at} pressed={hasQueryToken(query, chip.token)} onToggle={onToggle} />
      ))}
    </fieldset>
  );
}
