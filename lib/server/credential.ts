import 'server-only';
import { env } from './env';

/** Whose key pays for a request. */
export type Credential = { owner: 'operator'; key: string } | { owner: 'nobody' };

/** A visitor's own key will come first here; it does not exist yet. */
export function credentialOf(_request: Request): Credential {
  const key = env().OPENROUTER_API_KEY;
  return key ? { owner: 'operator', key } : { owner: 'nobody' };
}

/** Characters. What local servers take for a key is a word, which no one hides and which any answer may hold. */
const SHORTEST_SECRET = 12;

/** An upstream's error may quote the key that it was sent: the browser never gets it. */
export const withoutKey = (text: string, credential: Credential): string =>
  credential.owner === 'nobody' || credential.key.length < SHORTEST_SECRET
    ? text
    : text.replaceAll(credential.key, '••••');
