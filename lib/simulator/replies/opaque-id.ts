import { hash, mix } from '@/lib/simulator/random';

/** A fixed, opaque id for a call or a block, the same for the same source. */
export const opaqueId = (prefix: string, from: string): string =>
  `${prefix}${mix(hash(from)).toString(36)}${mix(hash(`${from}'`)).toString(36)}`;
