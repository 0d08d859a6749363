import 'server-only';
import type { KeyFacts, KeyInForce } from '@/lib/core/credential';
import { diagnose } from '@/lib/core/doctor/diagnose';
import { NO_SITUATION } from '@/lib/core/doctor/remedy';
import type { Failure } from '@/lib/core/failure';
import { failureFromAnswer, parseJson } from '@/lib/wire/failure';
import { parseKeyRequest, toKeyFacts } from '@/lib/wire/key';
import { ask } from './ask';
import { type Credential, credentialOf, operatorCredential, withoutKey } from './credential';
import { guard, readJson } from './guard';
import { clearUnreadable, dropKey, keepKey } from './key-cookie';
import { refusal, refuse } from './refuse';
import { upstreamFor } from './upstream';

/** What the upstream says of a key. Facts are null when it has no way to ask, as most compatible servers. */
async function lookUp(credential: Credential): Promise<{ facts: KeyFacts | null } | { failure: Failure }> {
  const upstream = upstreamFor(credential);
  try {
    const { ok, status, headers, text } = await ask(upstream, credential, '/key');
    if (ok) return { facts: toKeyFacts(parseJson(withoutKey(text, credential))) };
    if (upstream.kind === 'custom' && [404, 405, 501].includes(status)) return { facts: null };
    const failed = failureFromAnswer(status, headers, text, Date.now());
    const { sentence, said } = diagnose(failed, NO_SITUATION, Date.now());
    return { failure: { ...failed, message: [sentence, said].filter(Boolean).join(' ') } };
  } catch {
    return { failure: refusal(502, 'unreachable', `${sentTo()} could not be reached, so the key is not checked.`) };
  }
}

function sentTo(): string {
  const { kind, baseUrl } = upstreamFor({ owner: 'visitor', key: '' });
  return kind === 'openrouter' ? 'OpenRouter' : new URL(baseUrl).host;
}

function inForce(credential: Credential, more: Partial<KeyInForce>, headers = new Headers()): Response {
  const answer: KeyInForce = {
    owner: credential.owner,
    upstream: upstreamFor(credential).kind,
    sentTo: sentTo(),
    facts: null,
    problem: null,
    ...more,
  };
  headers.set('cache-control', 'no-store');
  return Response.json(answer, { headers });
}

/** `GET /api/key`: whose key pays. Of the visitor's own also what the upstream tells; of the operator's nothing. */
export async function getKey(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const credential = await credentialOf(request);
  if (credential.owner !== 'visitor') return clearUnreadable(request, inForce(credential, {}));
  const found = await lookUp(credential);
  return inForce(credential, 'failure' in found ? { problem: found.failure.message } : found);
}

/** `PUT /api/key { key }`: kept when the upstream accepts it, or has no way to say. Else the cookie stays as it was. */
export async function putKey(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const body = await readJson(request);
  if ('failure' in body) return refuse(body.failure);
  const parsed = parseKeyRequest(body.value);
  if ('failure' in parsed) return refuse(parsed.failure);
  const credential: Credential = { owner: 'visitor', key: parsed.key };
  const found = await lookUp(credential);
  if ('failure' in found) return refuse(found.failure);
  return inForce(credential, found, await keepKey(request, parsed.key));
}

/** `DELETE /api/key`: forgets the visitor's key, and tells whose key pays now. */
export async function deleteKey(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  return inForce(operatorCredential(), {}, await dropKey(request));
}
