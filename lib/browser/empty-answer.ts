import 'client-only';
import type { Answer, Sent } from '@/lib/core/message';
import { openReceipt } from '@/lib/core/receipt';
import { freshId } from './fresh-id';

/** The answer of a request that was just accepted, before anything of it has come. */
export const emptyAnswer = (parentId: string, modelId: string, sent?: Sent): Answer => ({
  id: freshId(),
  parentId,
  createdAt: Date.now(),
  role: 'assistant',
  parts: [],
  state: 'running',
  receipt: openReceipt(modelId, Date.now()),
  failure: null,
  ...(sent && { sent }),
});
