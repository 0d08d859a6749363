import type { ReactNode } from 'react';

/** Actions of a message: seen on hover and focus, always there where nothing hovers; their room is always kept. */
export function MessageActions({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className="-ms-1.5 mt-1 flex h-dense items-center opacity-0 transition-opacity duration-quick group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100"
    >
      {children}
    </div>
  );
}
