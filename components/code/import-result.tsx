import { TitledList } from '@/components/ui/titled-list';
import type { ImportedRequest } from '@/lib/core/import/imported-request';
import type { Json } from '@/lib/core/json';
import { PARAMETERS } from '@/lib/core/parameters';
import { words } from './words';

const w = words.import;
const LONGEST = 160;

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const shown = (value: Json): string => shorten(typeof value === 'string' ? value : JSON.stringify(value));

/** Everything that an import sets, as pairs of a name and its value. */
function rowsOf({ modelId, fallbacks, routing, sampling, extra, dialogue }: ImportedRequest): [string, string][] {
  const rows: [string, string | null][] = [
    [w.model, modelId],
    [w.fallbacks, fallbacks.length > 0 ? fallbacks.join(', ') : null],
    ...PARAMETERS.map(({ name, label }): [string, string | null] => {
      const value = sampling[name];
      return [label, value === undefined ? null : shown(value)];
    }),
    [w.provider, Object.keys(routing).length > 0 ? shown(routing) : null],
    [w.extra, Object.keys(extra).length > 0 ? shown(extra) : null],
    [w.system, dialogue?.system ? shorten(dialogue.system) : null],
    [w.conversation, dialogue && dialogue.turns.length > 0 ? w.messages(dialogue.turns.length) : null],
    [w.draft, dialogue?.draft ? shorten(dialogue.draft) : null],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}

/** What an import would set, and what it leaves out. */
export function ImportResult({ request, remarks }: { request: ImportedRequest; remarks: readonly string[] }) {
  const rows = rowsOf(request);
  return (
    <div className="flex flex-col gap-6">
      {/* First: below a long list of what goes well, nobody would see them before the press. */}
      <TitledList title={w.remarks} items={remarks} />
      <section aria-label={w.set}>
        <h3 className="pb-1 text-sm font-semibold">{w.set}</h3>
        <output className="sr-only">
          {w.ready(rows.length)} {remarks.length > 0 ? w.remarked(remarks.length) : ''}
        </output>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] text-sm">
          {rows.map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid gap-x-4 border-b border-line py-1.5">
              <dt className="text-muted">{name}</dt>
              <dd className="break-words whitespace-pre-wrap">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="pt-2 text-xs text-muted">{request.dialogue ? w.replaces : w.replacesSettings}</p>
      </section>
    </div>
  );
}
