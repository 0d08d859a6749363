import { Banner } from '@/components/ui/banner';
import { Skeleton } from '@/components/ui/skeleton';
import type { KeyFacts, KeyInForce } from '@/lib/core/credential';
import { formatCost, parseUsd } from '@/lib/core/money';
import { words } from './words';

const w = words.facts;

function amount(decimal: string | null): string | null {
  const usd = parseUsd(decimal);
  return usd === null ? null : formatCost(usd);
}

function limitOf({ limit, limitReset }: KeyFacts): string | null {
  if (limit === 'unlimited') return w.unlimited;
  const shown = amount(limit);
  return shown !== null && limitReset !== null ? w.resets(shown, limitReset) : shown;
}

function day(iso: string | null): string | null {
  const date = new Date(iso ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date.toLocaleDateString(undefined, { dateStyle: 'medium' });
}

function Facts({ facts }: { facts: KeyFacts }) {
  const rows = [
    [w.label, facts.label],
    [w.remaining, amount(facts.limitRemaining)],
    [w.limit, limitOf(facts)],
    [w.usage, amount(facts.usage)],
    [w.account, facts.isFreeTier ? w.freeTier : null],
    [w.expires, day(facts.expiresAt)],
  ].filter((row): row is [string, string] => row[1] !== null);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid gap-x-6 border-b border-line py-1.5 last:border-0">
          <dt className="text-muted">{name}</dt>
          <dd className="break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function sentenceOf({ owner, upstream, sentTo }: KeyInForce): string {
  if (owner === 'operator') return words.operator;
  if (owner === 'visitor') return words.unchecked(sentTo);
  return upstream === 'simulator' ? words.simulator : words.nobody(sentTo);
}

/** Whose key pays, and what its upstream tells of it. @param state undefined while it is asked for */
export function KeyState({ state }: { state: KeyInForce | undefined }) {
  return (
    <section aria-label={words.inForce} aria-busy={state === undefined}>
      <h3 className="pb-1 text-sm font-semibold">{state?.owner === 'visitor' ? words.yours : words.inForce}</h3>
      {state === undefined ? (
        <Skeleton className="h-5 w-64" />
      ) : state.facts ? (
        <Facts facts={state.facts} />
      ) : state.problem ? (
        <Banner tone="warning">{state.problem}</Banner>
      ) : (
        <p className="text-sm text-muted">{sentenceOf(state)}</p>
      )}
    </section>
  );
}
