'use client';
import { Check, ChevronRight, Minus, X } from 'lucide-react';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { type Attempt, outcomeOf, type Route } from '@/lib/core/route';
import { GenerationFigures } from './generation-figures';
import { routeWords as w } from './route-words';

interface RouteTimelineProps {
  route: Route;
  generationId: string | null;
  models: ModelIndex;
}

const verdict = ({ fallback, served }: Route): string => {
  if (!served) return w.nobody;
  if (fallback === null) return w.unknownFallback;
  return fallback ? w.fallback : w.noFallback;
};

/** Requested, each attempt, served: with what is not known said as such. */
export function RouteTimeline({ route, generationId, models }: RouteTimelineProps) {
  const nameOf = (id: string | null): string => {
    const row = id === null ? undefined : findModel(models, id);
    return row ? shortName(row) : (id ?? w.unknownModel);
  };
  const { endpoints, pipeline, params, served } = route;
  return (
    <div className="flex w-72 max-w-full flex-col sm:w-80 gap-2 text-xs">
      <p>{verdict(route)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <Fact name={w.requested} value={route.requested} />
        {served && <Fact name={w.served} value={[served.model, served.provider].filter(Boolean).join(' · ')} />}
        <Fact name={w.strategy} value={route.strategy} />
        <Fact name={w.region} value={route.region} />
      </dl>
      {!route.told && <p className="text-muted">{w.notTold}</p>}
      {(route.told || route.attempts.length > 0) && (
        <section aria-label={w.attemptsTitle}>
          <h2 className="font-medium">{w.attemptsTitle}</h2>
          {route.attempts.length === 0 && (
            <p className="text-muted">{route.tried === 0 ? w.noAttempt : w.notAvailable}</p>
          )}
          <ol className="mt-1 flex flex-col gap-1">
            {route.attempts.map((attempt, at) => (
              // The same provider may have been asked twice: its place is what tells two attempts apart.
              // oxlint-disable-next-line react/no-array-index-key
              <AttemptLine key={at} attempt={attempt} name={nameOf(attempt.model)} />
            ))}
          </ol>
        </section>
      )}
      {endpoints && endpoints.available.length > 0 && (
        <details className="fold">
          <summary className="flex items-center gap-1 rounded-control hover:bg-hover">
            <ChevronRight size={14} className="fold-mark shrink-0 text-muted" aria-hidden />
            {w.endpoints(String(endpoints.total ?? endpoints.available.length))}
          </summary>
          <ul className="max-h-40 overflow-y-auto ps-4">
            {endpoints.available.map(({ provider, model, selected }) => (
              <li key={`${provider} ${model}`} className="break-words">
                {provider} · {nameOf(model)} {selected && <strong>({w.chosen})</strong>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {pipeline.length > 0 && (
        <section aria-label={w.pipeline}>
          <h2 className="font-medium">{w.pipeline}</h2>
          <ul>
            {pipeline.map(({ type, name, summary, cost }) => (
              <li key={`${type} ${name}`} className="break-words">
                {[name ?? type, summary, cost && w.cost(cost)].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {params && (
        <section aria-label={w.params}>
          <h2 className="font-medium">{w.params}</h2>
          <code className="break-all">{JSON.stringify(params)}</code>
        </section>
      )}
      {generationId && <GenerationFigures id={generationId} />}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{value ?? <span className="text-muted">{w.notAvailable}</span>}</dd>
    </>
  );
}

const OUTCOMES = {
  served: { Icon: Check, tone: 'text-success' },
  failed: { Icon: X, tone: 'text-danger' },
  unknown: { Icon: Minus, tone: 'text-muted' },
};

function AttemptLine({ attempt, name }: { attempt: Attempt; name: string }) {
  const outcome = outcomeOf(attempt);
  const { Icon, tone } = OUTCOMES[outcome];
  return (
    <li className="flex items-start gap-1.5">
      <Icon size={14} className={`mt-px shrink-0 ${tone}`} aria-hidden />
      <span className="min-w-0 break-words">
        {name} · {attempt.provider ?? w.unknownProvider}{' '}
        <span className={tone}>{outcome === 'failed' ? w.failed(String(attempt.status)) : w.outcomes[outcome]}</span>
      </span>
    </li>
  );
}
