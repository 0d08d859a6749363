import { TitledList } from '@/components/ui/titled-list';
import type { Change } from '@/lib/core/workspace-changes';
import { words } from './words';

const w = words.shared;
const LONGEST = 600;

const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}${w.more(text.length)}` : text;

/** What applying a preset would change, line by line, and what of it is not taken over. */
export function SharedChanges({ changes, remarks }: { changes: readonly Change[]; remarks: readonly string[] }) {
  return (
    <div className="flex flex-col gap-6">
      <section aria-label={w.changes}>
        <h3 className="pb-1 text-sm font-semibold">{w.changes}</h3>
        {changes.length === 0 ? <p className="text-sm">{w.same}</p> : null}
        <dl className="text-sm">
          {changes.map(({ label, from, to }) => (
            <div key={label} className="grid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <dt className="break-words text-muted">{label}</dt>
              <dd className="min-w-0 break-words whitespace-pre-wrap">
                {to === null ? <span className="text-muted">{w.unset}</span> : shorten(to)}
                {from === null ? null : <span className="block text-xs text-muted">{w.before(shorten(from))}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p className="pt-2 text-xs text-muted">{w.keeps}</p>
      </section>
      <TitledList title={w.remarks} items={remarks} />
    </div>
  );
}
