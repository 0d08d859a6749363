import { authorOf, type ModelRow } from '@/lib/simulator/catalogue/model-row';
import type { FinishReason } from './plan';

type Words = Readonly<Record<FinishReason, string>>;

const PLAIN: Words = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool_calls',
  content_filter: 'content_filter',
  error: 'error',
};
const CLAUDE: Words = {
  ...PLAIN,
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  content_filter: 'refusal',
};
const GEMINI: Words = {
  ...PLAIN,
  stop: 'STOP',
  length: 'MAX_TOKENS',
  tool_calls: 'STOP',
  content_filter: 'SAFETY',
  error: 'MALFORMED_FUNCTION_CALL',
};
const RESPONSES: Words = { ...PLAIN, stop: 'completed', length: 'max_output_tokens', tool_calls: 'completed' };

/** The provider's own word for how an answer ended (§3.2). */
export function nativeFinish(row: ModelRow, finish: FinishReason | null): string | null {
  if (finish === null) return null;
  const author = authorOf(row.id);
  if (author === 'anthropic') return CLAUDE[finish];
  if (author === 'google' && !row.hugging_face_id) return GEMINI[finish];
  // Newer OpenAI models are called through the Responses API, whose words these are.
  if (author === 'openai' && /\/(gpt-5|o\d)/.test(row.id)) return RESPONSES[finish];
  return PLAIN[finish];
}
