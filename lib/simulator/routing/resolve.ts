import { catalogue, findRow } from '@/lib/simulator/catalogue/catalogue';
import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import { availability, type WireError, wireError } from '@/lib/simulator/wire-error';

/** A model name of a request, understood. */
export interface Candidate {
  /** As the request wrote it. */
  asked: string;
  row: ModelRow;
  /** Dynamic suffixes: nitro, floor, exacto, online, thinking, extended. */
  variants: ReadonlySet<string>;
  /** Came by a `~…-latest` alias. */
  alias: boolean;
}

export type Resolved = { candidate: Candidate } | { error: WireError };

const DYNAMIC = new Set(['nitro', 'floor', 'exacto', 'online', 'thinking', 'extended']);
const PRESET_MODEL = 'openai/gpt-5-mini';

/** A model that exists and is near in name: the "try instead" of the error (§5.4). */
export function nearest(asked: string): string[] {
  const author = authorOf(asked);
  const words = new Set(asked.toLowerCase().split(/[^a-z0-9]+/));
  const score = ({ id }: ModelRow): number =>
    id.split(/[^a-z0-9]+/).filter((word) => words.has(word)).length +
    (authorOf(id) === author ? 1 : 0) -
    id.length / 100;
  const rows = catalogue().rows.filter(({ id }) => !/[:~]|^simulator\/|^openrouter\//.test(id));
  const best = rows.reduce<ModelRow | undefined>((a, b) => (a && score(a) >= score(b) ? a : b), undefined);
  return best && score(best) >= 0.5 ? [best.id] : [];
}

const refuse = (
  status: number,
  code: string,
  message: string,
  asked: string,
  others: string[],
  type: string,
): Resolved => ({
  error: wireError(status, message, {
    metadata: { error_type: type },
    availability: availability(code, [asked], others.length > 0 ? { fallback_models: others } : {}),
    user: status === 400,
  }),
});

/** Understands a model name: id or canonical slug, preset, alias, own rows such as `:free`, dynamic suffixes (§7.1). */
export function resolveModel(asked: string): Resolved {
  const [bare = '', preset] = asked.split('@preset/');
  const name = bare === '' && preset !== undefined ? PRESET_MODEL : bare;
  if (name.split(':').includes('batch') && findRow(name.split(':')[0] ?? '')) {
    const base = name.split(':')[0] ?? '';
    return refuse(400, 'wrong_endpoint', `${asked} is served by the Batch API only`, asked, [base], 'invalid_request');
  }
  const parts = name.split(':');
  const variants = new Set<string>();
  let row = findRow(name);
  while (!row && parts.length > 1) {
    const last = parts.pop() ?? '';
    if (last === 'free' && findRow(parts.join(':'))) {
      const message = `The free period of ${parts.join(':')} has ended; the paid model goes on`;
      return refuse(404, 'free_variant_ended', message, asked, [parts.join(':')], 'not_found');
    }
    if (!DYNAMIC.has(last)) break;
    variants.add(last);
    row = findRow(parts.join(':'));
  }
  if (!row)
    return refuse(400, 'model_not_found', `${asked} is not a valid model ID`, asked, nearest(asked), 'invalid_request');
  const target = row.alias_target && findRow(row.alias_target.slug);
  if (row.id.endsWith(':thinking')) variants.add('thinking');
  return { candidate: { asked, row: target ?? row, variants, alias: target !== undefined } };
}
