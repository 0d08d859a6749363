import { cn } from '@/components/ui/cn';
import type { Pricing } from '@/lib/core/model';
import { isTiered, priceText, tierSentence } from './price-text';

const Mark = ({ pricing, className }: { pricing: Pricing; className?: string }) => (
  <span className={cn('text-warning', className)} data-tip={tierSentence(pricing)}>
    *
  </span>
);

/** `$0.25 / $2.00` per million tokens, in and out, with a mark where the price has tiers. */
export function PriceLabel({ pricing, className }: { pricing: Pricing; className?: string }) {
  const { input, output, single } = priceText(pricing);
  return (
    <span className={cn('whitespace-nowrap', className)}>
      {single ?? `${input} / ${output}`}
      {isTiered(pricing) ? <Mark pricing={pricing} /> : null}
    </span>
  );
}

/** The same in two columns under one head; the mark has a place of its own, so that figures stand under figures. */
export function PriceColumns({ pricing }: { pricing: Pricing }) {
  const { input, output, single } = priceText(pricing);
  const tiered = isTiered(pricing);
  return (
    <span className="text-right whitespace-nowrap sm:contents">
      <span
        className={
          single === null
            ? 'after:px-1 after:text-muted after:content-["/"] sm:w-22 sm:shrink-0 sm:after:content-none'
            : 'sm:w-22 sm:shrink-0'
        }
      >
        {single === null ? input : null}
      </span>
      <span className={tiered ? 'sm:w-16 sm:shrink-0' : 'mr-2 sm:w-16 sm:shrink-0'}>{single ?? output}</span>
      {tiered ? <Mark pricing={pricing} className="inline-block w-2 shrink-0 text-left" /> : null}
    </span>
  );
}
