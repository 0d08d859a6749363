import { parsePreset } from './preset-link';
import type { ReadPreset } from './preset';
import { isKnown, isReadable, readReadable } from './readable-link';

/** Characters of an address that are looked at. */
const MAX_ADDRESS = 2_200_000;

const fieldsOf = (search: string, hash: string): [string, string][] => [
  ...new URLSearchParams(search),
  ...new URLSearchParams(hash.replace(/^#/, '')),
];

/**
 * What a link to the playground holds, in its query or in its fragment: `p=<version>.<compressed>`, or fields with the
 * API's own names. Throws for nothing, and does nothing.
 * @returns null where the address holds nothing for us
 */
export async function readSharedLink(search: string, hash: string): Promise<ReadPreset | null> {
  if (search.length + hash.length > MAX_ADDRESS) return { problem: 'The link is longer than 2 MB.' };
  const fields = fieldsOf(search, hash);
  const packed = fields.find(([name]) => name === 'p')?.[1];
  if (packed !== undefined) return parsePreset(packed);
  return isReadable(fields) ? readReadable(fields) : null;
}

/** A query without what `readSharedLink` reads; empty, or with its question mark. */
export function withoutShared(search: string): string {
  const left = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !isKnown(name))).toString();
  return left === '' ? '' : `?${left}`;
}
