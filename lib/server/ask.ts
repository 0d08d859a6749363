import 'server-only';
import { type Credential, withoutKey } from './credential';
import { type Upstream, upstreamHeaders } from './upstream';

const TIMEOUT_MS = 15_000;

interface Answer {
  ok: boolean;
  status: number;
  headers: Headers;
  /** Of an error, without the key that it may quote. */
  text: string;
}

/**
 * Asks the upstream for what stands beside the chat.
 * @param path begins with a slash
 * @throws when it cannot be reached, or takes longer than 15 seconds
 */
export async function ask(upstream: Upstream, credential: Credential, path: string): Promise<Answer> {
  const response = await upstream.send(
    new Request(`${upstream.baseUrl}${path}`, {
      headers: upstreamHeaders(upstream, credential),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  const { ok, status, headers } = response;
  const text = await response.text();
  return { ok, status, headers, text: ok ? text : withoutKey(text, credential) };
}
