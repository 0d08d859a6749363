import 'server-only';
import { createOpenAI } from '@ai-sdk/openai';
import { APICallError, type UIMessageChunk } from 'ai';
import { failure, type Failure } from '@/lib/core/failure';
import { isJsonObject } from '@/lib/core/json';
import { openReceipt } from '@/lib/core/receipt';
import type { Run } from '@/lib/core/run';
import { type Clock, SYSTEM_CLOCK } from '@/lib/wire/clock';
import { failureFromAnswer } from '@/lib/wire/failure';
import type { Piece } from '@/lib/wire/piece';
import type { Credential } from './credential';
import { createParts } from './parts';
import { chatFetch, type Upstream, upstreamHeaders } from './upstream';

// The SDK builds a prompt from this and `chatFetch` replaces it by the run's own body: its conversion drops fields in
// silence and would download URLs on the server.
const UNUSED_PROMPT = [{ role: 'user' as const, content: [{ type: 'text' as const, text: '-' }] }];

/**
 * Sends one run and yields its answer as chunks of the AI SDK's UI message stream. A failure of the upstream, before or
 * inside the stream, is an `error` chunk whose text is the Failure as JSON; an abort ends with an `abort` chunk.
 * Never throws.
 */
export async function* answer(
  run: Run,
  upstream: Upstream,
  credential: Credential,
  signal: AbortSignal,
  clock: Clock = SYSTEM_CLOCK,
): AsyncGenerator<UIMessageChunk> {
  const model = modelOf(run);
  const startedAt = clock.now();
  const receipt = openReceipt(model, startedAt);
  yield { type: 'start', messageMetadata: { requestedModel: model, timings: { startedAt } } };
  const parts = createParts();
  try {
    const provider = createOpenAI({
      name: 'openrouter',
      baseURL: upstream.baseUrl,
      apiKey: 'sent-by-chatFetch',
      fetch: chatFetch(upstream, upstreamHeaders(upstream, credential), run.body, model, clock),
    });
    // doStream is the SDK's provider interface: one call, no tool loop, no retry, half the cost of streamText.
    const { stream } = await provider.chat(model).doStream({
      prompt: UNUSED_PROMPT,
      includeRawChunks: true,
      abortSignal: signal,
    });
    for await (const part of stream) {
      // What an abort breaks reads like a cut; it is a stop, and ends as one.
      if (signal.aborted) break;
      if (part.type === 'text-delta') yield* parts.take({ type: 'text', text: part.delta });
      else if (part.type === 'raw' && isJsonObject(part.rawValue) && 'piece' in part.rawValue) {
        yield* parts.take(part.rawValue['piece'] as unknown as Piece);
      } else if (part.type === 'error' && !parts.ended()) {
        // An error chunk comes as `raw` first; what is left here is a chunk that the SDK itself could not read.
        yield* parts.take({
          type: 'failure',
          failure: failure('stream', 'A piece of the answer could not be read.', { code: 'malformed_chunk' }),
          receipt,
        });
      }
    }
    if (parts.ended()) return;
    if (signal.aborted) yield* parts.stop();
    else yield* parts.take({ type: 'failure', failure: failure('cut', 'The answer ended early.'), receipt });
  } catch (error) {
    if (signal.aborted) yield* parts.stop();
    else if (!parts.ended()) {
      receipt.timings.totalMs = clock.now() - startedAt;
      yield* parts.take({ type: 'failure', failure: toFailure(error, clock.now()), receipt });
    }
  }
}

function modelOf({ body }: Run): string {
  if (typeof body['model'] === 'string') return body['model'];
  const first = Array.isArray(body['models']) ? body['models'][0] : null;
  return typeof first === 'string' ? first : '';
}

/** One translator for whatever the SDK or the network throws. @param now Unix milliseconds */
function toFailure(error: unknown, now: number): Failure {
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400) {
    const headers = new Headers(error.responseHeaders);
    return failureFromAnswer(error.statusCode, headers, error.responseBody ?? '', now);
  }
  if (APICallError.isInstance(error) && error.statusCode === 200) {
    return failure('cut', 'The connection to the upstream broke before the answer was complete.');
  }
  return failure('unreachable', `The upstream could not be reached${reason(error)}.`, { code: codeOf(error) });
}

/** undici hides what happened in a chain of causes. */
function rootCause(error: unknown): unknown {
  let root = error;
  for (let depth = 0; depth < 5 && root instanceof Error && root.cause instanceof Error; depth += 1) root = root.cause;
  return root;
}

function codeOf(error: unknown): string | null {
  const root = rootCause(error);
  return root instanceof Error && 'code' in root && typeof root.code === 'string' ? root.code : null;
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: ': nothing listens at its address',
  ENOTFOUND: ': its name is not known',
  EAI_AGAIN: ': its name could not be looked up',
  ECONNRESET: ': it closed the connection',
  ETIMEDOUT: ': it did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: ': it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: ': it did not answer in time',
};

const reason = (error: unknown): string => REASONS[codeOf(error) ?? ''] ?? '';
