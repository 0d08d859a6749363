import { catalogueId, type ModelIndex, withoutVariant } from './model';

/** How a variant changes the way a model is routed or priced (§7.1). */
export interface Variant {
  /** `:nitro`; empty for the plain model. */
  suffix: string;
  label: string;
}

/** Any model takes these; they are in no list. */
const DYNAMIC: Variant[] = [
  { suffix: ':nitro', label: ':nitro, fastest provider first' },
  { suffix: ':floor', label: ':floor, cheapest provider first' },
  { suffix: ':exacto', label: ':exacto, best tool calls first' },
];

/** These are rows of the catalogue of their own. */
const ROWS: Variant[] = [
  { suffix: ':free', label: ':free, no price, low limits' },
  { suffix: ':thinking', label: ':thinking, with reasoning on' },
  { suffix: ':extended', label: ':extended, longer context' },
];

const PLAIN: Variant = { suffix: '', label: 'None' };

/** The part of an id before its variant, presets left alone. */
export const baseOf = (id: string): string => (id.includes('@') ? id : withoutVariant(id));

export const suffixOf = (id: string): string => id.slice(baseOf(id).length);

/**
 * The variants that an id can be given: the routed ones, and those that have a row. None for routers and presets. A
 * suffix that is not among them stays in the list, so that what is set can be seen.
 */
export function variantsOf(id: string, index: ModelIndex): Variant[] {
  const base = baseOf(id);
  const suffix = suffixOf(id);
  if (id.includes('@') || id.startsWith('~') || base.startsWith('openrouter/') || base.startsWith('simulator/')) {
    return suffix === '' ? [] : [PLAIN, { suffix, label: suffix }];
  }
  const rows = ROWS.filter((row) => index.has(`${base}${row.suffix}`));
  const known = [...(index.has(catalogueId(base)) || rows.length === 0 ? [PLAIN] : []), ...DYNAMIC, ...rows];
  return known.some((variant) => variant.suffix === suffix) ? known : [...known, { suffix, label: suffix }];
}
