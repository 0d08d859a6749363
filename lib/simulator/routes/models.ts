import { catalogue, findRow } from '@/lib/simulator/catalogue/catalogue';
import { type Endpoint, endpointsOf } from '@/lib/simulator/catalogue/endpoints';
import { PROVIDERS } from '@/lib/simulator/catalogue/providers';
import { errorResponse, jsonResponse, wireError } from '@/lib/simulator/wire-error';
import type { JsonObject } from '@/lib/core/json';
import type { SimulatorContext } from '@/lib/simulator/context';
import { endpointRow } from './endpoint-row';
import { selectRows } from './model-query';

const USUAL_PAGE = 500;

const CACHED = { 'Cache-Control': 'public, max-age=300, stale-while-revalidate=3600' };

/** GET /models (§8.1). Without `offset` and `limit` everything comes in one answer. */
export function models(url: URL, { now }: SimulatorContext): Response {
  const selected = selectRows(url.searchParams, now());
  if ('error' in selected) return errorResponse(selected.error);
  const { rows } = selected;
  const paged = url.searchParams.has('offset') || url.searchParams.has('limit');
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = paged ? Number(url.searchParams.get('limit') ?? USUAL_PAGE) : rows.length;
  const next = new URL(url);
  next.searchParams.set('offset', String(offset + limit));
  const more = offset + limit < rows.length;
  const links = { next: more ? `/api/v1/models${next.search}` : null };
  const data = rows.slice(offset, offset + limit) as unknown as JsonObject[];
  return jsonResponse(200, { data, total_count: rows.length, links }, CACHED);
}

/** GET /models/count */
export function modelCount(url: URL, { now }: SimulatorContext): Response {
  const selected = selectRows(url.searchParams, now());
  if ('error' in selected) return errorResponse(selected.error);
  return jsonResponse(200, { data: { count: selected.rows.length } }, CACHED);
}

const notFound = (name: string): Response => errorResponse(wireError(404, `Model ${name} not found`));

/** GET /models/:author/:slug/endpoints, by id or canonical slug (§9). Aliases are followed. */
export function modelEndpoints(name: string, known: boolean): Response {
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
      endpoints: endpointsOf(target).map((endpoint) => endpointRow(endpoint, known)),
    },
  });
}

/** GET /model/:author/:slug: one row. */
export function oneModel(name: string): Response {
  const row = findRow(name);
  return row ? jsonResponse(200, { data: row as unknown as JsonObject }) : notFound(name);
}

/** GET /endpoints/zdr: what is served under zero data retention. */
export function zdrEndpoints(known: boolean): Response {
  const all: Endpoint[] = catalogue().rows.flatMap((row) => [...endpointsOf(row)]);
  const safe = all.filter(({ provider, tier }) => provider.zdr && tier === 'default');
  return jsonResponse(200, { data: safe.map((endpoint) => endpointRow(endpoint, known)) });
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
