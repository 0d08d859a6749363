'use client';
import { Check, TriangleAlert } from 'lucide-react';
import { setExtra } from '@/lib/browser/actions';
import type { Note } from '@/lib/core/notes';
import { parameterOf } from '@/lib/core/parameters';
import type { Pane } from '@/lib/core/workspace';
import { JsonText } from './json-text';
import { words } from './words';
import { foldedWords } from './words-folded';

const w = foldedWords.extra;

/** What the playground itself puts into a body, beside the parameters. */
const builtKeys = (pane: Pane): string[] => [
  'model',
  'messages',
  'stream',
  ...(pane.fallbacks.length > 0 ? ['models'] : []),
  ...(Object.keys(pane.routing).length > 0 ? ['provider'] : []),
];

/** What else a pane sends: an object of the visitor's own, merged last. */
export function ExtraJson({ pane, notes }: { pane: Pane; notes: readonly Note[] }) {
  const keys = Object.keys(pane.extra);
  const replaced = builtKeys(pane).filter((key) => keys.includes(key));
  const beaten = notes
    .filter(({ state, sent }) => state === 'conflict' && !sent)
    .map(({ name }) => parameterOf(name)?.label ?? name);
  const warnings = [
    ...(replaced.length > 0 ? [w.replaces(replaced)] : []),
    ...(replaced.includes('messages') ? [w.messages] : []),
    ...(replaced.includes('stream') ? [w.stream] : []),
    ...(beaten.length > 0 ? [w.wins(beaten)] : []),
  ];
  const line =
    keys.length === 0 ? null : (
      <>
        <span className="flex items-start gap-1">
          <Check size={14} aria-hidden className="mt-px shrink-0" />
          <span className="min-w-0 break-words">{w.sent(keys)}</span>
        </span>
        {warnings.length > 0 ? (
          <span className="flex items-start gap-1 text-warning">
            <TriangleAlert size={14} aria-hidden className="mt-px shrink-0" />
            <span className="min-w-0 break-words">{warnings.join(' ')}</span>
          </span>
        ) : null}
      </>
    );
  return (
    <div data-parameter="extra">
      <JsonText
        label={w.label}
        help={w.help}
        value={keys.length === 0 ? undefined : pane.extra}
        line={line}
        placeholder={words.unset(undefined)}
        complain={() => null}
        onChange={(extra) => setExtra(pane.id, extra ?? {})}
      />
    </div>
  );
}
