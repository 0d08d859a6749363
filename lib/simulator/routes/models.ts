import { catalogue, findRow } from '@/lib/simulator/catalogue/catalogue';
import { type Endpoint, endpointsOf } from '@/lib/simulator/catalogue/endpoints';
import type { ModelRow } from '@/lib/simulator/catalogue/model-row';
import { PROVIDERS } from '@/lib/simulator/catalogue/providers';
import { errorResponse, jsonResponse, wireError } from '@/lib/simulator/wire-error';
import type { JsonObject } from '@/lib/core/json';
import { endpointRow } from './endpoint-row';

const words = (value: string | null): string[] => (value ?? '').split(',').filter((word) => word !== '');

const price = ({ pricing }: ModelRow): number =>
  Math.max(0, Number(pricing.prompt)) * 3 + Math.max(0, Number(pricing.completion));

const SORTS: Readonly<Record<string, (a: ModelRow, b: ModelRow) => number>> = {
  newest: (a, b) => b.created - a.created,
  'pricing-low-to-high': (a, b) => price(a) - price(b),
  'pricing-high-to-low': (a, b) => price(b) - price(a),
  'context-high-to-low': (a, b) => b.context_length - a.context_length,
};

function selected(query: URLSearchParams): ModelRow[] {
  const wanted = words(query.get('supported_parameters'));
  const outputs = words(query.get('output_modalities') ?? 'text');
  const inputs = words(query.get('input_modalities'));
  const text = query.get('q')?.toLowerCase();
  const rows = catalogue().rows.filter(
    (row) =>
      wanted.every((word) => row.supported_parameters.includes(word)) &&
      (outputs.includes('all') || outputs.some((kind) => row.architecture.output_modalities.includes(kind))) &&
      (inputs.length === 0 ||
        inputs.includes('all') ||
        inputs.every((kind) => row.architecture.input_modalities.includes(kind))) &&
      (!text || row.id.toLowerCase().includes(text) || row.name.toLowerCase().includes(text)),
  );
  const sort = SORTS[query.get('sort') ?? ''];
  return sort ? rows.toSorted(sort) : rows;
}

const CACHED = { 'Cache-Control': 'public, max-age=300, stale-while-revalidate=3600' };

/** GET /models (§8.1). Without `offset` and `limit` everything comes in one answer. */
export function models(url: URL): Response {
  const rows = selected(url.searchParams);
  const paged = url.searchParams.has('offset') || url.searchParams.has('limit');
  const offset = Math.max(0, Number(url.searchParams.get('offset') ?? 0) || 0);
  const limit = paged ? Math.min(1000, Math.max(1, Number(url.searchParams.get('limit') ?? 500) || 500)) : rows.length;
  const next = new URL(url);
  next.searchParams.set('offset', String(offset + limit));
  const more = offset + limit < rows.length;
  const links = { next: more ? `/api/v1/models${next.search}` : null };
  const data = rows.slice(offset, offset + limit) as unknown as JsonObject[];
  return jsonResponse(200, { data, total_count: rows.length, links }, CACHED);
}

/** GET /models/count */
export const modelCount = (url: URL): Response =>
  jsonResponse(200, { data: { count: selected(url.searchParams).length } }, CACHED);

const notFound = (name: string): Response => errorResponse(wireError(404, `Model ${name} not found`));

/** GET /models/:author/:slug/endpoints, by id or canonical slug (§9). Aliases are followed. */
export function modelEndpoints(name: string): Response {
  const row = findRow(name);
  if (!row) return notFound(name);
  const target = (row.alias_target && findRow(row.alias_target.slug)) ?? row;
  const { id, name: title, created, description, architecture } = row;
  return jsonResponse(200, {
    data: {
      id,
      name: title,
      created,
      description,
      architecture: { ...architecture },
      endpoints: endpointsOf(target).map(endpointRow),
    },
  });
}

/** GET /model/:author/:slug: one row. */
export function oneModel(name: string): Response {
  const row = findRow(name);
  return row ? jsonResponse(200, { data: row as unknown as JsonObject }) : notFound(name);
}

/** GET /endpoints/zdr: what is served under zero data retention. */
export function zdrEndpoints(): Response {
  const all: Endpoint[] = catalogue().rows.flatMap((row) => [...endpointsOf(row)]);
  return jsonResponse(200, {
    data: all.filter(({ provider, tier }) => provider.zdr && tier === 'default').map(endpointRow),
  });
}

/** GET /providers */
export const providers = (): Response =>
  jsonResponse(200, {
    data: PROVIDERS.map(({ name, slug, headquarters, datacenters }) => ({
      name,
      slug,
      headquarters,
      datacenters,
      privacy_policy_url: null,
      terms_of_service_url: null,
      status_page_url: null,
    })),
  });
