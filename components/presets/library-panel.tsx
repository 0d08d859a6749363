'use client';
import { words } from './words-library';

/** The presets of this device: the lower section of the left zone. */
export function LibraryPanel() {
  return (
    <section aria-label={words.title} className="flex min-h-0 grow basis-0 flex-col p-4">
      <h2 className="pb-1 text-sm font-semibold">{words.title}</h2>
      <p className="text-sm text-muted">{words.empty}</p>
    </section>
  );
}
