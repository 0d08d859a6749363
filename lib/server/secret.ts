import 'server-only';
import { randomBytes } from 'node:crypto';
import { env } from './env';

// On globalThis because each route is bundled apart, and all must open what one has sealed.
const store = globalThis as { sessionSecret?: string };

/** What the visitors' cookies are sealed with: `SESSION_SECRET`, else a secret that ends with this process. */
export function sessionSecret(): string {
  const { SESSION_SECRET } = env();
  if (SESSION_SECRET) return SESSION_SECRET;
  if (!store.sessionSecret) {
    store.sessionSecret = randomBytes(32).toString('hex');
    // oxlint-disable-next-line no-console -- the operator of a hosted copy has no other place to read it
    console.warn(
      'SESSION_SECRET is not set: keys that visitors add are forgotten at every restart, and other instances cannot read them.',
    );
  }
  return store.sessionSecret;
}
