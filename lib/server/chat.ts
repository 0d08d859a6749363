import 'server-only';
import { parseChatRequest, parseRunId } from '@/lib/wire/chat';
import { credentialOf } from './credential';
import { guard, readJson } from './guard';
import { refusal, refuse } from './refuse';
import { isRunning, stop } from './running';
import { streamRuns } from './stream';
import { upstreamFor } from './upstream';

/** `POST /api/chat`: HTTP 200 means accepted; what is not accepted is a status with `{ failure }`. */
export async function postChat(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const body = await readJson(request);
  if ('failure' in body) return refuse(body.failure);
  const parsed = parseChatRequest(body.value);
  if ('failure' in parsed) return refuse(parsed.failure);
  if (parsed.runs.some(({ id }) => isRunning(id))) {
    return refuse(refusal(409, 'duplicate_run', 'A run with this id is already under way.'));
  }
  const credential = await credentialOf(request);
  return streamRuns(parsed.runs, upstreamFor(credential), credential, request);
}

/** `DELETE /api/chat?id=`: stops one run of a request that carries several. */
export function deleteChat(request: Request): Response {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const id = parseRunId(new URL(request.url).searchParams.get('id'));
  if (id === null) return refuse(refusal(400, 'invalid_run_id', 'Name the run to stop: ?id=<UUID>.'));
  if (!stop(id)) return refuse(refusal(404, 'run_not_found', 'No such run is under way here.'));
  return new Response(null, { status: 204 });
}
