import 'client-only';
import type { UIMessageChunk } from 'ai';
import { failure, type Failure } from '@/lib/core/failure';
import { isJsonObject, type Json } from '@/lib/core/json';
import type { Answer, AnswerState, Part } from '@/lib/core/message';
import type { Receipt } from '@/lib/core/receipt';
import type { RunPhase } from './run-store';

/** Grows an answer from the chunks of its run; `answer()` is a snapshot that later chunks leave alone. */
export interface AnswerBuilder {
  take: (chunk: UIMessageChunk) => void;
  /** Ends it; an answer that has ended stays as it is. */
  end: (state: AnswerState, failed?: Failure) => void;
  answer: () => Answer;
  phase: () => RunPhase;
  running: () => boolean;
}

function readFailure(errorText: string): Failure {
  try {
    const value = JSON.parse(errorText) as unknown;
    if (isJsonObject(value) && typeof value['message'] === 'string') return value as unknown as Failure;
  } catch {
    // Not ours: a proxy in between, or another server behind the same address.
  }
  return failure('stream', errorText);
}

export function createAnswerBuilder(start: Answer, now: () => number): AnswerBuilder {
  let { receipt, failure: failed } = start;
  let state: AnswerState = start.state;
  let phase: RunPhase = 'connecting';
  const parts: Part[] = [...start.parts];
  // Which part a stream id or a tool call grows.
  const places = new Map<string, number>();
  let reasoningSince = 0;
  /** When the first content came here. */
  let firstAt: number | null = null;

  function change<Type extends Part['type']>(
    key: string,
    type: Type,
    grow: (part: Extract<Part, { type: Type }>) => Part,
  ): void {
    const place = places.get(key);
    const part = place === undefined ? undefined : parts[place];
    if (place !== undefined && part?.type === type) parts[place] = grow(part as Extract<Part, { type: Type }>);
  }

  function open(key: string, part: Part): void {
    places.set(key, parts.push(part) - 1);
  }

  function takeMetadata(metadata: unknown): void {
    if (!isJsonObject(metadata)) return;
    const { timings, ...rest } = metadata as unknown as Partial<Receipt>;
    if (typeof timings?.firstContentMs === 'number') firstAt ??= now();
    receipt = { ...receipt, ...rest, timings: { ...receipt.timings, ...timings } };
  }

  function takeData(kind: string, data: Json): void {
    const place = places.get(`data-${kind}`);
    const part = place === undefined ? undefined : parts[place];
    // Logprobs and citations come piece by piece and are one list.
    if (place !== undefined && part?.type === 'data' && Array.isArray(part.data) && Array.isArray(data)) {
      parts[place] = { ...part, data: [...part.data, ...data] };
    } else {
      open(`data-${kind}`, { type: 'data', kind, data });
    }
  }

  function take(chunk: UIMessageChunk): void {
    if (state !== 'running') return;
    switch (chunk.type) {
      case 'start':
      case 'message-metadata':
        takeMetadata(chunk.messageMetadata);
        break;
      case 'text-start':
        phase = 'writing';
        open(chunk.id, { type: 'text', text: '' });
        break;
      case 'text-delta':
        change(chunk.id, 'text', (part) => ({ ...part, text: part.text + chunk.delta }));
        break;
      case 'reasoning-start':
        phase = 'thinking';
        reasoningSince = now();
        open(chunk.id, { type: 'reasoning', text: '', durationMs: null });
        break;
      case 'reasoning-delta':
        change(chunk.id, 'reasoning', (part) => ({ ...part, text: part.text + chunk.delta }));
        break;
      case 'reasoning-end':
        change(chunk.id, 'reasoning', (part) => ({ ...part, durationMs: now() - reasoningSince }));
        break;
      case 'tool-input-start':
        phase = 'writing';
        open(chunk.toolCallId, { type: 'tool-call', id: chunk.toolCallId, name: chunk.toolName, arguments: '' });
        break;
      case 'tool-input-delta':
        change(chunk.toolCallId, 'tool-call', (part) => ({
          ...part,
          arguments: part.arguments + chunk.inputTextDelta,
        }));
        break;
      case 'file':
        phase = 'writing';
        parts.push({ type: 'image', url: chunk.url, mediaType: chunk.mediaType });
        break;
      case 'error':
        failed = readFailure(chunk.errorText);
        state = 'failed';
        break;
      case 'abort':
        end('stopped');
        break;
      case 'finish':
        takeMetadata(chunk.messageMetadata);
        state = 'done';
        break;
      default:
        if (chunk.type.startsWith('data-') && 'data' in chunk) takeData(chunk.type.slice(5), chunk.data as Json);
    }
  }

  function end(ending: AnswerState, why?: Failure): void {
    if (state !== 'running') return;
    state = ending;
    failed = why ?? null;
    const { timings } = receipt;
    // The server tells the time of an answer at its end only; one that was broken off is timed here, from its first
    // content on, if any came: the clocks of both may differ, and so may what they begin with.
    const { firstContentMs, totalMs } = timings;
    const here = firstAt === null ? now() - start.createdAt : (firstContentMs ?? 0) + now() - firstAt;
    receipt = { ...receipt, timings: { ...timings, totalMs: totalMs ?? here } };
  }

  return {
    take,
    end,
    answer: () => ({ ...start, parts: [...parts], receipt, state, failure: failed }),
    phase: () => phase,
    running: () => state === 'running',
  };
}
