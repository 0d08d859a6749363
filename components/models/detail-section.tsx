import type { ReactNode } from 'react';

/** A named part of the side pane. */
export function DetailSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3">
      <h3 className="text-xs font-medium">{title}</h3>
      {children}
    </div>
  );
}

/** Label and value, line by line. */
export function DetailFacts({ facts }: { facts: [label: string, value: string][] }) {
  return (
    <dl className="flex flex-col gap-1 text-xs">
      {facts.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-3">
          <dt className="shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 text-right wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
