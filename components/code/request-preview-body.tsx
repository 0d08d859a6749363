import { Check, TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { PreviewLine } from './request-preview-lines';
import { words } from './words-preview';

function Why({ state, why }: Pick<PreviewLine, 'state' | 'why'>) {
  const Mark = state === 'sent' ? Check : TriangleAlert;
  return (
    <p className={cn('flex items-start gap-1 font-sans text-xs', state === 'sent' ? 'text-muted' : 'text-warning')}>
      <Mark size={14} aria-hidden className="mt-px shrink-0" />
      <span className="min-w-0">
        {why.startsWith(words.state[state]) ? null : (
          <span className="font-medium">{`${words.state[state]}${why === '' ? '' : ': '}`}</span>
        )}
        {why}
      </span>
    </p>
  );
}

/** The body as JSON, each top-level key with its state beside it, or below it where there is no room. */
export function RequestPreviewBody({ lines }: { lines: readonly PreviewLine[] }) {
  return (
    <div className="overflow-hidden rounded-control border border-line bg-sunken py-2 font-mono text-sm" data-preview>
      <div className="px-3">{'{'}</div>
      <ul>
        {lines.map(({ key, json, state, why }) => (
          <li
            key={key}
            className="grid gap-x-4 gap-y-0.5 px-3 py-0.5 hover:bg-hover md:grid-cols-[minmax(0,1fr)_minmax(0,18rem)]"
          >
            <code className="break-words whitespace-pre-wrap">{json}</code>
            <div className="ps-4 pb-1 md:ps-0 md:pb-0">
              <Why state={state} why={why} />
            </div>
          </li>
        ))}
      </ul>
      <div className="px-3">{'}'}</div>
    </div>
  );
}
