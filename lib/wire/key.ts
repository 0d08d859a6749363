import { z } from 'zod';
import type { KeyFacts } from '@/lib/core/credential';
import { failure, type Failure } from '@/lib/core/failure';
import type { Json } from '@/lib/core/json';
import { dollars } from './dollars';

const request = z.strictObject({ key: z.string().regex(/^[\x21-\x7e]{1,512}$/) });

/**
 * Reads the body of `PUT /api/key`. What is wrong with a key is said without repeating it.
 * @param value parsed JSON
 */
export function parseKeyRequest(value: Json | undefined): { key: string } | { failure: Failure } {
  const parsed = request.safeParse(value);
  if (parsed.success) return parsed.data;
  const message = 'A key is one word of at most 512 letters, digits and signs: { "key": "…" }.';
  return { failure: failure('refused', message, { status: 400, code: 'invalid_key' }) };
}

const text = z.string().min(1).nullable().catch(null);

const limit = z.union([z.null().transform(() => 'unlimited'), dollars]).catch(null);

// Every field for itself, so that one of another form hides no other.
const answer = z.object({
  data: z.object({
    label: text,
    limit,
    limit_remaining: dollars,
    limit_reset: text,
    usage: dollars,
    is_free_tier: z.boolean().nullable().catch(null),
    expires_at: text,
  }),
});

/** The body of `GET /key` (§10.2); null when it is nothing of the kind. */
export function toKeyFacts(body: Json | undefined): KeyFacts | null {
  const parsed = answer.safeParse(body);
  if (!parsed.success) return null;
  const { data } = parsed.data;
  return {
    label: data.label,
    limit: data.limit,
    limitRemaining: data.limit_remaining,
    limitReset: data.limit_reset,
    usage: data.usage,
    isFreeTier: data.is_free_tier,
    expiresAt: data.expires_at,
  };
}
