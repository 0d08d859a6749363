import { type SimulatorContext, systemContext } from './context';
import { chat } from './routes/chat';
import { exchangeCode, generation, key } from './routes/account';
import { modelCount, modelEndpoints, models, oneModel, providers, zdrEndpoints } from './routes/models';
import { SENTINEL_KEYS } from './sentinels';
import { errorResponse, wireError } from './wire-error';

interface Route {
  method: 'GET' | 'POST';
  path: RegExp;
  /** Needs a key (§1). */
  auth: boolean;
  /** Costs money: a key that is known but can pay nothing is refused here, and only here. */
  billed?: true;
  answer: (call: {
    request: Request;
    url: URL;
    name: string;
    bearer: string;
    context: SimulatorContext;
  }) => Response | Promise<Response>;
}

const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/chat\/completions$/,
    auth: true,
    billed: true,
    answer: ({ request, context }) => chat(request, context),
  },
  { method: 'GET', path: /^\/models$/, auth: false, answer: ({ url, context }) => models(url, context) },
  { method: 'GET', path: /^\/models\/user$/, auth: true, answer: ({ url, context }) => models(url, context) },
  { method: 'GET', path: /^\/models\/count$/, auth: false, answer: ({ url, context }) => modelCount(url, context) },
  {
    method: 'GET',
    path: /^\/models\/([^/]+\/[^/]+)\/endpoints$/,
    auth: false,
    answer: ({ name, bearer }) => modelEndpoints(name, bearer !== ''),
  },
  { method: 'GET', path: /^\/model\/([^/]+\/[^/]+)$/, auth: false, answer: ({ name }) => oneModel(name) },
  { method: 'GET', path: /^\/endpoints\/zdr$/, auth: false, answer: ({ bearer }) => zdrEndpoints(bearer !== '') },
  { method: 'GET', path: /^\/providers$/, auth: false, answer: () => providers() },
  { method: 'GET', path: /^\/generation$/, auth: true, answer: ({ url, context }) => generation(url, context) },
  { method: 'GET', path: /^\/key$/, auth: true, answer: ({ bearer, context }) => key(bearer, context) },
  {
    method: 'POST',
    path: /^\/auth\/keys$/,
    auth: false,
    answer: ({ request, context }) => exchangeCode(request, context),
  },
];

/** On every answer, so that a page may read it and the id of its generation (§1). */
const OPEN_TO_ALL = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'X-Generation-Id,X-Provider-Name',
};

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET,HEAD,POST,OPTIONS',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
};

function keyProblem(bearer: string, billed: boolean): Response | null {
  if (bearer === '') return errorResponse(wireError(401, 'Missing Authentication header'));
  const sentinel = SENTINEL_KEYS.find(({ ends, status }) => bearer.endsWith(ends) && (billed || status === 401));
  return sentinel ? errorResponse(wireError(sentinel.status, sentinel.message)) : null;
}

/** What stands behind `/api/v1` or `/v1`, or behind the playground's own prefix. */
const suffixOf = (path: string): string =>
  (/\/v1(?=\/|$)/.test(path)
    ? path.replace(/^.*?\/v1(?=\/|$)/, '')
    : path.replace(/^\/api\/simulator(?=\/|$)/, '')
  ).replace(/\/$/, '');

async function dispatch(request: Request, context: SimulatorContext): Promise<Response> {
  const url = new URL(request.url);
  const path = suffixOf(url.pathname);
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
  const fitting = ROUTES.filter((route) => route.path.test(path));
  if (fitting.length === 0) return errorResponse(wireError(404, `Not Found: ${path || '/'}`));
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = fitting.find((one) => one.method === method);
  if (!route) {
    const allow = [...new Set(fitting.map((one) => (one.method === 'GET' ? 'GET, HEAD' : one.method)))].join(', ');
    return errorResponse(wireError(405, 'Method Not Allowed', { headers: { Allow: allow } }));
  }
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const refused = route.auth ? keyProblem(bearer, route.billed === true) : null;
  if (refused) return refused;
  const name = decoded(route.path.exec(path)?.[1] ?? '');
  if (name === null) return errorResponse(wireError(404, 'Not Found'));
  return route.answer({ request, url, name, bearer, context });
}

/** Null for an escape that is none: such a path names nothing. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * OpenRouter as one function. Paths are matched behind `/api/v1`, whatever stands before it.
 * It never throws: what goes wrong inside is answered with status 500, as the service would.
 * The request's signal stops an answer at once, and so does cancelling its body.
 */
export async function simulate(request: Request, context: SimulatorContext = systemContext()): Promise<Response> {
  const response = await answerTo(request, context);
  for (const [name, value] of Object.entries(OPEN_TO_ALL)) response.headers.set(name, value);
  return request.method === 'HEAD' ? new Response(null, response) : response;
}

async function answerTo(request: Request, context: SimulatorContext): Promise<Response> {
  try {
    return await dispatch(request, context);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    return errorResponse(wireError(500, 'Internal Server Error', { metadata: { error_type: 'server', raw: message } }));
  }
}
