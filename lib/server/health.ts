import 'server-only';
import { credentialOf } from './credential';
import { env } from './env';
import { describeUpstream } from './environment';
import { refusal, refuse } from './refuse';
import { upstreamFor } from './upstream';

/** Whether the simulator answers whoever has no key of their own: the page says so. */
export const isDemo = (): boolean => !env().OPENROUTER_API_KEY && !env().OPENROUTER_BASE_URL;

/** Lets a handler answer in demo mode only; elsewhere there is nothing at its address. */
export const inDemo =
  (handler: (request: Request) => Promise<Response>) =>
  (request: Request): Promise<Response> =>
    isDemo() ? handler(request) : Promise.resolve(refuse(refusal(404, 'not_found', 'There is no simulator here.')));

/** `GET /api/health`: ready, and which upstream answers. Never a key, nor a part of one. */
export function getHealth(request: Request): Response {
  const { kind } = upstreamFor(credentialOf(request));
  return Response.json(
    { ready: true, upstream: kind, says: describeUpstream(env()) },
    { headers: { 'cache-control': 'no-store' } },
  );
}
