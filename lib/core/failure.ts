import type { Json, JsonObject } from './json';

/**
 * Where a request failed: refused by us; answered with an error status; an error inside the stream; the connection cut;
 * never reached the upstream; an answer without any content.
 */
export type FailureStage = 'refused' | 'before' | 'stream' | 'cut' | 'unreachable' | 'empty';

/** Everything known of a failure. Absent facts are null; what we do not read stays untouched in `raw`. */
export interface Failure {
  stage: FailureStage;
  /** HTTP status, or the status that the error's code stands for. */
  status: number | null;
  code: string | null;
  /** `metadata.error_type` (§5.3). */
  errorType: string | null;
  message: string;
  /** `error.availability` (§5.4). */
  availability: JsonObject | null;
  /** Seconds. */
  retryAfter: number | null;
  /** Unix milliseconds. */
  rateLimitReset: number | null;
  /** Tokens that the credit still pays for, read from a 402. */
  affordableTokens: number | null;
  /** The provider's own words. */
  providerMessage: string | null;
  providerName: string | null;
  generationId: string | null;
  metadata: JsonObject | null;
  openrouterMetadata: JsonObject | null;
  /** The error as it came. */
  raw: Json;
}

/** A failure of which only the stage and a sentence are known. */
export const failure = (stage: FailureStage, message: string, rest: Partial<Failure> = {}): Failure => ({
  stage,
  status: null,
  code: null,
  errorType: null,
  message,
  availability: null,
  retryAfter: null,
  rateLimitReset: null,
  affordableTokens: null,
  providerMessage: null,
  providerName: null,
  generationId: null,
  metadata: null,
  openrouterMetadata: null,
  raw: null,
  ...rest,
});

/** The one button that mends a failure. */
export type Remedy =
  | { kind: 'retry'; afterSeconds: number | null }
  | { kind: 'use-tokens'; tokens: number }
  | { kind: 'choose-model'; suggestions: string[] }
  | { kind: 'raise-max-tokens' }
  | { kind: 'edit' };

export interface FailureDescription {
  /** One sentence. */
  sentence: string;
  /** Short cause code for reports: `429 rate_limit_exceeded`. */
  cause: string;
  remedy: Remedy;
}

const causeOf = (failed: Failure): string => {
  const availability = failed.availability?.['code'];
  const word = typeof availability === 'string' ? availability : (failed.errorType ?? failed.code);
  if (failed.status === null) return word ?? failed.stage;
  return word === null || word === String(failed.status) ? String(failed.status) : `${failed.status} ${word}`;
};

const suggestionsOf = (failed: Failure): string[] => {
  const models = failed.availability?.['fallback_models'];
  return Array.isArray(models) ? models.filter((id): id is string => typeof id === 'string') : [];
};

const SENTENCES: Record<number, string> = {
  400: 'The request was not accepted as it is.',
  401: 'The key was not accepted.',
  402: 'There is not enough credit for this request.',
  403: 'The request was blocked.',
  404: 'No endpoint is left that can serve this request.',
  408: 'The request took too long.',
  409: 'The request is in conflict with another one.',
  413: 'The request is too large.',
  422: 'The request could not be processed.',
  429: 'Too many requests for now.',
  500: 'OpenRouter had an internal error.',
  502: 'The provider is down or sent a bad answer.',
  503: 'No provider can take this request now.',
  504: 'The provider took too long.',
  524: 'The connection to the provider timed out.',
  529: 'The provider is overloaded.',
};

const retry = (failed: Failure): Remedy => ({ kind: 'retry', afterSeconds: failed.retryAfter });

function remedyOf(failed: Failure): Remedy {
  const { status, stage } = failed;
  if (failed.affordableTokens !== null && failed.affordableTokens > 0) {
    return { kind: 'use-tokens', tokens: failed.affordableTokens };
  }
  if (stage === 'empty' && failed.code === 'length') return { kind: 'raise-max-tokens' };
  const availability = failed.availability?.['code'];
  if (status === 404 || availability === 'model_not_found' || availability === 'wrong_endpoint') {
    return { kind: 'choose-model', suggestions: suggestionsOf(failed) };
  }
  if (stage === 'refused' || status === 400 || status === 403 || status === 413 || status === 422) {
    return { kind: 'edit' };
  }
  return retry(failed);
}

const sentence = (text: string): string => (/[.!?…:)]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** One sentence, the cause and what mends it (§4.9, §5). The full table of causes is the error doctor's. */
export function describeFailure(failed: Failure): FailureDescription {
  const cause = causeOf(failed);
  const remedy = remedyOf(failed);
  const said = failed.providerMessage ?? failed.message;
  const known = failed.status === null ? undefined : SENTENCES[failed.status];
  switch (failed.stage) {
    case 'refused':
      return { sentence: sentence(failed.message), cause, remedy };
    case 'cut':
      return { sentence: 'The connection broke before the answer was complete.', cause, remedy };
    case 'unreachable':
      return { sentence: sentence(failed.message || 'The server could not be reached'), cause, remedy };
    case 'empty':
      return { sentence: sentence(failed.message), cause, remedy };
    case 'stream':
      return {
        sentence: sentence(`The answer broke off: ${said || known || 'the provider reported an error'}`),
        cause,
        remedy,
      };
    case 'before':
      return { sentence: sentence(known ? `${known} ${said}` : said), cause, remedy };
  }
}
