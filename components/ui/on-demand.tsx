'use client';
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { Banner } from './banner';
import { Button } from './button';

/** Offline, or after a new deployment, a part may be out of reach. It must not take the page, and what was typed, with it. */
const NotLoaded = () => (
  <Banner
    tone="warning"
    role="alert"
    actions={
      <Button size="dense" onClick={() => location.reload()}>
        Reload
      </Button>
    }
  >
    A part of the page could not be loaded. Nothing is lost; reload to try again.
  </Banner>
);

/** A component that is no part of the first load: it is fetched when it is first rendered, and only in a browser. */
export const onDemand = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  dynamic(() => load().catch((): ComponentType<Props> => NotLoaded), { ssr: false });
