import { failure, type Failure } from '@/lib/core/failure';
import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { openReceipt, type Receipt } from '@/lib/core/receipt';
import { toFailure } from './failure';
import type { Piece } from './piece';
import { createDetails } from './reasoning-details';
import { createToolCalls } from './tool-calls';

/** How the body ended: `[DONE]`, the end of the body, or a broken connection. */
export type Ending = 'done' | 'eof' | 'cut';

export interface AnswerReader {
  /** Reads one parsed chunk of a stream, or the whole body of an answer without streaming. */
  read: (chunk: Json) => Piece[];
  /** Reads a chunk that differs from one that gave text alone in nothing but that text. */
  more: (words: string) => Piece[];
  /** An event whose data is not JSON: the text it held is lost, and the answer says so at its end. */
  damaged: () => void;
  /** The last pieces: exactly one finish or failure for an answer, however often it is called. */
  end: (ending: Ending) => Piece[];
  /** True after the finish or failure. */
  ended: () => boolean;
}

interface AnswerOptions {
  requestedModel: string;
  /** `X-Generation-Id`, which is known before the first chunk. */
  generationId: string | null;
  /** Unix milliseconds at which the request left. */
  startedAt: number;
  now: () => number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const orNull = (value: unknown): string | null => text(value) || null;
const list = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);
const MEDIA_TYPE = /^data:([\w.+-]+\/[\w.+-]+)[;,]/;

/**
 * Reads the chunks of one answer (§3, §4): keeps the first finish reason and the last usage, takes all three forms of
 * a stream's end, shows reasoning once although it comes twice, joins tool calls by index, and turns each of the five
 * forms of a mid-stream error into one failure. Unknown fields and values pass.
 */
export function createAnswerReader({ requestedModel, generationId, startedAt, now }: AnswerOptions): AnswerReader {
  const receipt: Receipt = { ...openReceipt(requestedModel, startedAt), generationId };
  const tools = createToolCalls();
  const details = createDetails();
  let introduced = false;
  let hasContent = false;
  let hasAnswer = false;
  let damage = 0;
  let over = false;

  const snapshot = (): Receipt => ({ ...receipt, timings: { ...receipt.timings } });

  const content = (pieces: Piece[], piece: Piece): void => {
    receipt.timings.firstContentMs ??= now() - startedAt;
    if (piece.type === 'text') receipt.timings.firstTextMs ??= now() - startedAt;
    hasContent = true;
    hasAnswer ||= piece.type !== 'reasoning';
    pieces.push(piece);
  };

  function readEnvelope(chunk: JsonObject, pieces: Piece[]): void {
    receipt.generationId = orNull(chunk['id']) ?? receipt.generationId;
    receipt.servedModel = orNull(chunk['model']) ?? receipt.servedModel;
    receipt.provider = orNull(chunk['provider']) ?? receipt.provider;
    receipt.serviceTier = orNull(chunk['service_tier']) ?? receipt.serviceTier;
    receipt.systemFingerprint = orNull(chunk['system_fingerprint']) ?? receipt.systemFingerprint;
    if (isJsonObject(chunk['usage'])) receipt.usage = chunk['usage'];
    if (isJsonObject(chunk['openrouter_metadata'])) receipt.openrouterMetadata = chunk['openrouter_metadata'];
    if (isJsonObject(chunk['debug'])) pieces.push({ type: 'data', kind: 'debug', data: chunk['debug'] });
  }

  function readDelta(delta: JsonObject, pieces: Piece[]): void {
    // `reasoning` and `reasoning_details` carry the same text; providers that send details alone are rare but real.
    const reasoning = text(delta['reasoning']) || text(delta['reasoning_content']);
    const inDetails = details.add(list(delta['reasoning_details']));
    const thought = reasoning || inDetails;
    if (thought) content(pieces, { type: 'reasoning', text: thought });
    const annotations = list(delta['annotations']);
    if (annotations.length > 0) content(pieces, { type: 'data', kind: 'annotations', data: annotations });
    const words = text(delta['content']) || contentParts(delta['content']);
    if (words) content(pieces, { type: 'text', text: words });
    const refusal = text(delta['refusal']);
    if (refusal) content(pieces, { type: 'text', text: refusal });
    for (const image of list(delta['images'])) {
      const url = isJsonObject(image['image_url']) ? text(image['image_url']['url']) : '';
      if (url) content(pieces, { type: 'image', url, mediaType: MEDIA_TYPE.exec(url)?.[1] ?? 'image/png' });
    }
    if (isJsonObject(delta['audio'])) content(pieces, { type: 'data', kind: 'audio', data: delta['audio'] });
    for (const piece of tools.add(list(delta['tool_calls']))) content(pieces, piece);
  }

  function fail(pieces: Piece[], failed: Failure): void {
    over = true;
    receipt.timings.totalMs = now() - startedAt;
    pieces.push(...tools.end(), ...details.end());
    pieces.push({
      type: 'failure',
      failure: { ...failed, generationId: failed.generationId ?? receipt.generationId },
      receipt: snapshot(),
    });
  }

  function read(chunk: Json): Piece[] {
    if (over || !isJsonObject(chunk)) return [];
    const pieces: Piece[] = [];
    const waiting = receipt.timings.firstContentMs === null;
    readEnvelope(chunk, pieces);
    const choice = list(chunk['choices'])[0];
    if (choice) {
      receipt.finishReason ??= orNull(choice['finish_reason']);
      receipt.nativeFinishReason ??= orNull(choice['native_finish_reason']);
      const delta = choice['delta'] ?? choice['message'];
      if (isJsonObject(delta)) readDelta(delta, pieces);
      const logprobs = isJsonObject(choice['logprobs']) ? choice['logprobs'] : {};
      const tokens = [...list(logprobs['content']), ...list(logprobs['refusal'])];
      if (tokens.length > 0) pieces.push({ type: 'data', kind: 'logprobs', data: tokens });
    }
    receipt.timings.totalMs = now() - startedAt;
    // Twice at most: as soon as an id is known, and with the time of the first content, so that a stopped run has both.
    if ((!introduced && receipt.servedModel !== null) || (waiting && receipt.timings.firstContentMs !== null)) {
      introduced = true;
      pieces.unshift({ type: 'meta', receipt: { ...snapshot(), timings: { ...receipt.timings, totalMs: null } } });
    }
    const error = chunk['error'] ?? choice?.['error'];
    if (error !== undefined && error !== null) {
      const stage = hasContent ? 'stream' : 'before';
      fail(
        pieces,
        toFailure({ ...chunk, error }, { stage, status: null, generationId: receipt.generationId, now: now() }),
      );
    }
    return pieces;
  }

  function verdict(ending: Ending): Failure | null {
    const { finishReason, nativeFinishReason, usage } = receipt;
    if (finishReason === 'error') {
      const reason = nativeFinishReason ?? 'no reason given';
      return failure('stream', `The provider ended the answer with an error (${reason}).`, {
        code: nativeFinishReason,
      });
    }
    if (ending !== 'done' && finishReason === null) {
      return failure('cut', 'The connection to the upstream broke before the answer was complete.');
    }
    if (damage > 0) {
      const some = damage === 1 ? 'One piece' : `${damage} pieces`;
      return failure('stream', `${some} of the answer could not be read, so text may be missing.`, {
        code: 'malformed_chunk',
      });
    }
    // Thoughts that the token limit cut off before the first word are no answer.
    if (hasAnswer || (hasContent && finishReason !== 'length')) return null;
    const spent =
      isJsonObject(usage) && typeof usage['completion_tokens'] === 'number' ? usage['completion_tokens'] : 0;
    if (finishReason === 'length') {
      return failure('empty', `All ${spent || ''} tokens went to reasoning before the first word.`.replace('  ', ' '), {
        code: 'length',
      });
    }
    return failure(
      'empty',
      spent > 0 ? 'The model sent an empty answer.' : 'The model sent an empty answer, which is not charged.',
    );
  }

  return {
    read,
    more(words) {
      if (over) return [];
      receipt.timings.totalMs = now() - startedAt;
      return words === '' ? [] : [{ type: 'text', text: words }];
    },
    damaged: () => void (damage += 1),
    ended: () => over,
    end(ending) {
      if (over) return [];
      const pieces: Piece[] = [];
      const failed = verdict(ending);
      if (failed) {
        fail(pieces, { ...failed, raw: receipt.usage });
        return pieces;
      }
      over = true;
      // Some providers end a tool call with `stop`, or with nothing at all (§4.5).
      if (tools.any() && (receipt.finishReason ?? 'stop') === 'stop') receipt.finishReason = 'tool_calls';
      pieces.push(...tools.end(), ...details.end(), { type: 'finish', receipt: snapshot() });
      return pieces;
    },
  };
}

/** Content as a list of parts is legal in the schema; its text parts are the text. */
function contentParts(value: Json | undefined): string {
  return list(value)
    .map((part) => (part['type'] === 'text' ? text(part['text']) : ''))
    .join('');
}
