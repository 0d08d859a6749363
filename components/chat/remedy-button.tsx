'use client';
import { ExternalLink } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import type { Remedy } from '@/lib/core/doctor/remedy';
import { labelOf, pageOf } from './failure-words';
import { WaitButton } from './wait-button';

interface RemedyButtonProps {
  remedy: Remedy;
  /** Unix milliseconds from which a wait counts. */
  failedAt: number;
  /** The first of them is the one to press. */
  first: boolean;
  onRemedy: (remedy: Remedy) => void;
}

/** One remedy: a button that mends, a countdown, or a link to where it is mended. */
export function RemedyButton({ remedy, failedAt, first, onRemedy }: RemedyButtonProps) {
  const variant = first ? 'secondary' : 'ghost';
  const page = pageOf(remedy);
  if (page !== null) {
    return (
      <a href={page} target="_blank" rel="noopener noreferrer" className={buttonClass(variant, 'dense')}>
        {labelOf(remedy)}
        <ExternalLink size={14} aria-hidden />
      </a>
    );
  }
  if (remedy.kind === 'retry' && remedy.afterSeconds) {
    return (
      <WaitButton
        until={failedAt + remedy.afterSeconds * 1000}
        variant={variant}
        label={labelOf(remedy)}
        onDone={() => onRemedy(remedy)}
      />
    );
  }
  return (
    <Button variant={variant} size="dense" className="max-w-full" onClick={() => onRemedy(remedy)}>
      <span className="truncate">{labelOf(remedy)}</span>
    </Button>
  );
}
