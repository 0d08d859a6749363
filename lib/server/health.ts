import 'server-only';
import { type Credential, credentialOf, operatorCredential } from './credential';
import { env } from './env';
import { describeUpstream } from './environment';
import { guard } from './guard';
import { refusal, refuse } from './refuse';
import { type Upstream, upstreamFor, upstreamHeaders } from './upstream';

/** Whether the simulator answers whoever sent these headers: the page says so. */
export async function isDemo(headers: Headers): Promise<boolean> {
  const credential = await credentialOf(new Request('http://page.invalid', { headers }));
  return upstreamFor(credential).kind === 'simulator';
}

/** Lets a handler answer where the simulator serves those without a key; elsewhere there is nothing at its address. */
export const inDemo =
  (handler: (request: Request) => Promise<Response>) =>
  (request: Request): Promise<Response> =>
    upstreamFor(operatorCredential()).kind === 'simulator'
      ? handler(request)
      : Promise.resolve(refuse(refusal(404, 'not_found', 'There is no simulator here.')));

/** The headers that `chatFetch` puts on a request, for showing them: of a key only that there is one. */
function shownHeaders(upstream: Upstream, credential: Credential): [name: string, value: string][] {
  const sent = [...upstreamHeaders(upstream, credential)].filter(([name]) => name !== 'authorization');
  const key: [string, string][] = credential.owner === 'nobody' ? [] : [['authorization', 'Bearer ••••']];
  return [['content-type', 'application/json'], ...key, ...sent];
}

/** `GET /api/health`: ready, which upstream answers, and how it is asked. Never a key, nor a part of one. */
export async function getHealth(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const credential = await credentialOf(request);
  const upstream = upstreamFor(credential);
  return Response.json(
    {
      ready: true,
      upstream: upstream.kind,
      says: describeUpstream(env(), credential.owner === 'visitor'),
      chat: { url: `${upstream.baseUrl}/chat/completions`, headers: shownHeaders(upstream, credential) },
    },
    { headers: { 'cache-control': 'no-store' } },
  );
}
