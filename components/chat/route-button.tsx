'use client';
import { Route as RouteIcon } from 'lucide-react';
import { Popover } from '@/components/ui/popover';
import type { Answer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import type { Route } from '@/lib/core/route';
import { RouteTimeline } from './route-timeline';
import { routeWords as w } from './route-words';

/** Who served an answer; it opens the whole way from the request to the served model. */
export function RouteButton({ answer, route, models }: { answer: Answer; route: Route; models: ModelIndex }) {
  // Nobody served what failed: it has a provider only where one was asked.
  const last = route.attempts.at(-1)?.provider ?? null;
  const nobody = answer.state === 'running' ? w.running : answer.failure ? w.notServed : w.unknownProvider;
  const provider = route.served?.provider ?? route.failedAt ?? last ?? nobody;
  const text = [provider, route.attempts.length > 1 && w.attempts(route.attempts.length)].filter(Boolean).join(' · ');
  return (
    <Popover
      label={w.label}
      align="start"
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-label={`${w.label}: ${text}`}
          className="hit -mx-1 flex items-center gap-1 rounded-control px-1 font-normal hover:bg-hover hover:text-fg"
        >
          <RouteIcon size={12} aria-hidden />
          {text}
        </button>
      )}
    >
      <RouteTimeline route={route} generationId={answer.receipt.generationId} models={models} />
    </Popover>
  );
}
