'use client';
import { ChevronDown, ChevronUp, CircleSlash } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { type Endpoint, isNamed } from '@/lib/core/endpoint';
import { formatDuration } from '@/lib/core/figures';
import { formatPrice } from '@/lib/core/money';
import { listOf, moveInOrder, type Standing, STANDINGS, standingOf, withStanding } from '@/lib/core/routing';
import type { ProviderRouting } from '@/lib/core/workspace';
import { routingWords as w } from './routing-words';

interface RoutingProviderProps {
  endpoint: Endpoint;
  /** All offers of the model. */
  endpoints: readonly Endpoint[];
  /** What keeps the request away from it. */
  leftOut: string | null;
  routing: ProviderRouting;
  onChange: (routing: ProviderRouting) => void;
}

const OPTIONS = [
  { value: 'auto', label: w.standings.auto },
  ...STANDINGS.map((standing) => ({ value: standing, label: w.standings[standing] })),
];

/** What is known of an offer; what is not reads unknown. A line breaks between facts only. */
function facts({ latencyMs, throughput, uptime, quantization, zeroRetention }: Endpoint): string {
  const retention = zeroRetention === null ? w.retention.unknown : zeroRetention ? w.retention.yes : w.retention.no;
  return [
    latencyMs === null ? w.unknown('first token') : w.latencyFact(formatDuration(latencyMs)),
    throughput === null ? w.unknown('speed') : w.speed(Math.round(throughput)),
    uptime === null ? w.unknown('uptime') : w.uptime(uptime),
    quantization === null || quantization === 'unknown' ? w.unknown('precision') : quantization,
    retention,
  ]
    .map((fact) => fact.replaceAll(' ', '\u00a0'))
    .join('\u00a0· ');
}

/** One provider: what it offers, and what the visitor wants of it. */
export function RoutingProvider({ endpoint, endpoints, leftOut, routing, onChange }: RoutingProviderProps) {
  const { tag, provider, pricing } = endpoint;
  const standing = standingOf(routing, endpoint);
  const order = listOf(routing, 'order');
  const at = standing === 'order' ? order.findIndex((slug) => isNamed(slug, endpoint)) : -1;
  const slug = order[at] ?? '';
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <p className="flex items-baseline justify-between gap-2 text-sm">
        <span className="min-w-0 font-medium wrap-anywhere">
          {at >= 0 && <span className="text-accent">{w.place(at + 1)} </span>}
          {provider} <code className="text-xs font-normal text-muted">{tag}</code>
        </span>
        <span className="shrink-0 text-xs" title={w.perMillion}>
          {formatPrice(pricing.prompt)} / {formatPrice(pricing.completion)}
        </span>
      </p>
      <p className="mt-0.5 text-xs text-muted">{facts(endpoint)}</p>
      {leftOut === null ? null : (
        <p className="mt-0.5 flex items-start gap-1 text-xs text-muted">
          <CircleSlash size={14} aria-hidden className="mt-px shrink-0" />
          {w.leftOut(leftOut)}
        </p>
      )}
      {tag === '' ? (
        <p className="mt-0.5 text-xs text-muted">{w.noTag}</p>
      ) : (
        <div className="mt-1 flex items-center gap-1">
          <SelectField
            label={w.standing(provider, tag)}
            labelHidden
            className="grow"
            value={standing ?? 'auto'}
            options={OPTIONS}
            onChange={(value) =>
              onChange(withStanding(routing, endpoint, endpoints, value === 'auto' ? null : (value as Standing)))
            }
          />
          {at >= 0 && (
            <>
              <IconButton
                label={w.up(slug)}
                disabledReason={at === 0 ? w.first : undefined}
                onClick={() => onChange(moveInOrder(routing, slug, -1))}
              >
                <ChevronUp size={16} aria-hidden />
              </IconButton>
              <IconButton
                label={w.down(slug)}
                disabledReason={at === order.length - 1 ? w.last : undefined}
                onClick={() => onChange(moveInOrder(routing, slug, 1))}
              >
                <ChevronDown size={16} aria-hidden />
              </IconButton>
            </>
          )}
        </div>
      )}
    </li>
  );
}
