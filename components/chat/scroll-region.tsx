import type { ComponentProps } from 'react';

/** A box that scrolls inside itself, and so must be named and reachable by key. */
export function ScrollRegion({ label, ...rest }: Omit<ComponentProps<'section'>, 'aria-label'> & { label: string }) {
  return <section {...rest} aria-label={label} tabIndex={0} />;
}
