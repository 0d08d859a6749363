'use client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { masked, type Secret } from '@/lib/core/secrets';
import { words } from './words';

const w = words.share;

interface ShareSecretsProps {
  secrets: readonly Secret[];
  removed: ReadonlySet<string>;
  onRemove: (text: string, remove: boolean) => void;
}

/** What looks as if it should not be shared, each with a button that takes it out. */
export function ShareSecrets({ secrets, removed, onRemove }: ShareSecretsProps) {
  if (secrets.length === 0) return null;
  return (
    <section aria-label={w.secrets}>
      <h3 className="pb-1 text-sm font-semibold">{w.secrets}</h3>
      <ul className="flex flex-col gap-2">
        {secrets.map(({ kind, text }) => {
          const out = removed.has(text);
          const action = out ? w.putBack : w.remove;
          return (
            <li key={text}>
              <Banner
                tone={out ? 'neutral' : 'warning'}
                actions={
                  <Button size="dense" aria-label={w.of(action, kind)} onClick={() => onRemove(text, !out)}>
                    {action}
                  </Button>
                }
              >
                {out ? `${w.removed}: ` : ''}
                {kind} <code className="text-xs break-all">{masked(text)}</code>
              </Banner>
            </li>
          );
        })}
      </ul>
      <p className="pt-1 text-xs text-muted">{w.secretsNote}</p>
    </section>
  );
}
