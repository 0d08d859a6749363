/** Requests that start in the same instant, the next ones when all of these have ended. */
export interface Burst {
  url: string;
  /** Whether the body goes as a run of the playground's, or bare. */
  wrapped: boolean;
  model: string;
  tokens: number;
  streams: number;
  times: number;
  /** Hang up so many milliseconds after the request, wherever the answer is; each as much later than the one before. */
  hangUp?: { afterMs: number; everyMs: number };
}

/** How one request went, seen from the client. */
export interface Outcome {
  user: string;
  /** Status 200, a good finish and `[DONE]`. */
  ok: boolean;
  /** Milliseconds from the request to the first word. */
  firstMs: number | null;
  totalMs: number;
  /** Bytes of the body. */
  bytes: number;
  /** When the client hung up, in nanoseconds on the clock that all processes of a machine share. */
  hungUpNs: string | null;
}
