'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { generationQuery, NotBooked } from '@/lib/browser/queries';
import { heard } from '@/lib/browser/reconcile';
import { formatDuration } from '@/lib/core/figures';
import type { Generation } from '@/lib/core/generation';
import { routeWords as w } from './route-words';

const count = (value: number | null): string | null => (value === null ? null : value.toLocaleString('en-US'));
const span = (ms: number | null): string | null => (ms === null ? null : formatDuration(ms));
const usd = (amount: string | null): string | null => (amount === null ? null : `$${amount}`);

const rowsOf = (one: Generation): [name: string, value: string | null][] => [
  [one.byok ? 'Fee of OpenRouter' : 'Cost', usd(one.totalCost)],
  ['Billed by your provider', one.byok ? usd(one.upstreamCost) : null],
  ['Saved by the cache', usd(one.cacheDiscount)],
  ['Tokens in', count(one.nativeTokens.in)],
  ['Tokens out', count(one.nativeTokens.out)],
  ['Cached', count(one.nativeTokens.cached)],
  ['Reasoning', count(one.nativeTokens.reasoning)],
  ['First token', span(one.latencyMs)],
  ['Generation', span(one.generationMs)],
  ['Provider', one.provider],
  ['Router', one.router],
  ['Service tier', one.serviceTier],
  ['Finish', [one.finishReason, one.nativeFinishReason].filter(Boolean).join(' / ') || null],
  ['Broken off', one.cancelled === null ? null : one.cancelled ? 'yes' : 'no'],
];

/** What OpenRouter has booked of an answer: asked for on demand, as it is there some seconds after the end only. */
export function GenerationFigures({ id }: { id: string }) {
  const [wanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...generationQuery(id), enabled: wanted });
  // Where the answer still waits for its bill, this is it.
  useEffect(() => {
    if (data) heard(id, data);
  }, [id, data]);
  if (!data) {
    return (
      <div className="border-t border-line pt-2">
        <Button
          size="dense"
          loading={isFetching}
          onClick={() => {
            setWanted(true);
            if (error) void refetch();
          }}
        >
          {isFetching ? w.settling : error ? w.again : w.settle}
        </Button>
        {error && !isFetching && <p className="mt-1">{error instanceof NotBooked ? w.notYet : error.message}</p>}
      </div>
    );
  }
  return (
    <section aria-label={w.settled} className="border-t border-line pt-2">
      <h2 className="font-medium">{w.settled}</h2>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rowsOf(data)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
