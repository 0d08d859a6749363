'use client';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { forceParameter, setParameter } from '@/lib/browser/actions';
import type { Json } from '@/lib/core/json';
import type { Model } from '@/lib/core/model';
import { FoldedControl } from './folded';
import { ListControl } from './list-control';
import { NumberControl } from './number-control';
import type { ControlProps, NamedParameter } from './row';
import { hasLine, type Standing, StateLine } from './state-line';
import { words } from './words';

interface RowProps extends Standing {
  paneId: string;
  parameter: NamedParameter;
  value: Json | undefined;
  model: Model | undefined;
  forced: boolean;
}

function Control({ parameter, ...rest }: ControlProps<NamedParameter>) {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return <NumberControl parameter={parameter} {...rest} />;
    case 'list':
      return <ListControl parameter={parameter} {...rest} />;
    default:
      return <FoldedControl parameter={parameter} {...rest} />;
  }
}

/** One parameter: its control, what becomes of it, and a way to send it to a model that does not list it. */
export const ParameterRow = memo(function ParameterRow({
  paneId,
  parameter,
  value,
  model,
  forced,
  ...standing
}: RowProps) {
  const { name, label, help } = parameter;
  const untaken = standing.takers === 0;
  const longest = name === 'max_tokens' ? model?.maxCompletionTokens : null;
  return (
    <div
      data-parameter={name}
      // Greyed by its inks, not by opacity: what is dropped must stay readable, and can still be set.
      // A finger's larger letters need a wider box to say that nothing is sent.
      className={cn(
        '[&_.field-fit]:max-w-40',
        untaken && !forced && '[--accent:var(--edge)] [--fg:var(--muted)] text-muted',
      )}
    >
      <Control
        parameter={parameter}
        value={value}
        model={model}
        help={words.about(help, longest ? words.longest(longest.toLocaleString('en-US')) : '', name)}
        line={hasLine(standing) ? <StateLine {...standing} /> : null}
        onChange={(next) => setParameter(paneId, name, next)}
      />
      {untaken && (value !== undefined || forced) ? (
        <label className="flex min-h-dense w-fit cursor-pointer items-center gap-2 ps-4.5 text-xs pointer-coarse:min-h-touch">
          <input
            type="checkbox"
            aria-label={`${words.force}: ${label}`}
            checked={forced}
            onChange={({ currentTarget }) => {
              // Without a value the box goes with its mark, and the focus must not go with it.
              if (value === undefined)
                currentTarget
                  .closest('[data-parameter]')
                  ?.querySelector<HTMLElement>('input, select, textarea')
                  ?.focus();
              forceParameter(name, currentTarget.checked);
            }}
            className="size-3.5 accent-accent"
          />
          {words.force}
        </label>
      ) : null}
    </div>
  );
});
