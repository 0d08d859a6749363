import type { Json, JsonObject } from '@/lib/core/json';

/** An error as the service writes it (§5.1), before it becomes a response or an event of a stream. */
export interface WireError {
  status: number;
  headers: Record<string, string>;
  body: JsonObject;
}

const USER = 'user_2simulator00000000000000';

export interface ErrorParts {
  metadata?: JsonObject;
  availability?: JsonObject;
  headers?: Record<string, string>;
  /** Whether the body names the account. */
  user?: boolean;
}

export function wireError(status: number, message: string, parts: ErrorParts = {}): WireError {
  const error: JsonObject = {
    message,
    code: status,
    ...(parts.metadata && { metadata: parts.metadata }),
    ...(parts.availability && { availability: parts.availability }),
  };
  return { status, headers: parts.headers ?? {}, body: { error, ...(parts.user && { user_id: USER }) } };
}

/** `error.availability` (§5.4): optional keys are left out, never empty. */
export function availability(code: string, requested: readonly string[], more: JsonObject = {}): JsonObject {
  const retryable = code === 'capacity_exhausted' || code === 'temporarily_unavailable';
  return {
    code,
    retryable,
    ...(more.retry_after !== undefined && { retry_after: more.retry_after }),
    requested_models: [...requested],
    ...more,
    docs_url: `https://openrouter.ai/docs/errors#${code}`,
  };
}

export const invalid = (message: string, metadata: JsonObject = { error_type: 'invalid_request' }): WireError =>
  wireError(400, message, { metadata });

export const jsonResponse = (status: number, body: Json, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

export const errorResponse = ({ status, body, headers }: WireError): Response => jsonResponse(status, body, headers);
