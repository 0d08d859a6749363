import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { promptPieces } from '@/lib/simulator/request/prompt';
import { invalid, type WireError } from '@/lib/simulator/wire-error';
import type { Candidate } from './resolve';

/** Endpoints of this size or less compress long prompts without being asked (§11.4). */
const SMALL_CONTEXT = 8_192;

export function compresses({ body, plugins }: ChatRequest, context: number): boolean {
  const listed =
    Array.isArray(body.plugins) &&
    body.plugins.some((plugin) => (plugin as { id?: unknown } | null)?.id === 'context-compression');
  if (listed) return plugins.some(({ id }) => id === 'context-compression');
  if (Array.isArray(body.transforms)) return body.transforms.includes('middle-out');
  return context <= SMALL_CONTEXT;
}

/** The output tokens that a request allows itself, if it says so. */
export const askedTokens = ({ body }: ChatRequest): number | null => {
  const asked = body.max_completion_tokens ?? body.max_tokens;
  return typeof asked === 'number' ? asked : null;
};

/** What the model itself finds wrong with a request that is well formed. */
export function prepare(request: ChatRequest, { row, alias }: Candidate): WireError | null {
  const { reasoning } = request;
  if (reasoning?.effort === 'none' && row.reasoning?.mandatory && !alias) {
    return invalid(`Reasoning is mandatory for ${row.id} and cannot be disabled.`);
  }
  const budget = reasoning?.max_tokens;
  const asked = askedTokens(request);
  if (budget !== undefined && asked !== null && budget >= asked && row.id.startsWith('anthropic/')) {
    return invalid(`max_tokens (${asked}) must be greater than reasoning.max_tokens (${budget})`);
  }
  const prompt = promptPieces(request).reduce((sum, { tokens }) => sum + tokens, 0);
  const wanted = prompt + (asked ?? 0);
  if (wanted <= row.context_length || (compresses(request, row.context_length) && (asked ?? 0) < row.context_length))
    return null;
  return invalid(`This endpoint's maximum context length is ${row.context_length} tokens, ${wanted} were asked for`, {
    error_type: 'context_length_exceeded',
    provider_name: null,
  });
}
