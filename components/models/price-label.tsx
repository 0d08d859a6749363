import { cn } from '@/components/ui/cn';
import type { Pricing } from '@/lib/core/model';
import { isTiered, priceText, tierSentence } from './price-lines';

export type PriceLabelProps = {
  pricing: Pricing;
  /** In and out each in a column of their own, for rows under one head. */
  columns?: boolean;
  className?: string;
};

/** `$0.25 / $2.00` per million tokens, in and out, with a mark where the price has tiers. */
export function PriceLabel({ pricing, columns = false, className }: PriceLabelProps) {
  const { input, output, single } = priceText(pricing);
  const cell = columns ? 'text-right sm:w-16' : undefined;
  return (
    <span className={cn('inline-flex justify-end whitespace-nowrap', className)}>
      {single === null ? (
        <>
          <span className={cell}>{input}</span>
          <span className={cn('px-1 text-muted', columns && 'sm:hidden')}>/</span>
          <span className={cell}>{output}</span>
        </>
      ) : (
        <span className="text-muted">{single}</span>
      )}
      {/* The mark has a place of its own in columns, so that the figures stand one under the other. */}
      {isTiered(pricing) ? (
        <span className={cn('text-warning', columns && 'w-2')} data-tip={tierSentence(pricing)}>
          *
        </span>
      ) : columns ? (
        <span className="w-2" />
      ) : null}
    </span>
  );
}
