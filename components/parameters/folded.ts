import dynamic from 'next/dynamic';

const loadControl = () => import('./folded-control').then(({ FoldedControl }) => FoldedControl);
const loadExtra = () => import('./extra-json').then(({ ExtraJson }) => ExtraJson);

// No part of the first load: no group that shows one of these is open then.
export const FoldedControl = dynamic(loadControl, { ssr: false });
export const ExtraJson = dynamic(loadExtra, { ssr: false });
// Wanted only once a routing is set.
export const RoutingTally = dynamic(() => import('./routing-tally').then(({ RoutingTally }) => RoutingTally), {
  ssr: false,
});

/** Fetches them ahead: a hand in the panel says that they may be wanted soon. */
export const warmFolded = (): void => void Promise.all([loadControl(), loadExtra()]).catch(() => {});
