import type { Failure } from '@/lib/core/failure';
import type { Json } from '@/lib/core/json';
import type { Receipt } from '@/lib/core/receipt';

/** What one chunk of an answer says, in our words and in its order. */
export type Piece =
  /** What is known of the receipt by now, or what of it is new. */
  | { type: 'meta'; receipt: Partial<Receipt> }
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string }
  | { type: 'tool-start'; id: string; name: string }
  | { type: 'tool-arguments'; id: string; text: string }
  | { type: 'tool-end'; id: string; name: string; arguments: string }
  | { type: 'image'; url: string; mediaType: string }
  | { type: 'data'; kind: string; data: Json }
  | { type: 'finish'; receipt: Receipt }
  | { type: 'failure'; failure: Failure; receipt: Receipt };
