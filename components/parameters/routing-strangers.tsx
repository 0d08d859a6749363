import { Button } from '@/components/ui/button';
import { type Stranger, withoutSlug } from '@/lib/core/routing';
import type { ProviderRouting } from '@/lib/core/workspace';
import { routingWords as w } from './routing-words';

interface RoutingStrangersProps {
  strangers: readonly Stranger[];
  /** Whether the providers of the model are known at all. */
  known: boolean;
  routing: ProviderRouting;
  onChange: (routing: ProviderRouting) => void;
}

/** Slugs that are sent but mean no provider of this model, such as those of a model chosen before. */
export function RoutingStrangers({ strangers, known, routing, onChange }: RoutingStrangersProps) {
  if (strangers.length === 0) return null;
  return (
    <section aria-label={w.strangers}>
      <h3 className="text-sm font-medium">{w.strangers}</h3>
      <ul>
        {strangers.map(({ slug, standings }) => (
          <li key={slug} className="flex items-center gap-2 border-b border-line py-2 last:border-b-0">
            <div className="min-w-0 grow">
              <code className="text-sm wrap-anywhere">{slug}</code>
              <p className="text-xs text-muted">
                {known ? w.stranger : w.strangerUnknown}{' '}
                {w.sentIn(standings.map((standing) => w.standings[standing]).join(', '))}
              </p>
            </div>
            <Button
              size="dense"
              aria-label={w.removeLabel(slug)}
              onClick={(event) => {
                // The pressed button goes with its row, and the focus must not go with it.
                event.currentTarget.closest('[data-parameter]')?.querySelector('select')?.focus();
                onChange(withoutSlug(routing, slug));
              }}
            >
              {w.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
