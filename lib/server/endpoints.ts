import 'server-only';
import type { Json } from '@/lib/core/json';
import { catalogueId } from '@/lib/core/model';
import { toEndpoints, toZeroRetention } from '@/lib/wire/endpoints';
import { failureFromAnswer, parseJson } from '@/lib/wire/failure';
import { ask } from './ask';
import { type Credential, credentialOf } from './credential';
import { guard } from './guard';
import { refusal, refuse } from './refuse';
import { type Upstream, upstreamFor } from './upstream';

const FRESH_MS = 300_000;
// Nothing that could leave the path: an id is two names, perhaps a variant.
const MODEL_ID = /^(~?[\w.-]+)\/([\w.-]+(?::[\w-]+)*)$/;

const store = globalThis as { zeroRetention?: Map<string, { at: number; names: Set<string> }> };
const known = (store.zeroRetention ??= new Map());

/** The list is the same for every model and long, so it is asked for once in a while. Null when there is none. */
async function zeroRetention(upstream: Upstream, credential: Credential): Promise<Set<string> | null> {
  const kept = known.get(upstream.baseUrl);
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.names;
  try {
    const response = await ask(upstream, credential, '/endpoints/zdr');
    if (!response.ok) return null;
    const names = toZeroRetention(parseJson(response.text));
    // An answer of another form tells of nobody: that is not known, and not that all keep data.
    if (names.size === 0) return null;
    known.set(upstream.baseUrl, { at: Date.now(), names });
    return names;
  } catch {
    return null;
  }
}

/** `GET /api/models/endpoints?model=`: who offers a model, at which price, how fast. Null is what nobody tells. */
export async function getEndpoints(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  // A variant with a row of its own has offers of its own, others have none.
  const asked = catalogueId(new URL(request.url).searchParams.get('model') ?? '');
  const [, author, slug] = MODEL_ID.exec(asked) ?? [];
  if (!author || !slug || slug.startsWith('.') || author.startsWith('.')) {
    return refuse(refusal(400, 'invalid_model_id', 'Name a model: ?model=<maker>/<name>.'));
  }
  const credential = await credentialOf(request);
  const upstream = upstreamFor(credential);
  try {
    const [response, names] = await Promise.all([
      ask(upstream, credential, `/models/${author}/${slug}/endpoints`),
      zeroRetention(upstream, credential),
    ]);
    if (!response.ok) return refuse(failureFromAnswer(response.status, response.headers, response.text, Date.now()));
    const body: Json | undefined = parseJson(response.text);
    return Response.json({ endpoints: toEndpoints(body, names) }, { headers: { 'cache-control': 'no-store' } });
  } catch {
    return refuse(refusal(502, 'unreachable', 'The providers of this model could not be loaded from the upstream.'));
  }
}
