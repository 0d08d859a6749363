import { failure, type Failure, type FailureStage } from '@/lib/core/failure';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const object = (value: unknown): JsonObject | null => (isJsonObject(value) ? value : null);
const number = (value: unknown): number | null => {
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
};

/** JSON.parse that gives undefined instead of throwing. */
export function parseJson(source: string): Json | undefined {
  try {
    return JSON.parse(source) as Json;
  } catch {
    return undefined;
  }
}

/** "Retry-After" is seconds or an HTTP date (RFC 9110 §10.2.3). */
function seconds(value: string | null, now: number): number | null {
  if (value === null) return null;
  const plain = number(value);
  if (plain !== null) return Math.max(0, plain);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** `metadata.raw` is text or JSON text in the provider's own shape; the useful sentence is somewhere inside. */
function providerMessage(raw: unknown): string | null {
  const value = typeof raw === 'string' ? (parseJson(raw) ?? raw) : raw;
  if (typeof value === 'string') return text(value);
  if (!isJsonObject(value)) return null;
  const inner = object(value['error']);
  return (
    text(inner?.['message']) ?? text(value['message']) ?? text(value['detail']) ?? text(value['error']) ?? text(raw)
  );
}

// "... fewer max_tokens (asked 16000, affordable 2210)" and "... but can only afford 2210": §5.6.
const AFFORDABLE = /afford(?:able)?\D{0,20}(\d[\d,]*)/i;

function affordableTokens(status: number | null, message: string): number | null {
  const found = status === 402 ? AFFORDABLE.exec(message)?.[1] : undefined;
  return found === undefined ? null : number(found.replaceAll(',', ''));
}

interface Circumstances {
  stage: FailureStage;
  /** HTTP status of the answer; the error's own code decides where the status was already 200. */
  status: number | null;
  headers?: Headers | undefined;
  generationId?: string | null;
  /** Unix milliseconds. */
  now: number;
}

/**
 * Reads an error as OpenRouter sends it, in a body or inside a stream: `{ error: { code, message, metadata?,
 * availability? }, user_id?, openrouter_metadata? }` (§5.1). Never throws; what is not an error object becomes a
 * failure with a plain sentence and the body untouched in `raw`.
 */
export function toFailure(
  body: Json | undefined,
  { stage, status, headers, generationId, now }: Circumstances,
): Failure {
  const envelope = object(body);
  const error = object(envelope?.['error']);
  const metadata = object(error?.['metadata']);
  const availability = object(error?.['availability']);
  const code = error?.['code'];
  const codeNumber = number(code);
  const known = codeNumber !== null && codeNumber >= 400 && codeNumber < 600 ? codeNumber : null;
  const realStatus = status !== null && status >= 400 ? status : known;
  const message =
    text(error?.['message']) ??
    text(envelope?.['error']) ??
    text(envelope?.['message']) ??
    (status === null
      ? 'The provider reported an error without a message.'
      : `The upstream answered with status ${status}.`);
  const limits = object(metadata?.['headers']);
  return failure(stage, message, {
    status: realStatus,
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : null,
    errorType: text(metadata?.['error_type']),
    availability,
    retryAfter:
      seconds(headers?.get('retry-after') ?? null, now) ??
      number(availability?.['retry_after']) ??
      number(metadata?.['retry_after']),
    rateLimitReset: number(headers?.get('x-ratelimit-reset') ?? limits?.['X-RateLimit-Reset']),
    affordableTokens: affordableTokens(realStatus, message),
    providerMessage: providerMessage(metadata?.['raw']),
    providerName: text(metadata?.['provider_name']),
    generationId: headers?.get('x-generation-id') ?? text(envelope?.['id']) ?? generationId ?? null,
    metadata,
    openrouterMetadata: object(envelope?.['openrouter_metadata']),
    raw: body ?? null,
  });
}

/** The failure of an answer with an error status. @param body the body as text, JSON or not */
export function failureFromAnswer(status: number, headers: Headers, body: string, now: number): Failure {
  // A proxy's HTML page says nothing to a person; its first kilobytes stay in `raw` for whoever looks.
  return toFailure(parseJson(body) ?? body.slice(0, 4000), { stage: 'before', status, headers, now });
}
