'use client';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { formatDuration, formatSpeed } from '@/lib/core/figures';
import type { AnswerCost } from '@/lib/core/ledger/answer-cost';
import { PARTS } from '@/lib/core/ledger/price-of';
import type { Answer } from '@/lib/core/message';
import { usdToString } from '@/lib/core/money';
import { byokCostOf, tokensOf } from '@/lib/core/receipt';
import { sourceText } from './receipt-text';
import { words } from './words';

const number = (value: number | null): string =>
  value === null ? words.receipt.unknown : value.toLocaleString('en-US');
const time = (ms: number | null): string => (ms === null ? words.receipt.unknown : formatDuration(ms));

/** Every figure of an answer with where it comes from. */
export function ReceiptDetails({ answer, cost: { amount, parts } }: { answer: Answer; cost: AnswerCost }) {
  const { receipt } = answer;
  const { timings, generationId } = receipt;
  const tokens = tokensOf(receipt);
  const byok = byokCostOf(receipt);
  const window =
    timings.totalMs !== null && timings.firstContentMs !== null ? timings.totalMs - timings.firstContentMs : null;
  const speed = tokens.out !== null && window !== null ? formatSpeed(tokens.out, window) : null;
  const rows: [string, ReactNode, string?][] = [
    ['Requested', receipt.requestedModel],
    ['Served', receipt.servedModel ?? words.receipt.unknown],
    ['Provider', receipt.provider ?? words.receipt.unknown],
    ['First token', time(timings.firstContentMs), 'measured at the server, from its request to the first content'],
    ['Total', time(timings.totalMs), 'to the last piece'],
    ['Speed', speed ?? words.receipt.unknown, 'tokens out / (total − first token)'],
    ['Tokens in', number(tokens.in), tokens.cached ? `of which ${number(tokens.cached)} from the cache` : undefined],
    ['Tokens out', number(tokens.out), tokens.reasoning ? `of which ${number(tokens.reasoning)} reasoning` : undefined],
    [
      'Cost',
      amount.usd === null ? words.receipt.unknown : `$${usdToString(amount.usd)}`,
      [sourceText(answer, amount.source), byok && words.receipt.byok(`$${usdToString(byok.upstream)}`)]
        .filter(Boolean)
        .join('; '),
    ],
    ...PARTS.flatMap((name): [string, string][] =>
      parts && parts[name] > 0n ? [[words.receipt.parts[name], `$${usdToString(parts[name])}`]] : [],
    ),
    ['Finish', [receipt.finishReason, receipt.nativeFinishReason].filter(Boolean).join(' / ') || words.receipt.unknown],
  ];
  return (
    <div className="w-80 max-w-full text-xs">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map(([name, value, note]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words">
              {value}
              {note && <span className="block text-muted">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {generationId && (
        <p className="mt-2 flex items-center gap-1 border-t border-line pt-2 text-muted">
          <code className="min-w-0 grow truncate">{generationId}</code>
          <CopyButton text={generationId} label="Copy generation id" />
        </p>
      )}
    </div>
  );
}
