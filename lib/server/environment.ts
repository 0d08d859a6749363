import { z } from 'zod';

// No 'server-only' here: start.mjs reads the environment by this file before Next is there.

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .refine((value) => !URL.canParse(value) || !new URL(value).username, { error: 'must not hold credentials' })
  .transform((value) => value.replace(/\/+$/, ''));

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);

// A header value: what fetch refuses would otherwise fail each request instead of the start.
const headerValue = z.string().regex(/^[\t\x20-\x7e]{1,200}$/, 'must be plain text of at most 200 characters');

const schema = z.object({
  OPENROUTER_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word without blanks')
    .optional(),
  OPENROUTER_BASE_URL: httpUrl.optional(),
  OPENROUTER_SITE_URL: httpUrl.optional(),
  OPENROUTER_APP_TITLE: headerValue.default('OpenRouter Playground'),
  OPENROUTER_APP_CATEGORIES: z
    .string()
    .regex(/^[a-z-]{1,30}(,[a-z-]{1,30})?$/, 'must be one or two lowercase words with hyphens, parted by a comma')
    .optional(),
  MAX_REQUEST_BYTES: z.coerce
    .number({ error: 'must be a number of bytes' })
    .int('must be a whole number of bytes')
    .min(1024, 'must be at least 1024')
    .default(4 * 1024 * 1024),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  LOOPBACK_ONLY: z.literal('1', { error: 'must be 1 or unset' }).optional(),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address')
    .default('127.0.0.1'),
  PORT: port.default(3000),
});

export type Environment = z.infer<typeof schema>;

/**
 * Reads the environment; an empty variable counts as unset.
 * @returns the environment, or one sentence for each malformed variable that names it and never shows its value
 */
export function parseEnvironment(
  raw: Record<string, string | undefined>,
): { environment: Environment } | { problems: string[] } {
  const set = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return { environment: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/**
 * Whether a host name or an address means this machine only, as where a server listens or as what a request asks for.
 */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/**
 * What the server says of itself at the start and in `/api/health`.
 * @param visitor whether whoever asks has a key of their own, which comes before the operator's
 */
export function describeUpstream({ OPENROUTER_API_KEY, OPENROUTER_BASE_URL }: Environment, visitor = false): string {
  const operator = OPENROUTER_API_KEY ? 'with the key in OPENROUTER_API_KEY' : 'without a key';
  const key = visitor ? 'with a key of your own' : operator;
  if (OPENROUTER_BASE_URL) return `${OPENROUTER_BASE_URL} (OPENROUTER_BASE_URL), ${key}`;
  return visitor || OPENROUTER_API_KEY ? `OpenRouter, ${key}` : 'the built-in simulator (no OPENROUTER_API_KEY is set)';
}
