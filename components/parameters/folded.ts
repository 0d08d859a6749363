import { onDemand } from '@/components/ui/on-demand';

const loadControl = () => import('./folded-control').then(({ FoldedControl }) => FoldedControl);
const loadExtra = () => import('./extra-json').then(({ ExtraJson }) => ExtraJson);

/** Nobody resets what nobody has set yet. */
export const loadResetAll = () => import('./reset-all');

// No part of the first load: no group that shows one of these is open then.
export const FoldedControl = onDemand(loadControl);
export const ExtraJson = onDemand(loadExtra);
// Wanted only once a routing is set.
export const RoutingTally = onDemand(() => import('./routing-tally').then(({ RoutingTally }) => RoutingTally));

/** Fetches them ahead: a hand in the panel says that they may be wanted soon. */
export const warmFolded = (): void => void Promise.all([loadControl(), loadExtra(), loadResetAll()]).catch(() => {});
