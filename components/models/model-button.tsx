'use client';
import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type Model, shortName } from '@/lib/core/model';
import { PriceLabel } from './price-label';
import { buttonWords } from './words-button';

// Written out, because a class that is put together is not found by the style sheet.
const dots = ['bg-pane-1', 'bg-pane-2', 'bg-pane-3', 'bg-pane-4', 'bg-pane-5', 'bg-pane-6', 'bg-pane-7', 'bg-pane-8'];

export type ModelButtonProps = {
  /** The id as the pane holds it. */
  id: string;
  /** Its row; without one the id is shown. */
  model: Model | undefined;
  /** 1 to 8: the colour of the dot. */
  pane?: number;
  onClick: () => void;
  /** Whether the picker that it opens is open. */
  expanded?: boolean;
  /** Keys shown in the tooltip, e.g. `⌘K`. */
  shortcut?: string | undefined;
  /** Leaves the price out where its container is narrow. */
  priceGivesWay?: boolean;
  className?: string;
};

/** The chip of a pane's model; it opens the picker. */
export function ModelButton(props: ModelButtonProps) {
  const { id, model, pane = 1, onClick, expanded, shortcut, priceGivesWay = false, className } = props;
  const name = model ? shortName(model) : id;
  return (
    <Button
      onClick={onClick}
      tip={id}
      shortcut={shortcut}
      aria-haspopup="dialog"
      aria-expanded={expanded}
      className={cn('max-w-full min-w-0 shrink rounded-full px-3', className)}
      icon={<span aria-hidden className={cn('size-2 shrink-0 rounded-full', dots[(pane - 1) % dots.length])} />}
    >
      <span className="max-w-72 min-w-0 truncate">
        <VisuallyHidden>{buttonWords.model} </VisuallyHidden>
        {name}
      </span>
      {model ? (
        <span
          aria-hidden
          className={cn('shrink-0 text-xs font-normal text-muted max-lg:hidden', priceGivesWay && '@max-sm:hidden')}
        >
          <PriceLabel pricing={model.pricing} />
        </span>
      ) : null}
      <ChevronDown size={16} aria-hidden className="shrink-0 text-muted" />
    </Button>
  );
}
