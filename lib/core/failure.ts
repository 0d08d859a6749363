import type { Json, JsonObject } from './json';

/**
 * Where a request failed: refused by us; answered with an error status; an error inside the stream; the connection cut;
 * never reached the upstream; an answer without any content.
 */
export type FailureStage = 'refused' | 'before' | 'stream' | 'cut' | 'unreachable' | 'empty';

/** The code of a request that a cap of the visitor's own kept from being sent. */
export const SPEND_CAP = 'spend_cap';

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
