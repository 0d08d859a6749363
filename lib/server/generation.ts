import 'server-only';
import { failureFromAnswer, parseJson } from '@/lib/wire/failure';
import { parseGenerationId, toGeneration } from '@/lib/wire/generation';
import { ask } from './ask';
import { credentialOf } from './credential';
import { guard } from './guard';
import { refusal, refuse } from './refuse';
import { upstreamFor } from './upstream';

/**
 * `GET /api/generation?id=`: what the upstream has booked of one answer, for whose key asks. Null for the first
 * seconds after an answer, and where the upstream keeps no books.
 */
export async function getGeneration(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const id = parseGenerationId(new URL(request.url).searchParams.get('id'));
  if (id === null) return refuse(refusal(400, 'invalid_generation_id', 'Name the generation: ?id=gen-….'));
  const credential = await credentialOf(request);
  try {
    const path = `/generation?id=${encodeURIComponent(id)}`;
    const { ok, status, headers, text } = await ask(upstreamFor(credential), credential, path);
    // Not booked is what everybody hears for some seconds: an answer, and no error in anybody's log.
    if (status === 404) return Response.json({ generation: null }, { headers: { 'cache-control': 'no-store' } });
    if (!ok) return refuse(failureFromAnswer(status, headers, text, Date.now()));
    const generation = toGeneration(parseJson(text));
    if (generation) return Response.json({ generation }, { headers: { 'cache-control': 'no-store' } });
    return refuse(refusal(502, 'unreadable_answer', 'The upstream’s word on this generation could not be read.'));
  } catch {
    return refuse(refusal(502, 'unreachable', 'The upstream could not be reached.'));
  }
}
