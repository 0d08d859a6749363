'use client';
import { Popover } from '@/components/ui/popover';
import { formatDuration, formatSpeed, formatTokens } from '@/lib/core/figures';
import { formatCost } from '@/lib/core/money';
import { costOf, type Receipt, tokensOf } from '@/lib/core/receipt';
import { ReceiptDetails } from './receipt-details';
import { words } from './words';

const w = words.receipt;

/** The cost with the word that says where it comes from: never a zero for what is unknown. */
function costText(receipt: Receipt): string {
  const { usd, source } = costOf(receipt);
  return usd === null || source === 'free' ? w.source[source] : `${formatCost(usd)} ${w.source[source]}`;
}

/** Time, speed, tokens and cost under an answer; the whole line opens the figures in full. */
export function ReceiptLine({ receipt }: { receipt: Receipt }) {
  const { firstContentMs, totalMs } = receipt.timings;
  const tokens = tokensOf(receipt);
  const speed =
    tokens.out !== null && totalMs !== null && firstContentMs !== null
      ? formatSpeed(tokens.out, totalMs - firstContentMs)
      : null;
  const time = [
    firstContentMs !== null && `${formatDuration(firstContentMs)} ${w.first}`,
    totalMs !== null && formatDuration(totalMs),
    speed,
  ];
  const aside = [
    tokens.cached ? w.cached(formatTokens(tokens.cached)) : null,
    tokens.reasoning ? w.reasoning(formatTokens(tokens.reasoning)) : null,
  ].filter((note) => note !== null);
  const counts =
    tokens.in === null || tokens.out === null
      ? null
      : `${formatTokens(tokens.in)} → ${formatTokens(tokens.out)}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
  const line = [time.filter(Boolean).join(' · '), [counts, costText(receipt)].filter(Boolean).join(' · ')];
  return (
    <Popover
      label={w.label}
      align="start"
      trigger={(props) => (
        <button
          {...props}
          type="button"
          // What is seen must be in what is heard, word for word: who speaks to the machine says what they see.
          aria-label={`${w.label}: ${line.join(' ')}`}
          className="hit flex max-w-full flex-wrap gap-x-3 gap-y-0.5 rounded-control px-1 py-1 -mx-1 text-start text-xs text-muted hover:bg-hover hover:text-fg"
        >
          <span>{line[0]}</span> <span>{line[1]}</span>
        </button>
      )}
    >
      <ReceiptDetails receipt={receipt} />
    </Popover>
  );
}
