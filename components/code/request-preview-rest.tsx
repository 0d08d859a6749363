import { CircleSlash, Minus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Note } from '@/lib/core/notes';
import { parameterOf } from '@/lib/core/parameters';
import { words } from './words-preview';

function Part({ title, icon, notes }: { title: string; icon: ReactNode; notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <div>
      <h4 className="flex items-center gap-1 text-xs font-medium">
        {icon}
        {title} ({notes.length})
      </h4>
      <dl className="grid gap-x-6 pt-1 text-xs sm:grid-cols-2">
        {notes.map(({ name, reason }) => (
          <div key={name} className="flex flex-wrap gap-x-2 border-b border-line py-1">
            <dt className="font-medium">{parameterOf(name)?.label ?? name}</dt>
            <dd className="min-w-0 text-muted">{reason}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Every parameter that is not in the body, and why: nothing is left out in silence. */
export function RequestPreviewRest({ notes }: { notes: readonly Note[] }) {
  const out = notes.filter(({ sent }) => !sent);
  const of = (state: Note['state']) => out.filter((note) => note.state === state);
  return (
    <section aria-label={words.leftOut} className="flex flex-col gap-4">
      <h3 className="text-sm font-semibold">{words.leftOut}</h3>
      <Part title={words.dropped} icon={<CircleSlash size={14} aria-hidden />} notes={of('dropped')} />
      <Part title={words.overruled} icon={<TriangleAlert size={14} aria-hidden />} notes={of('conflict')} />
      <Part title={words.atDefault} icon={<Minus size={14} aria-hidden />} notes={of('default')} />
    </section>
  );
}
