import type { ReactNode } from 'react';

/** Actions of a message: seen on hover and focus, always there where nothing hovers; their room is always kept. */
export function MessageActions({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className="tools -ms-1.5 mt-1 flex h-dense items-center">
      {children}
    </div>
  );
}
