import 'server-only';
import { type Credential, credentialOf } from './credential';
import { env } from './env';
import { describeUpstream } from './environment';
import { refusal, refuse } from './refuse';
import { type Upstream, upstreamFor, upstreamHeaders } from './upstream';

/** Whether the simulator answers whoever has no key of their own: the page says so. */
export const isDemo = (): boolean => !env().OPENROUTER_API_KEY && !env().OPENROUTER_BASE_URL;

/** Lets a handler answer in demo mode only; elsewhere there is nothing at its address. */
export const inDemo =
  (handler: (request: Request) => Promise<Response>) =>
  (request: Request): Promise<Response> =>
    isDemo() ? handler(request) : Promise.resolve(refuse(refusal(404, 'not_found', 'There is no simulator here.')));

/** The headers that `chatFetch` puts on a request, for showing them: of a key only that there is one. */
function shownHeaders(upstream: Upstream, credential: Credential): [name: string, value: string][] {
  const sent = [...upstreamHeaders(upstream, credential)].filter(([name]) => name !== 'authorization');
  const key: [string, string][] = credential.owner === 'nobody' ? [] : [['authorization', 'Bearer ••••']];
  return [['content-type', 'application/json'], ...key, ...sent];
}

/** `GET /api/health`: ready, which upstream answers, and how it is asked. Never a key, nor a part of one. */
export function getHealth(request: Request): Response {
  const credential = credentialOf(request);
  const upstream = upstreamFor(credential);
  return Response.json(
    {
      ready: true,
      upstream: upstream.kind,
      says: describeUpstream(env()),
      chat: { url: `${upstream.baseUrl}/chat/completions`, headers: shownHeaders(upstream, credential) },
    },
    { headers: { 'cache-control': 'no-store' } },
  );
}
