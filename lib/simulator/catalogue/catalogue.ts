import { decodeModels } from './decode';
import type { ModelRow } from './model-row';
import { sentinelRows } from './sentinel-rows';

interface Catalogue {
  rows: readonly ModelRow[];
  /** By id and by canonical slug; an id wins over a slug. */
  byName: ReadonlyMap<string, ModelRow>;
}

let decoded: Catalogue | undefined;

/** Decoded once, when first asked for (a few milliseconds). */
export function catalogue(): Catalogue {
  if (!decoded) {
    const rows = [...decodeModels(), ...sentinelRows()];
    const byName = new Map<string, ModelRow>();
    // A `:free` row shares its slug with the paid one, which goes first.
    const plain = rows.filter(({ id }) => !id.includes(':'));
    for (const row of [...rows, ...plain]) byName.set(row.canonical_slug, row);
    for (const row of rows) byName.set(row.id, row);
    decoded = { rows, byName };
  }
  return decoded;
}

export const findRow = (name: string): ModelRow | undefined => catalogue().byName.get(name);
