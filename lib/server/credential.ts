import 'server-only';
import { env } from './env';
import { readKey } from './key-cookie';

/** Whose key pays for a request. */
export type Credential = { owner: 'visitor' | 'operator'; key: string } | { owner: 'nobody' };

/** The key of what comes without a visitor's own. */
export function operatorCredential(): Credential {
  const key = env().OPENROUTER_API_KEY;
  return key ? { owner: 'operator', key } : { owner: 'nobody' };
}

/** The visitor's own key comes first, then the operator's. */
export async function credentialOf(request: Request): Promise<Credential> {
  const key = await readKey(request);
  return key === null ? operatorCredential() : { owner: 'visitor', key };
}

/** Shorter words are what local servers take for a key: no secret, and words of an answer or of its stream. */
const SHORTEST_SECRET = 12;

/** An upstream's error may quote the key that it was sent: the browser never gets it. @param text JSON or plain */
export function withoutKey(text: string, credential: Credential): string {
  if (credential.owner === 'nobody' || credential.key.length < SHORTEST_SECRET) return text;
  const { key } = credential;
  return text.replaceAll(key, '••••').replaceAll(JSON.stringify(key).slice(1, -1), '••••');
}
