import 'server-only';
import { env } from './env';

/** Whose key pays for a request. */
export type Credential = { owner: 'operator'; key: string } | { owner: 'nobody' };

/** A visitor's own key will come first here; it does not exist yet. */
export function credentialOf(_request: Request): Credential {
  const key = env().OPENROUTER_API_KEY;
  return key ? { owner: 'operator', key } : { owner: 'nobody' };
}
