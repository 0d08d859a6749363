import 'server-only';
import type { UIMessageChunk } from 'ai';
import type { Receipt } from '@/lib/core/receipt';
import type { Piece } from '@/lib/wire/piece';
import { parseJson } from '@/lib/wire/failure';

const FINISH_REASONS = ['stop', 'length', 'content-filter', 'tool-calls', 'error'] as const;

const finishReasonOf = ({ finishReason }: Receipt): (typeof FINISH_REASONS)[number] | 'other' =>
  FINISH_REASONS.find((reason) => reason === finishReason?.replace('_', '-')) ?? 'other';

/** Turns pieces into chunks of the UI message stream: opens and closes text and reasoning parts in their order. */
export function createParts(): {
  take: (piece: Piece) => UIMessageChunk[];
  stop: () => UIMessageChunk[];
  ended: () => boolean;
} {
  let open: { type: 'text' | 'reasoning'; id: string } | null = null;
  let count = 0;
  let over = false;

  function close(): UIMessageChunk[] {
    const chunks: UIMessageChunk[] = open ? [{ type: `${open.type}-end`, id: open.id }] : [];
    open = null;
    return chunks;
  }

  function grow(type: 'text' | 'reasoning', delta: string): UIMessageChunk[] {
    if (open?.type === type) return [{ type: `${type}-delta`, id: open.id, delta }];
    const before = close();
    open = { type, id: String(count++) };
    return [...before, { type: `${type}-start`, id: open.id }, { type: `${type}-delta`, id: open.id, delta }];
  }

  function end(chunks: UIMessageChunk[]): UIMessageChunk[] {
    const closing = close();
    over = true;
    return [...closing, ...chunks];
  }

  function take(piece: Piece): UIMessageChunk[] {
    if (over) return [];
    switch (piece.type) {
      case 'text':
      case 'reasoning':
        return piece.text === '' ? [] : grow(piece.type, piece.text);
      case 'meta':
        return [{ type: 'message-metadata', messageMetadata: piece.receipt }];
      case 'tool-start':
        return [...close(), { type: 'tool-input-start', toolCallId: piece.id, toolName: piece.name, dynamic: true }];
      case 'tool-arguments':
        return [{ type: 'tool-input-delta', toolCallId: piece.id, inputTextDelta: piece.text }];
      case 'tool-end': {
        const call = { toolCallId: piece.id, toolName: piece.name, dynamic: true };
        const input = parseJson(piece.arguments);
        return input === undefined
          ? [{ type: 'tool-input-error', ...call, input: piece.arguments, errorText: 'The arguments are not JSON.' }]
          : [{ type: 'tool-input-available', ...call, input }];
      }
      case 'image':
        return [...close(), { type: 'file', url: piece.url, mediaType: piece.mediaType }];
      case 'data':
        return [{ type: `data-${piece.kind}`, data: piece.data }];
      case 'finish':
        return end([{ type: 'finish', finishReason: finishReasonOf(piece.receipt), messageMetadata: piece.receipt }]);
      case 'failure':
        return end([
          { type: 'message-metadata', messageMetadata: piece.receipt },
          { type: 'error', errorText: JSON.stringify(piece.failure) },
        ]);
    }
  }

  return { take, stop: () => end([{ type: 'abort' }]), ended: () => over };
}
